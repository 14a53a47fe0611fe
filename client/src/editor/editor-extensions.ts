import { BODY, documentExtensions } from '@rondo/shared/document/schema.ts'
import { type AnyExtension, Extension, type NodeViewRenderer } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions'
import type * as Y from 'yjs'
import { type Awareness, othersCarets } from './caret.ts'
import { hiddenSegments } from './hidden-segments.ts'
import { drawImage } from './images/image-drawing.ts'
import type { ImageLook } from './images/waiting-images.ts'
import { waitingImages } from './images/waiting-plugin.ts'
import { KeptBlocks } from './kept-blocks.ts'
import { blockKeys } from './keys/block-keys.ts'
import { DepthLimit } from './keys/depth-limit.ts'
import { UniqueIds } from './keys/unique-ids.ts'
import { LeftOverLines } from './left-over-lines.ts'
import { LongPage } from './long-page.ts'
import type { Menu } from './menu/menu.ts'
import { menuPlugin } from './menu/menu-plugin.ts'
import { type SegmentEndHosts, segmentEnds } from './segment-ends.ts'
import { SteadyCaret } from './steady-caret.ts'
import { type HearSpoken, spokenSteps } from './steps/spoken-steps.ts'
import { ownHistory } from './undo.ts'
import { drawAnswer } from './views/answer-drawing.ts'
import { blockView } from './views/block-view.ts'
import { drawCapture } from './views/capture-drawing.ts'
import type { CarryOverHosts } from './views/carry-over-hosts.ts'
import { drawMention, drawPageLink } from './views/reference-drawing.ts'
import { drawSegment } from './views/segment-drawing.ts'
import type { World } from './world.ts'

/** What the keys ask of the component around the page. */
export interface Doors {
  readonly leave: () => void
  readonly openLink: () => void
  readonly focusToolbar: () => void
  readonly showKeys: () => void
  readonly showImage: (image: ImageLook) => void
  /** The image that stands at a position, to be drawn on. */
  readonly annotateImage: (image: ImageLook, position: number) => void
}

interface Parts {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly world: World
  readonly menu: Menu
  readonly hosts: CarryOverHosts
  readonly ends: SegmentEndHosts
  readonly doors: Doors
  readonly onSpoken: HearSpoken
}

/** The shared schema with our views, the document it is bound to, and everything that reacts to keys. */
export const editorExtensions = ({
  doc,
  awareness,
  world,
  menu,
  hosts,
  ends,
  doors,
  onSpoken,
}: Parts): AnyExtension[] => {
  const views: Record<string, NodeViewRenderer> = {
    answer: blockView(world, drawAnswer),
    capture: blockView(world, drawCapture),
    segment: blockView(world, drawSegment),
    mention: blockView(world, drawMention),
    pageLink: blockView(world, drawPageLink),
    carryOver: blockView(world, hosts.draw),
    image: blockView(world, drawImage(doors)),
  }
  return [
    ...documentExtensions.map((extension) => withView(extension, views[extension.name])),
    Collaboration.configure({ document: doc, field: BODY, yUndoOptions: { undoManager: ownHistory(doc) } }),
    SteadyCaret,
    KeptBlocks,
    othersCarets(awareness, (name) => world.now.t('ui.guestName', { name })),
    Dropcursor.configure({ color: false, class: 'doc-drop' }),
    Gapcursor,
    Placeholder.configure({ placeholder: ({ node }) => placeholderOf(node.type.name, world) }),
    menuKeys(world, menu),
    spokenSteps(world, onSpoken),
    blockKeys(world),
    UniqueIds,
    DepthLimit,
    LeftOverLines,
    LongPage,
    hiddenSegments(world),
    waitingImages(world, doc),
    segmentEnds(world, ends),
    doorKeys(doors),
  ]
}

const withView = (extension: AnyExtension, view: NodeViewRenderer | undefined): AnyExtension =>
  view && extension.type === 'node' ? extension.extend({ addNodeView: () => view }) : extension

const placeholderOf = (name: string, world: World): string =>
  name === 'paragraph' ? world.now.t('editor.placeholder') : ''

const menuKeys = (world: World, menu: Menu) =>
  Extension.create({
    name: 'menu',
    priority: 1200,
    onBeforeCreate() {
      world.attach(this.editor)
    },
    addProseMirrorPlugins: () => [menuPlugin(menu)],
  })

const doorKeys = (doors: Doors) =>
  Extension.create({
    name: 'doorKeys',
    priority: 1,
    addKeyboardShortcuts: () =>
      Object.fromEntries(
        Object.entries({
          Escape: doors.leave,
          'Mod-k': doors.openLink,
          'Alt-F10': doors.focusToolbar,
          'Mod-/': doors.showKeys,
        }).map(([keys, door]) => [keys, () => through(door)]),
      ),
  })

const through = (door: () => void): boolean => {
  door()
  return true
}
