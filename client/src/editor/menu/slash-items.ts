import { CAPTURE_KINDS } from '@rondo/shared/document/capture-kinds.ts'
import {
  type Icon,
  IconBlockquote,
  IconCode,
  IconH1,
  IconH2,
  IconH3,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconPhoto,
  IconSeparatorHorizontal,
  IconTable,
  IconTimeline,
} from '@tabler/icons-react'
import type { ChainedCommands, Editor } from '@tiptap/core'
import { choosePictures } from '../images/pictures-in.ts'
import { turnIntoCapture } from '../keys/turn-into.ts'
import type { View } from '../world.ts'
import type { MenuItem } from './menu-item.ts'
import { ranked } from './rank.ts'

const NEW_SEGMENT_MINUTES = 10

interface BlockEntry {
  readonly name: string
  readonly commands: readonly string[]
  readonly icon: Icon
  readonly change: (chain: ChainedCommands) => ChainedCommands
}

const blocks: readonly BlockEntry[] = [
  {
    name: 'segment',
    commands: ['segment'],
    icon: IconTimeline,
    change: (chain) => chain.setNode('segment', { id: crypto.randomUUID(), minutes: NEW_SEGMENT_MINUTES }),
  },
  {
    name: 'heading1',
    commands: ['h1', 'heading'],
    icon: IconH1,
    change: (chain) => chain.setNode('heading', { level: 1 }),
  },
  {
    name: 'heading2',
    commands: ['h2', 'heading'],
    icon: IconH2,
    change: (chain) => chain.setNode('heading', { level: 2 }),
  },
  {
    name: 'heading3',
    commands: ['h3', 'heading'],
    icon: IconH3,
    change: (chain) => chain.setNode('heading', { level: 3 }),
  },
  {
    name: 'bullets',
    commands: ['list', 'bullet'],
    icon: IconList,
    change: (chain) => chain.toggleBulletList(),
  },
  {
    name: 'numbers',
    commands: ['numbered', 'ordered'],
    icon: IconListNumbers,
    change: (chain) => chain.toggleOrderedList(),
  },
  {
    name: 'tasks',
    commands: ['task', 'todo'],
    icon: IconListCheck,
    change: (chain) => chain.toggleTaskList(),
  },
  {
    name: 'blockquote',
    commands: ['blockquote'],
    icon: IconBlockquote,
    change: (chain) => chain.setBlockquote(),
  },
  { name: 'code', commands: ['code'], icon: IconCode, change: (chain) => chain.setCodeBlock() },
  {
    name: 'table',
    commands: ['table'],
    icon: IconTable,
    change: (chain) => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
  },
  {
    name: 'divider',
    commands: ['divider', 'line'],
    icon: IconSeparatorHorizontal,
    change: (chain) => chain.setHorizontalRule(),
  },
]

/** What `/` offers for a query: the captures, then the blocks. */
export const slashItems = (view: View, query: string): MenuItem[] =>
  ranked([...captureItems(view), ...blockItems(view), ...imageItems(view)], query)

type Entry = MenuItem & { readonly commands: readonly string[] }

const captureItems = (view: View): Entry[] =>
  CAPTURE_KINDS.map((kind) => ({
    id: kind,
    group: 'captures',
    words: view.t(`ui.kind.${kind}`),
    hint: `/${kind}`,
    commands: [kind],
    capture: kind,
    take: (editor, range) => {
      editor.commands.deleteRange(range)
      turnIntoCapture(editor, kind, view.stamp())
    },
  }))

const blockItems = ({ t }: View): Entry[] =>
  blocks.map(({ name, commands, icon, change }) => ({
    id: name,
    group: 'blocks',
    words: t(`editor.block.${name}`),
    hint: `/${commands[0]}`,
    commands,
    icon,
    take: (editor: Editor, range) => {
      change(editor.chain().focus().deleteRange(range).clearNodes()).run()
    },
  }))

/** Pictures from the device; offered where the reader may add some. */
const imageItems = ({ t, images }: View): Entry[] => {
  const waiting = images?.waiting
  if (waiting === undefined) return []
  return [
    {
      id: 'image',
      group: 'blocks',
      words: t('editor.block.image'),
      hint: '/image',
      commands: ['image', 'picture', 'screenshot'],
      icon: IconPhoto,
      take: (editor, range) => {
        editor.chain().focus().deleteRange(range).run()
        choosePictures((files) => editor.commands.takeInImages(files))
      },
    },
  ]
}
