/** Which menu is asked for: blocks and captures, people, or pages. */
export type MenuKind = 'slash' | 'people' | 'pages'

export interface Trigger {
  readonly kind: MenuKind
  /** Where its sign begins, counted from the start of the block. */
  readonly offset: number
  readonly query: string
}

/** How an inline atom (a mention, a link, a line break) reads in the text before the caret. */
export const ATOM = '\ufffc'

const PATTERNS: readonly [MenuKind, RegExp][] = [
  ['pages', /(?<sign>\[\[)(?<query>[^[\]\n\ufffc]{0,80})$/u],
  ['slash', /(?:^|[\s\ufffc])(?<sign>\/)(?<query>[\p{L}\p{N}-]{0,24})$/u],
  ['people', /(?:^|[\s(\ufffc])(?<sign>@)(?<query>(?:[\p{L}\p{N}.'’-]+ ?){0,3})$/u],
]

/** The menu that the text before the caret asks for: `/` and `@` begin a word, `[[` stands anywhere. */
export const findTrigger = (before: string): Trigger | undefined => {
  for (const [kind, pattern] of PATTERNS) {
    const { sign, query } = pattern.exec(before)?.groups ?? {}
    if (sign !== undefined && query !== undefined) {
      return { kind, offset: before.length - query.length - sign.length, query }
    }
  }
  return undefined
}
