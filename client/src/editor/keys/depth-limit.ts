import { MAX_DEPTH } from '@rondo/shared/document/schema.ts'
import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node as PmNode } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'

/** Nothing is nested deeper than the server takes, whether by Tab or by pasting: such a change does not happen. */
export const DepthLimit = Extension.create({
  name: 'depthLimit',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (tr) => !tr.docChanged || isChangeOrigin(tr) || isWithin(tr.doc, MAX_DEPTH),
    }),
  ],
})

const isWithin = (node: PmNode, levels: number): boolean =>
  node.childCount === 0 ||
  (levels > 0 && (node.isTextblock || node.children.every((child) => isWithin(child, levels - 1))))
