import { Extension } from '@tiptap/core'
import type { Node as PmNode } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** What a line without a word may be left over between: it ends a part of the page. */
const BEGINNINGS = new Set(['segment', 'heading', 'horizontalRule'])

const isEmptyLine = (node: PmNode | null): boolean =>
  node?.type.name === 'paragraph' && node.content.size === 0

/**
 * Empty lines that writing left at the end of a part, as places in the document. The last line of the page is none of them, for
 * there one goes on to write, nor is an empty line between two others, for that was meant.
 */
const leftOverLines = (doc: PmNode): { from: number; to: number }[] => {
  const lines: { from: number; to: number }[] = []
  let run: { from: number; to: number }[] = []
  doc.forEach((node, from) => {
    if (isEmptyLine(node)) run.push({ from, to: from + node.nodeSize })
    else {
      if (BEGINNINGS.has(node.type.name)) lines.push(...run)
      run = []
    }
  })
  return [...lines, ...run.slice(0, -1)]
}

/** Marks left-over lines, but that in which the caret stands, so that a page which is read may leave them out. */
export const LeftOverLines = Extension.create({
  name: 'leftOverLines',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc, selection: { from: caret } }) =>
          DecorationSet.create(
            doc,
            leftOverLines(doc)
              .filter(({ from, to }) => caret <= from || caret >= to)
              .map(({ from, to }) => Decoration.node(from, to, { class: 'doc-left-over' })),
          ),
      },
    }),
  ],
})
