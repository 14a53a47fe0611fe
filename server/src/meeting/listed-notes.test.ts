import { startMeeting } from '@rondo/shared/meeting/contract.ts'
import { listPages } from '@rondo/shared/page/contract.ts'
import { expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { temporaryRota } from './temporary-rota.ts'

test('Show-notes stand among the pages from when their meeting begins; before that they are found by their title.', async () => {
  const { ada, ask, schedule, close } = await temporaryRota()
  try {
    const meetingId = await schedule(3)
    const listed = async (query: { title?: string } = {}) =>
      granted(await ask(ada, listPages, { query })).pages.map((page) => page.meetingId)
    expect(await listed()).toEqual([])
    expect(await listed({ title: 'read' })).toEqual([meetingId])
    granted(await ask(ada, startMeeting, { params: { meetingId } }))
    expect(await listed()).toEqual([meetingId])
  } finally {
    await close()
  }
})
