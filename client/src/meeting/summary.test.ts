import { expect, test } from 'vitest'
import type { Caught } from './caught.ts'
import { type SummaryWords, summaryOf } from './summary.ts'

const words: SummaryWords = {
  title: 'Flask: one request (Reading, meeting 14)',
  about: ['Thu 19 Nov, 17:00 to 18:04 Berlin', 'In the room: Thiago, Hana'],
  decisions: 'Decisions',
  steps: 'Next steps',
  questions: 'Still open',
  noNextStep: 'No next step, on purpose',
  nothing: 'Nothing was caught.',
  more: (count) => `and ${count} more`,
  owner: ({ due }) => (due === undefined ? '' : `Jonas, ${due}`),
  link: 'The notes',
  address: 'https://rondo.example/meetings/1',
}

const caught = (kind: Caught['kind'], text: string, more: Partial<Caught> = {}) =>
  ({ kind, text, done: false, ...more }) as Caught

test('A summary says what was decided, what is to be done by whom, what is open, and where to read on.', () => {
  const { plain } = summaryOf(
    [
      caught('question', 'Why two stacks?'),
      caught('next', 'Write the map', { due: '2026-11-24' }),
      caught('insight', 'Not in a summary'),
      caught('decision', 'We read one version.'),
      caught('question', 'Answered?', { done: true }),
      caught('next', 'Send the link', { done: true }),
    ],
    false,
    words,
  )
  expect(plain).toBe(`**Flask: one request (Reading, meeting 14)**
Thu 19 Nov, 17:00 to 18:04 Berlin
In the room: Thiago, Hana

**Decisions**
- We read one version.

**Next steps**
- Write the map – Jonas, 2026-11-24
- ✓ Send the link

**Still open**
- Why two stacks?

The notes: https://rondo.example/meetings/1`)
})

test('A long list is cut, and says how much more there is; one that is one too long is not.', () => {
  const of = (count: number) =>
    summaryOf(
      Array.from({ length: count }, (_, index) => caught('decision', `D${index}`)),
      false,
      words,
    ).plain
  expect(of(9)).toContain('- D8')
  expect(of(12)).toContain('- D7\n- and 4 more\n')
  expect(of(12)).not.toContain('D8')
})

test('No next step on purpose is said, and so is that nothing was caught.', () => {
  expect(summaryOf([], true, words).plain).toContain('**Next steps**\n- No next step, on purpose')
  expect(summaryOf([], false, words).plain).toContain('\n\nNothing was caught.\n\n')
})

test('As rich text nothing of it is markup of its own.', () => {
  const { html } = summaryOf([caught('decision', '<img src=x onerror="alert(1)">')], false, words)
  expect(html).toContain('<li>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</li>')
})
