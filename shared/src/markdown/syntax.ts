import type { Root } from 'mdast'
import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { directive } from 'micromark-extension-directive'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

/** CommonMark with the tables, tasks and addresses of GitHub, directives, and a head in YAML. */
export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), directive(), frontmatter()],
    mdastExtensions: [...asTyped, directiveFromMarkdown(), frontmatterFromMarkdown()],
  })

/** Without the second look for addresses in the text that came out: it would find those that were escaped. */
const asTyped = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))

export const printMarkdown = (root: Root): string =>
  toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), directiveToMarkdown({ preferUnquoted: true })],
    bullet: '-',
    bulletOther: '*',
    emphasis: '_',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
  })
