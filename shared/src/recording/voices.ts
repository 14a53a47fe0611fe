/** Something said by one voice; the name is null where the file does not say whose it is. */
export interface Voice {
  readonly name: string | null
  readonly text: string
}

const VOICE = /<v(?:\.[^\s<>]{0,100})?(?:[ \t]([^<>]{0,200}))?>/
/** Marks of WebVTT and of .srt: italics, classes, times within a cue. Anything else in angle brackets is text. */
const MARK =
  /<\/?(?:v|c|i|b|u|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<\d+(?::\d\d){1,2}[.,]\d{1,3}>|\{\\[^{}]*\}/gi

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '',
  rlm: '',
  quot: '"',
}
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** 'Ana Silva: Good morning', as some recorders write whose voice it is. */
const PREFIX = /^([\p{Lu}\d][^:<>\n]{0,39}):\s+(?=\S)/u

/** Who says what in each of the texts. Names before a colon count where no voice is marked and one comes back. */
export const voicesIn = (texts: readonly string[]): Voice[][] => {
  const isMarked = texts.some((text) => VOICE.test(text))
  const names = isMarked ? new Set<string>() : namesBefore(texts)
  return texts.map((text) =>
    (isMarked ? marked(text) : prefixed(text, names)).filter((voice) => voice.text !== ''),
  )
}

const namesBefore = (texts: readonly string[]): Set<string> => {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const name = PREFIX.exec(plainText(text))?.[1]
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name))
}

const prefixed = (raw: string, names: ReadonlySet<string>): Voice[] => {
  const text = plainText(raw)
  const found = PREFIX.exec(text)
  const name = found?.[1]
  if (found === null || name === undefined || !names.has(name)) return [{ name: null, text }]
  return [{ name: nameOf(name), text: text.slice(found[0].length) }]
}

const marked = (raw: string): Voice[] => {
  const [before = '', ...rest] = raw.split(new RegExp(VOICE.source, 'g'))
  const voices: Voice[] = [{ name: null, text: plainText(before) }]
  for (let at = 0; at < rest.length; at += 2)
    voices.push({ name: nameOf(plainText(rest[at] ?? '')), text: plainText(rest[at + 1] ?? '') })
  return voices
}

const nameOf = (text: string): string | null => {
  const name = [...text.replaceAll('\n', ' ')].slice(0, 80).join('').trim()
  return name === '' ? null : name
}

/** Without marks and with its characters as they are read; one line, bounded by nothing but what was given. */
const plainText = (raw: string): string =>
  raw
    .replaceAll(MARK, '')
    .replaceAll(/&(\w{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(CONTROL, '')
    .trim()
