import type { Caught } from './caught.ts'

/** More of a kind than this nobody reads in a chat. */
const MOST = 8

/** What a summary says, in the reader's words. */
export interface SummaryWords {
  /** "Flask: one request (Reading other people’s code, meeting 14)" */
  readonly title: string
  /** When and who was there, each a sentence of its own. */
  readonly about: readonly string[]
  readonly decisions: string
  readonly steps: string
  readonly questions: string
  readonly noNextStep: string
  readonly nothing: string
  readonly more: (count: number) => string
  /** "Jonas, by Tue 24 Nov", "" where nobody and no day is named. */
  readonly owner: (step: Caught) => string
  readonly link: string
  readonly address: string
}

interface Part {
  readonly title: string
  readonly lines: readonly string[]
}

/** What was decided, what is to be done and what is still open: the page at a glance, in the order of the page. */
const partsOf = (caught: readonly Caught[], noNextStep: boolean, words: SummaryWords): Part[] => {
  const of = (kind: Caught['kind']) => caught.filter((one) => one.kind === kind && one.dropped === undefined)
  const steps = of('next')
  const withOwner = (step: Caught) =>
    [step.done ? `✓ ${step.text}` : step.text, words.owner(step)].filter(Boolean).join(' – ')
  const parts = [
    { title: words.decisions, lines: of('decision').map(({ text }) => text) },
    {
      title: words.steps,
      lines: noNextStep && steps.length === 0 ? [words.noNextStep] : steps.map(withOwner),
    },
    {
      title: words.questions,
      lines: of('question')
        .filter(({ done }) => !done)
        .map(({ text }) => text),
    },
  ]
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => ({ title, lines: cut(lines, words) }))
}

const cut = (lines: readonly string[], { more }: SummaryWords): readonly string[] =>
  lines.length <= MOST + 1 ? lines : [...lines.slice(0, MOST), more(lines.length - MOST)]

/** The summary in both forms in which a chat takes it: with stars and dashes, and as rich text. */
export function summaryOf(
  caught: readonly Caught[],
  noNextStep: boolean,
  words: SummaryWords,
): { plain: string; html: string } {
  const found = partsOf(caught, noNextStep, words)
  const parts = found.length === 0 ? [{ title: words.nothing, lines: [] }] : found
  const plain = [
    [`**${words.title}**`, ...words.about].join('\n'),
    ...parts.map(({ title, lines }) =>
      [lines.length === 0 ? title : `**${title}**`, ...lines.map((line) => `- ${line}`)].join('\n'),
    ),
    `${words.link}: ${words.address}`,
  ].join('\n\n')
  const html = [
    `<p><strong>${asText(words.title)}</strong>${words.about.map((line) => `<br>${asText(line)}`).join('')}</p>`,
    ...parts.map(
      ({ title, lines }) =>
        `<p>${lines.length === 0 ? asText(title) : `<strong>${asText(title)}</strong>`}</p>${listOf(lines)}`,
    ),
    `<p><a href="${asText(words.address)}">${asText(words.link)}</a></p>`,
  ].join('')
  return { plain, html }
}

const listOf = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${asText(line)}</li>`).join('')}</ul>`

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const asText = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
