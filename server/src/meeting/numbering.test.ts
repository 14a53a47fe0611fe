import { readMeeting } from '@rondo/shared/meeting/contract.ts'
import { listPages } from '@rondo/shared/page/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { type TemporaryRota, temporaryRota } from './temporary-rota.ts'

let rota: TemporaryRota
beforeEach(async () => {
  rota = await temporaryRota()
})
afterEach(() => rota.close())

const numbers = (...ids: string[]) =>
  Promise.all(
    ids.map(
      async (meetingId) => granted(await rota.ask(rota.ada, readMeeting, { params: { meetingId } })).number,
    ),
  )

test('Meetings are numbered in the order in which they are held, and held ones keep their numbers.', async () => {
  const { hold, ada } = rota
  const schedule = (inDays: number) => rota.schedule(inDays, { facilitatorId: ada.memberId })
  const series = [await schedule(8), await schedule(15), await schedule(22)]
  const soon = await schedule(1)
  expect(await numbers(...series, soon)).toEqual([1, 2, 3, 4])
  await hold(soon, ada)
  expect(await numbers(...series, soon)).toEqual([4, 2, 3, 1])
  await hold(series[0] as typeof soon, ada)
  expect(await numbers(...series, soon)).toEqual([2, 4, 3, 1])
  await hold(series[2] as typeof soon, ada)
  expect(await numbers(...series, soon)).toEqual([2, 4, 3, 1])
  expect(await schedule(30).then((id) => numbers(id))).toEqual([5])
})

test('The page of a meeting goes by the same number.', async () => {
  const { schedule, hold, ada, ask, context } = rota
  await schedule(8)
  const soon = await schedule(1)
  await hold(soon, ada)
  const [page] = granted(await ask(ada, listPages, { query: {} })).pages
  const row = await context.db.read
    .selectFrom('page')
    .select('meetingNumber')
    .where('id', '=', page?.id ?? ('' as never))
    .executeTakeFirst()
  expect([page?.meetingId, row?.meetingNumber]).toEqual([soon, 1])
})
