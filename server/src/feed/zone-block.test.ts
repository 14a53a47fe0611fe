import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { zoneBlock } from './zone-block.ts'

const HALF_HOUR = 30 * 60_000

/** What an independent reader makes of a local time in the zone. */
const readBack = (block: string, local: Temporal.PlainDateTime): number => {
  const component = new ICAL.Component(ICAL.parse(block))
  const zone = new ICAL.Timezone(component)
  const { year, month, day, hour, minute } = local
  return ICAL.Time.fromData({ year, month, day, hour, minute, second: 0 }, zone).toJSDate().getTime()
}

test.each([
  ['Europe/Berlin', '2026-01-01', '2027-01-01'],
  ['America/New_York', '2026-01-01', '2027-01-01'],
  ['Australia/Sydney', '2026-01-01', '2027-01-01'],
  ['America/Santiago', '2026-01-01', '2027-01-01'],
  ['Asia/Kolkata', '2026-01-01', '2027-01-01'],
  ['Australia/Lord_Howe', '2026-01-01', '2027-01-01'],
  ['Pacific/Chatham', '2026-01-01', '2027-01-01'],
  ['Africa/Casablanca', '2026-01-01', '2027-01-01'],
  ['UTC', '2026-01-01', '2027-01-01'],
  ['America/Mexico_City', '2022-01-01', '2024-01-01'],
  ['Asia/Pyongyang', '2015-01-01', '2019-01-01'],
])('An independent reader understands the clocks of %s as they are, from %s to %s.', (zone, first, last) => {
  const from = Temporal.PlainDate.from(first).toZonedDateTime(zone).epochMilliseconds
  const until = Temporal.PlainDate.from(last).toZonedDateTime(zone).epochMilliseconds
  const block = zoneBlock(zone, from, until)
  let compared = 0
  for (let at = from; at < until; at += 37 * HALF_HOUR) {
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
    // A time that the clocks show twice means the first one here and may mean the second one there.
    if (there.toPlainDateTime().toZonedDateTime(zone).epochMilliseconds !== at) continue
    compared += 1
    expect([there.toString(), readBack(block, there.toPlainDateTime())]).toEqual([there.toString(), at])
  }
  expect(compared).toBeGreaterThan(400)
})
