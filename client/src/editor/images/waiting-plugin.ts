import { Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { World } from '../world.ts'
import { gapAt, placeOf, positionOf } from './image-place.ts'
import { picturesIn } from './pictures-in.ts'
import { putIn } from './put-in.ts'
import { type Card, drawWaiting } from './waiting-drawing.ts'
import type { WaitingImage, WaitingImages } from './waiting-images.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    waitingImages: {
      /** Takes pictures in where the caret stands. */
      takeInImages: (files: readonly File[]) => ReturnType
    }
  }
}

/** Where pictures may be added, the pictures that wait. */
const openTo = ({ now }: World): WaitingImages | undefined => (now.editable ? now.images?.waiting : undefined)

const isRefused = ({ now: { editable, images } }: World): boolean => {
  if (!editable || images?.refuse === undefined) return false
  images.refuse()
  return true
}

/** Takes pictures in at a position. Answers whether there were any, and somewhere to put them. */
const takeIn = (
  world: World,
  doc: Y.Doc,
  state: EditorState,
  files: readonly File[],
  position: number,
): boolean => {
  const waiting = openTo(world)
  const { image } = state.schema.nodes
  if (files.length === 0 || !image) return false
  // A picture that is dropped and not taken would open in the place of the page.
  if (waiting === undefined) return isRefused(world)
  waiting.add(files, placeOf(doc, gapAt(state.doc.resolve(position), image)))
  return true
}

/**
 * Pictures on their way into the page: pasted and dropped ones come in, each is shown where it will stand, to this reader
 * only, and becomes part of the page when the server has it.
 */
export const waitingImages = (world: World, doc: Y.Doc) =>
  Extension.create({
    name: 'waitingImages',
    addCommands: () => ({
      takeInImages:
        (files) =>
        ({ state }) =>
          takeIn(world, doc, state, files, state.selection.to),
    }),
    addProseMirrorPlugins: () => {
      const cards = new Map<string, Card>()
      return [
        new Plugin({
          props: {
            decorations: (state) => decorationsOf(world, doc, state, cards),
            handlePaste: (view, event) =>
              takeIn(world, doc, view.state, picturesIn(event.clipboardData), view.state.selection.to),
            handleDrop: (view, event, _slice, moved) => {
              if (moved) return false
              const position = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
              const at = position ?? view.state.doc.content.size
              const isTaken = takeIn(world, doc, view.state, picturesIn(event.dataTransfer), at)
              if (isTaken) event.preventDefault()
              return isTaken
            },
          },
          view: (view) => follow(world, doc, view, cards),
        }),
      ]
    },
  })

const decorationsOf = (
  world: World,
  doc: Y.Doc,
  state: EditorState,
  cards: Map<string, Card>,
): DecorationSet | null => {
  const waiting = openTo(world)
  const all = waiting?.snapshot() ?? []
  if (waiting === undefined || all.length === 0) return null
  return DecorationSet.create(
    state.doc,
    all.map((one, order) => {
      const card = cards.get(one.key) ?? drawWaiting(one.key, waiting)
      cards.set(one.key, card)
      card.show(one, world.now.t)
      return Decoration.widget(positionOf(doc, state, one.place) ?? state.doc.content.size, card.dom, {
        key: one.key,
        side: order - all.length,
        ignoreSelection: true,
        stopEvent: () => true,
      })
    }),
  )
}

/** Draws anew when something changes about a picture, and puts those that were taken in into the page. */
const follow = (world: World, doc: Y.Doc, view: EditorView, cards: Map<string, Card>) => {
  let watched: WaitingImages | undefined
  let drawn: readonly WaitingImage[] = []
  let stopWatching = (): void => {}
  const look = (): void => {
    if (view.isDestroyed) return
    const all = watched?.snapshot() ?? []
    const taken = all.find(({ way }) => way.kind === 'taken')
    if (watched !== undefined && taken !== undefined) {
      putIn(view, doc, watched, taken)
      return
    }
    for (const one of all) cards.get(one.key)?.show(one, world.now.t)
    for (const key of cards.keys()) if (!all.some((one) => one.key === key)) cards.delete(key)
    // How far a picture has come changes often, and nothing about the page then.
    if (!stand(drawn, all)) view.dispatch(view.state.tr.setMeta('addToHistory', false))
    drawn = all
  }
  // Not in the midst of what somebody else is about to do with the editor.
  const lookSoon = (): void => queueMicrotask(look)
  const watch = (): void => {
    const waiting = openTo(world)
    if (waiting === watched) return
    stopWatching()
    watched = waiting
    stopWatching = waiting?.subscribe(lookSoon) ?? (() => {})
    lookSoon()
  }
  const stopFollowing = world.subscribe(watch)
  watch()
  return {
    destroy: () => {
      stopFollowing()
      stopWatching()
    },
  }
}

/** Whether the same pictures wait in the same places. */
const stand = (before: readonly WaitingImage[], after: readonly WaitingImage[]): boolean =>
  before.length === after.length &&
  before.every(({ key, place }, index) => after[index]?.key === key && after[index]?.place === place)
