/**
 * Reads a .vtt or .srt file. What the two have in common is all that a transcript needs: a line of two times, and below it
 * the text up to an empty line. Each line is looked at once, and no expression can look at it for long.
 */
import { type RawCue, type ReadTranscript, readTranscriptCues } from './transcript.ts'

const TIME = String.raw`\s{0,8}(?:(\d{1,6}):)?(\d{1,3}):(\d{1,3})[.,](\d{1,3})`
const TIMES = new RegExp(`^${TIME}\\s{0,8}-->${TIME}(?:\\s|$)`)
/** Meant as times: it has an arrow, or one that lost a dash between what could be times. */
const MEANT_AS_TIMES = /-->|^\s{0,8}[\d:]{4,20}[.,]\d{1,9}\s{0,8}-{0,2}>/
const NUMBER = /^\s{0,8}\d{1,9}\s{0,8}$/

const isMeantAsTimes = (line: string | undefined): boolean => line !== undefined && MEANT_AS_TIMES.test(line)

export const parseTranscript = (text: string): ReadTranscript => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  return readTranscriptCues(
    lines.flatMap((line, at): RawCue[] =>
      isMeantAsTimes(line) ? [{ line: at + 1, ...timesOf(line), text: textBelow(lines, at) }] : [],
    ),
  )
}

const timesOf = (line: string): Pick<RawCue, 'start' | 'end'> => {
  const [found, ...parts] = TIMES.exec(line) ?? []
  if (found === undefined) return { start: null, end: null }
  return { start: msOf(parts.slice(0, 4)), end: msOf(parts.slice(4)) }
}

const msOf = ([hours = '0', minutes = '0', seconds = '0', fraction = '0']: (string | undefined)[]): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))

/** Where the empty line is missing, the next times or the number above them end a text, too. */
const textBelow = (lines: readonly string[], at: number): string => {
  let end = at + 1
  while ((lines[end] ?? '').trim() !== '' && !isMeantAsTimes(lines[end])) end += 1
  const isNumbered = isMeantAsTimes(lines[end]) && NUMBER.test(lines[end - 1] ?? '')
  return lines.slice(at + 1, isNumbered ? end - 1 : end).join('\n')
}
