import { Extension } from '@tiptap/core'
import type { Node as PmNode } from '@tiptap/pm/model'
import { Plugin, Selection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { World } from './world.ts'

/** A segment with everything below it, up to the next. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly nodes: readonly PmNode[]
}

const NOTHING: ReadonlySet<string> = new Set()

/** The stretches of a page that belong to these segments. */
const stretchesOf = (doc: PmNode, hidden: ReadonlySet<string>): Stretch[] => {
  if (hidden.size === 0) return []
  const stretches: { from: number; to: number; nodes: PmNode[] }[] = []
  let isInside = false
  doc.forEach((node, from) => {
    if (node.type.name === 'segment') {
      isInside = hidden.has(String(node.attrs['id']))
      if (isInside) stretches.push({ from, to: from, nodes: [] })
    }
    const last = stretches.at(-1)
    if (!isInside || last === undefined) return
    last.to = from + node.nodeSize
    last.nodes.push(node)
  })
  return stretches
}

/** Whether both hold the same blocks there. */
const isSame = (before: readonly Stretch[], after: readonly Stretch[]): boolean => {
  const [a, b] = [before, after].map((all) => all.flatMap(({ nodes }) => nodes))
  return a?.length === b?.length && a?.every((node, index) => b?.[index]?.eq(node)) === true
}

const decorationsOf = (doc: PmNode, hidden: ReadonlySet<string>): DecorationSet =>
  DecorationSet.create(
    doc,
    stretchesOf(doc, hidden).flatMap(({ from, nodes }) => {
      let at = from
      return nodes.map((node, index) => {
        const start = at
        at += node.nodeSize
        return Decoration.node(start, at, { class: index === 0 ? 'doc-veiled' : 'doc-hidden' })
      })
    }),
  )

/**
 * Segments that the reader is not to see yet: their heading stays, what stands below it is not drawn. They are part of
 * the page all the same, so nothing that the reader does may change them, not even selecting all and deleting.
 */
export const hiddenSegments = (world: World) => {
  const hidden = () => world.now.hiddenSegments ?? NOTHING
  return Extension.create({
    name: 'hiddenSegments',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: { decorations: (state) => decorationsOf(state.doc, hidden()) },
        filterTransaction: (tr, state) =>
          !tr.docChanged ||
          tr.getMeta(ySyncPluginKey) !== undefined ||
          isSame(stretchesOf(state.doc, hidden()), stretchesOf(tr.doc, hidden())),
        appendTransaction: (trs, _before, state) => {
          const { from, to, empty } = state.selection
          if (!empty || trs.every((tr) => !tr.selectionSet)) return null
          const inside = stretchesOf(state.doc, hidden()).find((one) => from > one.from && to < one.to)
          return inside ? state.tr.setSelection(Selection.near(state.doc.resolve(inside.to), 1)) : null
        },
        view: (view) => {
          let drawn = hidden()
          const unsubscribe = world.subscribe(() => {
            if (drawn === hidden()) return
            drawn = hidden()
            view.dispatch(view.state.tr)
          })
          return { destroy: unsubscribe }
        },
      }),
    ],
  })
}
