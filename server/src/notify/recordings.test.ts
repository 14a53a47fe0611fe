import * as circle from '@rondo/shared/circle/contract.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import { listNotifications } from '@rondo/shared/notify/contract.ts'
import { expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { transact } from '../platform/db/database.ts'
import { temporaryNotify } from './temporary-notify.ts'

test('A recording that is added after the meeting is told to the circle once, and never to who added it.', async () => {
  const { context, people, ask, settled, close } = await temporaryNotify(['Ada', 'Ben', 'Eve'])
  try {
    const [ada, ben, eve] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]
    const about = { name: 'Core', purpose: 'We read.', timeZone: 'Europe/Berlin', visibility: 'open' }
    const { id: circleId } = granted(await ask(ada, circle.createCircle, { body: about }))
    const params = { circleId }
    granted(await ask(ada, circle.seatMember, { params, body: { memberId: ben.memberId } }))
    const startsAt = context.clock.now()
    const body = { title: 'Talk', format: 'brown-bag', startsAt, segments: [{ title: 'Talk', minutes: 5 }] }
    const { id: meetingId } = granted(await ask(ada, meeting.scheduleMeeting, { params, body }))
    granted(await ask(ada, meeting.startMeeting, { params: { meetingId } }))
    const add = (n: number) =>
      transact(context.db, async (tx) => {
        const recordingId = context.ids.next<'recording'>()
        await tx
          .insertInto('recording')
          .values({
            id: recordingId,
            meetingId,
            circleId,
            label: `Part ${n}`,
            url: 'https://example.org/',
            fileId: null,
            type: null,
            startsAt: null,
            addedBy: ada.memberId,
            addedAt: context.clock.now(),
            transcriptVersion: 0,
            notices: '[]',
          })
          .execute()
        const payload = { circleId, meetingId, recordingId, by: ada.memberId }
        await context.journal.append(tx, [
          { name: 'recording.added', payload, audience: { circleId }, by: ada.memberId },
        ])
      })
    const toldTo = async (who: (typeof people)[0]) => {
      await settled()
      const { notifications } = granted(await ask(who, listNotifications))
      return notifications.filter((one) => one.about.kind === 'recording-added').length
    }
    await add(1)
    expect(await toldTo(ben)).toBe(0)
    granted(await ask(ada, meeting.wrapMeeting, { params: { meetingId }, body: { noNextStep: true } }))
    await add(2)
    await add(3)
    expect([await toldTo(ada), await toldTo(ben), await toldTo(eve)]).toEqual([0, 1, 0])
  } finally {
    await close()
  }
})
