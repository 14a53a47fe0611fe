import type { Goal } from '@rondo/shared/circle/course.ts'
import type { Block } from '@rondo/shared/document/block.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

interface Told {
  name: string
  purpose: string
  timeZone: string
  goals: readonly Goal[]
  people: readonly MemberId[]
  /** When its meetings began. */
  held: readonly Instant[]
}

const WORDS = {
  en: {
    title: (name: string) => `The story of ${name}`,
    none: 'We never met.',
    once: (day: string) => `We met once, on ${day}.`,
    often: (count: number, from: string, to: string) => `We met ${count} times, from ${from} to ${to}.`,
    who: 'Who sat here',
    goals: 'What we set out to do',
    learned: 'What we learned',
    learnedPrompt: 'What can we do now that we could not do before? Tell one moment.',
    left: 'What we leave behind',
    leftPrompt: 'Which pages, decisions and habits should somebody else find?',
    again: 'What we would do differently',
    againPrompt: 'For the next circle that begins where we end.',
    thanks: 'Thanks',
    thanksPrompt: 'To whom, for what.',
  },
  de: {
    title: (name: string) => `Die Geschichte von ${name}`,
    none: 'Wir haben uns nie getroffen.',
    once: (day: string) => `Wir haben uns einmal getroffen, am ${day}.`,
    often: (count: number, from: string, to: string) =>
      `Wir haben uns ${count}-mal getroffen, vom ${from} bis zum ${to}.`,
    who: 'Wer hier saß',
    goals: 'Was wir uns vorgenommen haben',
    learned: 'Was wir gelernt haben',
    learnedPrompt: 'Was können wir jetzt, was wir vorher nicht konnten? Erzählt einen Moment.',
    left: 'Was wir hinterlassen',
    leftPrompt: 'Welche Seiten, Entscheidungen und Gewohnheiten sollen andere finden?',
    again: 'Was wir anders machen würden',
    againPrompt: 'Für den nächsten Kreis, der dort anfängt, wo wir aufhören.',
    thanks: 'Dank',
    thanksPrompt: 'Wem, und wofür.',
  },
} as const

/** What the ceremony begins with: what is known of the circle, and questions for what only its people know. */
export const storyOf = (told: Told, locale: keyof typeof WORDS): { title: string; blocks: Block[] } => {
  const words = WORDS[locale]
  const asked = (heading: string, prompt: string): Block[] => [
    { type: 'heading', level: 2, line: heading },
    { type: 'paragraph', line: [{ text: prompt, marks: ['italic'] }] },
    { type: 'paragraph', line: '' },
  ]
  return {
    title: words.title(told.name),
    blocks: [
      { type: 'quote', line: told.purpose },
      { type: 'paragraph', line: metWords(told, locale) },
      { type: 'heading', level: 2, line: words.who },
      { type: 'bullets', items: told.people.map((memberId) => [{ memberId }]) },
      ...goalBlocks(told.goals, words.goals),
      ...asked(words.learned, words.learnedPrompt),
      ...asked(words.left, words.leftPrompt),
      ...asked(words.again, words.againPrompt),
      ...asked(words.thanks, words.thanksPrompt),
    ],
  }
}

const goalBlocks = (goals: readonly Goal[], heading: string): Block[] =>
  goals.length === 0
    ? []
    : [
        { type: 'heading', level: 2, line: heading },
        { type: 'tasks', items: goals.map(({ text, metAt }) => ({ done: metAt !== null, line: text })) },
      ]

const metWords = ({ held, timeZone }: Told, locale: keyof typeof WORDS): string => {
  const words = WORDS[locale]
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' })
  const [first] = held
  const last = held.at(-1)
  if (first === undefined || last === undefined) return words.none
  return held.length === 1
    ? words.once(day.format(first))
    : words.often(held.length, day.format(first), day.format(last))
}
