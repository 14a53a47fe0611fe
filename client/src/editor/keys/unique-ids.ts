import { isId } from '@rondo/shared/document/attributes.ts'
import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Fragment, type Node as PmNode, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'

const OWN = new Set(['capture', 'segment'])

/**
 * Every capture and segment has an id of its own. Only what this person does is mended, and only when they do it: what
 * comes from others, from opening the page, or back by undo keeps the id it has.
 */
export const UniqueIds = Extension.create({
  name: 'uniqueIds',

  addProseMirrorPlugins: () => {
    /** Ids that have stood in this page: pasted again after a cut, such a block is moved rather than copied. */
    const known = new Set<unknown>()
    return [
      new Plugin({
        appendTransaction: (transactions, before, state) => {
          if (!transactions.some((tr) => tr.docChanged && !isChangeOrigin(tr))) return null
          for (const { id } of ownBlocks(before.doc)) known.add(id)
          return mend(transactions, before, state)
        },
        props: {
          transformPasted: (slice, view) => {
            for (const { id } of ownBlocks(view.state.doc)) known.add(id)
            return new Slice(renamed(slice.content, known), slice.openStart, slice.openEnd)
          },
        },
      }),
    ]
  },
})

interface Own {
  readonly id: unknown
  readonly position: number
}

const ownBlocks = (doc: PmNode): Own[] => {
  const found: Own[] = []
  doc.descendants((node, position) => {
    if (OWN.has(node.type.name)) found.push({ id: node.attrs['id'], position })
    return !node.isTextblock
  })
  return found
}

/** Gives a new id to whatever has none and to every copy; the original is the one that was already there. */
const mend = (
  transactions: readonly Transaction[],
  before: EditorState,
  state: EditorState,
): Transaction | null => {
  const own = ownBlocks(state.doc)
  if (own.every(({ id }) => isId(id)) && new Set(own.map(({ id }) => id)).size === own.length) return null
  const origins = new Map(
    ownBlocks(before.doc).map(({ id, position }) => [id, mapped(position, transactions)]),
  )
  const { tr } = state
  const taken = new Set<unknown>()
  for (const { id, position } of originalsFirst(own, origins)) {
    if (isId(id) && !taken.has(id)) taken.add(id)
    else tr.setNodeAttribute(position, 'id', crypto.randomUUID())
  }
  return tr
}

const mapped = (position: number, transactions: readonly Transaction[]): number =>
  transactions.reduce((now, tr) => tr.mapping.map(now), position)

const originalsFirst = (own: readonly Own[], origins: ReadonlyMap<unknown, number>): Own[] =>
  own.toSorted((a, b) => Number(origins.get(b.id) === b.position) - Number(origins.get(a.id) === a.position))

/** A copy from another page would be the same capture in two pages, so it gets an id of its own. */
const renamed = (content: Fragment, known: ReadonlySet<unknown>): Fragment => {
  const nodes: PmNode[] = []
  content.forEach((node) => {
    const isForeign = OWN.has(node.type.name) && !known.has(node.attrs['id'])
    const attrs = isForeign ? { ...node.attrs, id: crypto.randomUUID() } : node.attrs
    nodes.push(node.isText ? node : node.type.create(attrs, renamed(node.content, known), node.marks))
  })
  return Fragment.from(nodes)
}
