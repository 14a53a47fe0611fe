import type { Instant } from '@rondo/shared/kernel/time.ts'

/** What decides how a time is written for somebody. */
export interface TimeReader {
  readonly locale: string
  readonly timeZone: string
}

/** A time in words: where it is said, and what it is for the reader if their clock shows something else. */
export interface TimeWords {
  /** "Thu 26 Nov, 17:00", or "17:00" without the day. */
  readonly there: string
  /** "Berlin". */
  readonly city: string
  /** "08:00", or "Fri 27 Nov, 02:00" where the day differs too; null where both clocks agree. */
  readonly yours: string | null
}

/** English means day before month and 24 hours, as all our texts do. */
export function intlLocale(locale: string): string {
  return locale === 'en' || locale === 'pseudo' ? 'en-GB' : locale
}

/** Names of zones know no accents; these cities do. */
const ACCENTED: ReadonlyMap<string, string> = new Map([
  ['Asuncion', 'Asunción'],
  ['Bogota', 'Bogotá'],
  ['Cancun', 'Cancún'],
  ['Merida', 'Mérida'],
  ['Sao Paulo', 'São Paulo'],
])

/** "America/Argentina/Buenos_Aires" is Buenos Aires to people. */
export function cityOf(timeZone: string): string {
  const city = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
  return ACCENTED.get(city) ?? city
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are dear to make and cheap to keep. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(intlLocale(locale), options)
    formats.set(key, format)
  }
  return format
}

/** "17:00". */
export function clockWords(at: Instant, reader: TimeReader): string {
  return formatOf(reader.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: reader.timeZone,
  }).format(at)
}

/** "Thu 26 Nov", with the year where it is not this one. */
export function dayWords(at: Instant, reader: TimeReader, now: Instant = Date.now()): string {
  const year = formatOf('en', { year: 'numeric', timeZone: reader.timeZone })
  return formatOf(reader.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(year.format(at) === year.format(now) ? {} : { year: 'numeric' }),
    timeZone: reader.timeZone,
  }).format(at)
}

/** "Thursday". */
export function weekdayWords(at: Instant, reader: TimeReader): string {
  return formatOf(reader.locale, { weekday: 'long', timeZone: reader.timeZone }).format(at)
}

/** A calendar day without a zone ('2026-12-03'), as "Thu 3 Dec". */
export function dateWords(day: string, locale: string, now: Instant = Date.now()): string {
  return dayWords(Date.parse(`${day}T12:00:00Z`), { locale, timeZone: 'UTC' }, now)
}

/** Says a time as the place says it and as the reader's clock shows it. */
export function timeWords(
  at: Instant,
  placeZone: string,
  reader: TimeReader,
  { withDay = true, now = Date.now() }: { readonly withDay?: boolean; readonly now?: Instant } = {},
): TimeWords {
  const place = { locale: reader.locale, timeZone: placeZone }
  const clock = clockWords(at, place)
  const day = dayWords(at, place, now)
  const readerClock = clockWords(at, reader)
  const readerDay = dayWords(at, reader, now)
  const same = clock === readerClock && day === readerDay
  return {
    there: withDay ? `${day}, ${clock}` : clock,
    city: cityOf(placeZone),
    yours: same ? null : day === readerDay ? readerClock : `${readerDay}, ${readerClock}`,
  }
}
