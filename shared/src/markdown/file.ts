import type { JSONContent } from '@tiptap/core'
import type { Heading, RootContent } from 'mdast'
import { parse, stringify } from 'yaml'
import type { Labels } from '../document/read-text.ts'

import { documentOf, writeBody } from './body.ts'
import { inlinesOf } from './fit.ts'
import { parseMarkdown, printMarkdown } from './syntax.ts'

/** What stands above the text of a page in its file. Only the title is read again; the rest is for people. */
export interface FileHead {
  readonly title: string
  readonly [about: string]: string | number | readonly string[] | undefined
}

/** A page as a file: what it is about, its title, its text. */
export const writeFile = (head: FileHead, body: JSONContent, labels: Labels): string => {
  const title = printMarkdown({
    type: 'root',
    children: [{ type: 'heading', depth: 1, children: [{ type: 'text', value: head.title }] }],
  })
  return `---\n${stringify({ ...head, rondo: FORM }, { lineWidth: 0 })}---\n\n${title}\n${writeBody(body, labels)}`
}

/** The form in which we write files, so that a later one can be told from it. */
const FORM = 1

export interface FileRead {
  /** Undefined where the file names none. */
  readonly title: string | undefined
  readonly body: JSONContent
}

/**
 * Reads a file, ours or anybody's. Its first heading is its title, which a page shows by itself. A head in YAML that is not
 * ours stays in the text.
 * @throws RangeError when it nests more deeply than can be read
 */
export const readFile = (text: string): FileRead => {
  const source = text.replace(/^\ufeff/, '')
  const { children } = parseMarkdown(source)
  const [first] = children
  const head = first?.type === 'yaml' ? headOf(first.value) : undefined
  const rest = first?.type === 'yaml' ? children.slice(1) : children
  const isOurs = head?.['rondo'] === FORM
  const foreign: RootContent[] =
    first?.type === 'yaml' && !isOurs && hasMore(head)
      ? [{ type: 'code', lang: 'yaml', value: first.value }]
      : []
  const named = typeof head?.['title'] === 'string' ? head['title'].trim() : ''
  const top = titleAbove(rest, source)
  const isTitle = top !== undefined && (isOurs || named === '' || named === top)
  return {
    title: (isTitle ? top : named) || undefined,
    body: documentOf([...foreign, ...(isTitle ? rest.slice(1) : rest)], source).toJSON() as JSONContent,
  }
}

const headOf = (yaml: string): Record<string, unknown> | undefined => {
  try {
    const head: unknown = parse(yaml, { maxAliasCount: 0, logLevel: 'silent' })
    return typeof head === 'object' && head !== null ? { ...head } : undefined
  } catch {
    return undefined
  }
}

const hasMore = (head: Record<string, unknown> | undefined): boolean =>
  head === undefined || Object.keys(head).some((key) => key !== 'title')

/** The words of the heading that a file begins with. */
const titleAbove = ([first]: readonly RootContent[], source: string): string | undefined => {
  if (first?.type !== 'heading' || first.depth !== 1) return undefined
  const words = wordsOf(first, source)
  return words === '' ? undefined : words
}

const wordsOf = (heading: Heading, source: string): string => {
  const [block] = documentOf([heading], source).children
  return block === undefined
    ? ''
    : inlinesOf(block)
        .map((inline) => inline.text ?? ' ')
        .join('')
        .replace(/\s+/g, ' ')
        .trim()
}
