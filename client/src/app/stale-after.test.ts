import { listMembers } from '@rondo/shared/account/contract.ts'
import { readMeeting } from '@rondo/shared/meeting/contract.ts'
import type { LiveFact } from '@rondo/shared/wire/live.ts'
import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { keyOf } from '../platform/ask.ts'
import { staleAfter } from './stale-after.ts'

const rescheduled = {
  seq: 1,
  at: 1,
  name: 'meeting.changed',
  payload: { circleId: 'c', meetingId: 'm1' },
} as unknown as LiveFact

it('has the meeting that changed asked again, and no other', async () => {
  const queries = new QueryClient()
  const one = [readMeeting.path, { params: { meetingId: 'm1' } }]
  const other = [readMeeting.path, { params: { meetingId: 'm2' } }]
  for (const key of [one, other, keyOf(listMembers)]) queries.setQueryData(key, {})
  for (const queryKey of staleAfter(rescheduled)) await queries.invalidateQueries({ queryKey })
  expect(queries.getQueryState(one)?.isInvalidated).toBe(true)
  expect(queries.getQueryState(other)?.isInvalidated).toBe(false)
  expect(queries.getQueryState(keyOf(listMembers))?.isInvalidated).toBe(false)
})

it('is not disturbed by a fact of a later version', () => {
  expect(staleAfter({ ...rescheduled, name: 'unheard.of' } as unknown as LiveFact)).toEqual([])
})
