import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_TEXT } from './limits.ts'
import { parseTranscript } from './parse-transcript.ts'

const VTT = `WEBVTT - a meeting

NOTE nobody reads this

intro
00:00:01.000 --> 00:00:04.000 align:start position:0%
<v Ana Silva>Hello <b>there</b> &amp; welcome

00:00:04.500 --> 00:00:06.000
<v.loud Ben>Two
lines

01:00:00.000 --> 01:00:01.250
<v Ana Silva>Later
`

const SRT = `1
00:00:01,000 --> 00:00:04,000
{\\an8}Ana: <i>Hello</i>

2
00:00:04,500 --> 00:00:06,000
Ben: Good morning
3
00:00:06,500 --> 00:00:08,000
Ana: No empty line before me

4
00:00:09,000 --> 00:00:10,000
Ben: Note: this is fine
`

const words = (text: string) => {
  const { cues, speakers } = parseTranscript(text)
  const names = new Map(speakers.map(({ number, name }) => [number, name]))
  return cues.map(({ start, end, speaker, text: said }) => [
    start,
    end,
    names.get(speaker ?? 0) ?? null,
    said,
  ])
}

test('A .vtt file gives cues and its voices, in the order of their first words.', () => {
  expect(words(VTT)).toEqual([
    [1000, 4000, 'Ana Silva', 'Hello there & welcome'],
    [4500, 6000, 'Ben', 'Two lines'],
    [3_600_000, 3_601_250, 'Ana Silva', 'Later'],
  ])
  const { speakers, notices } = parseTranscript(VTT)
  expect(speakers).toEqual([
    { number: 1, name: 'Ana Silva' },
    { number: 2, name: 'Ben' },
  ])
  expect(notices).toEqual([])
})

test('An .srt file gives cues; names before a colon are voices where they come back.', () => {
  expect(words(SRT)).toEqual([
    [1000, 4000, 'Ana', 'Hello'],
    [4500, 6000, 'Ben', 'Good morning'],
    [6500, 8000, 'Ana', 'No empty line before me'],
    [9000, 10_000, 'Ben', 'Note: this is fine'],
  ])
})

test('Line ends of any system and a mark of byte order change nothing.', () => {
  for (const end of ['\r\n', '\r']) expect(words(`\uFEFF${VTT.replaceAll('\n', end)}`)).toEqual(words(VTT))
})

test('Broken and overlapping cues are named by number and line, and what is whole is kept.', () => {
  const broken = `WEBVTT

00:00:01.000 --> 00:00:04.000
kept

00:00:03.000 --> 00:00:05.000
overlaps

00:00:09.000 --> 00:00:08.000
backwards

00:xx:09.000 --> 00:00:11.000
unreadable

00:00:12,000 -> 00:00:13,000
lost a dash

99:00:00.000 --> 99:00:01.000
too late

00:00:02.000 --> 00:00:02.500
out of order
`
  const { cues, notices } = parseTranscript(broken)
  expect(cues.map(({ text }) => text)).toEqual(['kept', 'out of order', 'overlaps'])
  expect(notices).toEqual([
    { kind: 'overlapping', cue: 2, line: 6 },
    { kind: 'backwards', cue: 3, line: 9 },
    { kind: 'unreadable', cue: 4, line: 12 },
    { kind: 'unreadable', cue: 5, line: 15 },
    { kind: 'too-late', cue: 6, line: 18 },
    { kind: 'out-of-order', cue: 7, line: 21 },
  ])
})

test.each(['', 'just prose', 'WEBVTT', '{"a":1}', '\0\0\0', '-->', '<html><script>alert(1)</script>'])(
  'Of %j nothing is said at a time.',
  (text) => {
    expect(parseTranscript(text).cues).toEqual([])
  },
)

test('Markup is text or nothing, and never markup again.', () => {
  const [cue] = parseTranscript(`WEBVTT

00:01.000 --> 00:02.000
<script>alert(1)</script> <img src=x onerror=y> &lt;b&gt; a < b > c <00:00:01.500>now<c.red>!</c>
`).cues
  expect(cue?.text).toBe('<script>alert(1)</script> <img src=x onerror=y> <b> a < b > c now!')
})

const hostile: [string, string][] = [
  ['as many cues as fit', `WEBVTT\n\n${'00:01.000 --> 00:02.000\nx\n\n'.repeat(25_000)}`],
  ['lines of nothing', `WEBVTT\n\n00:01.000 --> 00:02.000\n${`${' '.repeat(999)}\n`.repeat(600)}`],
  ['a voice that never ends', `WEBVTT\n\n00:01.000 --> 00:02.000\n<v${' '.repeat(500_000)}`],
  ['voices without number', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(180_000)}`],
  ['marks without end', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<c.'.repeat(180_000)}`],
  ['one line of arrows', '-->'.repeat(180_000)],
  ['digits without end', `WEBVTT\n\n${'1'.repeat(500_000)} --> 2\nx`],
  ['a colon after colons', `1\n00:01.000 --> 00:02.000\n${'A:'.repeat(280_000)}`],
]

test.each(hostile)('%s is read in bounded time and gives bounded cues.', (_, text) => {
  const before = Date.now()
  const { cues, notices } = parseTranscript(text.slice(0, MOST_TEXT))
  expect(Date.now() - before).toBeLessThan(5_000)
  expect(cues.length).toBeLessThanOrEqual(20_000)
  expect(notices.length).toBeLessThanOrEqual(50)
})

test('Whatever a file holds, cues come in order, within a recording, each with words.', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'WEBVTT',
      '00:01.000 --> 00:02.000',
      '00:03,5 --> 00:01,2',
      '<v Ana>',
      '1',
      '',
      'Ana: yes',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (lines) => {
      const { cues, speakers } = parseTranscript(lines.join('\n'))
      for (const [at, { start, end, position, text, speaker }] of cues.entries()) {
        expect(position).toBe(at)
        expect(end).toBeGreaterThan(start)
        expect(start).toBeGreaterThanOrEqual(cues[at - 1]?.start ?? 0)
        expect(text.trim()).not.toBe('')
        if (speaker !== null) expect(speakers.map(({ number }) => number)).toContain(speaker)
      }
    }),
    { numRuns: 60 },
  )
})
