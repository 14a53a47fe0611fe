import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import { Extension } from '@tiptap/core'
import type { Node as PmNode } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { makeElement } from './views/make-element.ts'
import type { World } from './world.ts'

const NOTHING: ReadonlySet<SegmentId> = new Set()

/** The places at the ends of segments where React shows what is no part of the page; the component draws into them by portals. */
export class SegmentEndHosts {
  readonly #hosts = new Map<SegmentId, HTMLElement>()

  /** The same element as long as the page is open, so that what is drawn in it stays when blocks around it change. */
  readonly of = (id: SegmentId): HTMLElement => {
    const known = this.#hosts.get(id)
    if (known !== undefined) return known
    const host = makeElement('div', { class: 'doc-segment-end', contenteditable: 'false' })
    this.#hosts.set(id, host)
    return host
  }
}

/** Where each of these segments ends: before the next one, or with the page. */
const endsOf = (doc: PmNode, wanted: ReadonlySet<SegmentId>): { id: SegmentId; at: number }[] => {
  const ends: { id: SegmentId; at: number }[] = []
  let open: SegmentId | undefined
  const close = (at: number) => {
    if (open !== undefined && ends.every(({ id }) => id !== open)) ends.push({ id: open, at })
  }
  doc.forEach((node, at) => {
    if (node.type.name !== 'segment') return
    close(at)
    const id = node.attrs['id'] as SegmentId
    open = wanted.has(id) ? id : undefined
  })
  close(doc.content.size)
  return ends
}

const decorationsOf = (doc: PmNode, wanted: ReadonlySet<SegmentId>, hosts: SegmentEndHosts): DecorationSet =>
  wanted.size === 0
    ? DecorationSet.empty
    : DecorationSet.create(
        doc,
        endsOf(doc, wanted).map(({ id, at }) =>
          Decoration.widget(at, () => hosts.of(id), {
            key: `segment-end-${id}`,
            side: -1,
            ignoreSelection: true,
            stopEvent: () => true,
          }),
        ),
      )

/** Shows something below the last block of a segment that is not written in the page and cannot be edited there. */
export const segmentEnds = (world: World, hosts: SegmentEndHosts) => {
  const wanted = () => world.now.segmentEnds ?? NOTHING
  return Extension.create({
    name: 'segmentEnds',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: { decorations: (state) => decorationsOf(state.doc, wanted(), hosts) },
        view: (view) => {
          let drawn = wanted()
          const unsubscribe = world.subscribe(() => {
            if (drawn === wanted()) return
            drawn = wanted()
            view.dispatch(view.state.tr)
          })
          return { destroy: unsubscribe }
        },
      }),
    ],
  })
}
