import { CAPTURE_KINDS, isTickable } from '@rondo/shared/document/capture-kinds.ts'
import { type Editor, Extension, isMacOS, type KeyboardShortcutCommand } from '@tiptap/core'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import type { World } from '../world.ts'
import { toggleCapture } from './turn-into.ts'

/**
 * Keys of captures and segments. Enter never makes a second one: it ends the line and goes on as text, and an empty one
 * turns back into text, as does Backspace at its start.
 */
export const blockKeys = (world: World) =>
  Extension.create({
    name: 'blockKeys',
    priority: 1100,

    addKeyboardShortcuts: () => keys,

    addProseMirrorPlugins() {
      const { editor } = this
      return [
        new Plugin({
          props: {
            handleKeyDown: (_view, event) => {
              const kind = CAPTURE_KINDS[captureDigit(event) - 1]
              return kind !== undefined && editor.isEditable && toggleCapture(editor, kind, world.now.stamp())
            },
          },
        }),
      ]
    },
  })

/**
 * The digit of Mod-Alt-1 to Mod-Alt-8, by its place on the keyboard; 0 for any other key. Where AltGr and the digit make
 * a character (`{` on a German keyboard), that character is typed.
 */
export const captureDigit = (event: KeyboardEvent): number => {
  const digit = Number(/^Digit([1-8])$/.exec(event.code)?.[1] ?? 0)
  const isMod = isMacOS() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  const isTyped = !isMacOS() && (event.getModifierState('AltGraph') || event.key !== String(digit))
  return isMod && event.altKey && !event.shiftKey && !isTyped ? digit : 0
}

const isOwnBlock = (editor: Editor): boolean =>
  ['capture', 'segment'].includes(editor.state.selection.$from.parent.type.name)

/** Spaces that whoever chose a person or a day left at the end of the line. */
const dropSpaces = (tr: Transaction): void => {
  const { $from } = tr.selection
  if ($from.parentOffset !== $from.parent.content.size) return
  const written = $from.parent.textBetween(0, $from.parent.content.size, undefined, '\ufffc')
  tr.delete($from.pos - (written.length - written.trimEnd().length), $from.pos)
}

const endLine = (editor: Editor): boolean => {
  if (!isOwnBlock(editor)) return false
  const { $from } = editor.state.selection
  if ($from.parent.content.size === 0) return editor.commands.setNode('paragraph')
  return editor
    .chain()
    .command(({ tr, state }) => {
      const { paragraph } = state.schema.nodes
      if (!paragraph) return false
      dropSpaces(tr.deleteSelection())
      const { $from } = tr.selection
      if ($from.parentOffset === 0) tr.insert($from.before(), paragraph.create())
      else tr.split($from.pos, 1, [{ type: paragraph }])
      return true
    })
    .scrollIntoView()
    .run()
}

const unmake = (editor: Editor): boolean => {
  const { empty, $from } = editor.state.selection
  return isOwnBlock(editor) && empty && $from.parentOffset === 0 && editor.commands.setNode('paragraph')
}

const tick = (editor: Editor): boolean => {
  const { $from } = editor.state.selection
  const item = $from.node(-1)
  const { parent } = $from
  if (parent.type.name === 'capture' && isTickable(parent.attrs['kind'])) {
    const done = parent.attrs['done'] !== true
    return editor.commands.updateAttributes('capture', done ? { done, dropped: null } : { done })
  }
  if (item?.type.name !== 'taskItem') return false
  return editor.commands.updateAttributes('taskItem', { checked: item.attrs['checked'] !== true })
}

const keys: Record<string, KeyboardShortcutCommand> = {
  Enter: ({ editor }) => endLine(editor),
  Backspace: ({ editor }) => unmake(editor),
  'Mod-Enter': ({ editor }) => tick(editor),
}
