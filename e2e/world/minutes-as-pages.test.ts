import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readBody, writeBody } from '@rondo/shared/markdown/body.ts'
import { readFile } from '@rondo/shared/markdown/file.ts'
import { describe, expect, test } from 'vitest'
import { isLongForm } from './long-form.ts'
import { findInput } from './trace.ts'

type JSONContent = ReturnType<typeof readFile>['body']

const one = findInput('minutes/2019-10-03.md')
const folder = one === undefined ? '' : dirname(one)
const all = one === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.md'))

/** Every eighth, or all of them with `npm run test:minutes`. */
const names = all.filter((_, index) => isLongForm || index % 8 === 0)

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** All texts of a page, those of a block as one. */
const textIn = ({ text = '', content = [] }: JSONContent): string =>
  text + content.map(textIn).join(content.some(({ type }) => type === 'text') ? '' : '\n')

/** What Markdown does not show: addresses and their labels, ticks, numbers of lists, languages of code. */
const UNSHOWN =
  /\[[ x]\]|\]\((?:[^()\s]|\([^()\s]*\))*\)|\]\[[^\]]*\]|^\[[^\]]+\]:.*$|https?:\S+|^ *```.*$|^ *\d+[.)] /gm

describe.skipIf(names.length === 0)('real minutes, written by others', () => {
  test.each(names)(
    '%s comes in as a page without losing a word, and goes out and in again unchanged',
    (name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const { title = '', body } = readFile(text)
      const shown = `${title}\n${textIn(body)}`
      const lost = wordsOf(text.replace(UNSHOWN, ' ')).filter((word) => !shown.includes(word))
      expect(lost).toEqual([])
      expect(readBody(writeBody(body)).toJSON()).toEqual(body)
    },
  )
})
