import { cleanAddress } from '@rondo/shared/document/address.ts'
import { isId } from '@rondo/shared/document/attributes.ts'
import type { Editor } from '@tiptap/core'
import { type UseEditorOptions, useEditor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import type { Awareness } from './caret.ts'
import { type Doors, editorExtensions } from './editor-extensions.ts'
import { guardAgainstOthers } from './guard.ts'
import type { Menu } from './menu/menu.ts'
import { openMenu } from './menu/open-menu.ts'
import { SegmentEndHosts } from './segment-ends.ts'
import type { HearSpoken } from './steps/spoken-steps.ts'
import { CarryOverHosts } from './views/carry-over-hosts.ts'
import { type View, World } from './world.ts'

interface PageEditorOptions {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly view: View
  readonly label: string
  readonly doors: Doors
  readonly onCreateFailed: () => void
  readonly onSpoken: HearSpoken
  readonly onUnsafe: () => void
}

interface PageEditor {
  readonly editor: Editor
  readonly menu: Menu
  readonly hosts: CarryOverHosts
  readonly ends: SegmentEndHosts
}

/**
 * The editor of one document and one awareness, for as long as the component lives: new props reach it through the world.
 */
export const usePageEditor = ({
  doc,
  awareness,
  view,
  label,
  doors,
  onCreateFailed,
  onSpoken,
  onUnsafe,
}: PageEditorOptions): PageEditor => {
  const [{ world, menu, hosts, ends }] = useState(() => {
    const world = new World(view)
    const menu = openMenu(world, onCreateFailed)
    return { world, hosts: new CarryOverHosts(), ends: new SegmentEndHosts(), menu }
  })
  // Made once: a new option would draw every block anew.
  const [options] = useState(
    (): UseEditorOptions => ({
      editable: view.editable,
      extensions: editorExtensions({ doc, awareness, world, menu, hosts, ends, doors, onSpoken }),
      editorProps: {
        attributes: { class: 'doc', translate: 'no' },
        handleDOMEvents: { click: (_view, event) => openAddress(event) },
      },
      injectCSS: false,
      shouldRerenderOnTransaction: false,
    }),
  )
  const editor = useEditor(options, [options])
  useEffect(() => {
    if (editor.isEditable !== view.editable) editor.setEditable(view.editable, false)
    editor.view.dom.setAttribute('aria-label', label)
    world.update(view)
  })
  useEffect(
    () =>
      guardAgainstOthers(doc, () => {
        editor.destroy()
        onUnsafe()
      }),
    [doc, editor, onUnsafe],
  )
  useCaptureFocus(editor, world)
  return { editor, menu, hosts, ends }
}

/** Tells which capture the caret has entered or left. */
const useCaptureFocus = (editor: Editor, world: World): void => {
  useEffect(() => {
    let before: string | undefined
    const look = () => {
      const { parent } = editor.state.selection.$from
      const id: unknown = parent.type.name === 'capture' && editor.isFocused ? parent.attrs['id'] : undefined
      const now = isId<'capture'>(id) ? id : undefined
      if (now !== before) world.now.onCaptureFocus?.(now)
      before = now
    }
    editor.on('transaction', look)
    return () => {
      editor.off('transaction', look)
    }
  }, [editor, world])
}

/** A link in text that can be edited opens with the modifier held; in text that cannot, the browser opens it. */
const openAddress = (event: MouseEvent): boolean => {
  const link = event.target instanceof Element ? event.target.closest('.doc a[href]') : null
  const address = cleanAddress(link?.getAttribute('href'))
  const isMeant = event.metaKey || event.ctrlKey
  if (!address || !isMeant) return false
  event.preventDefault()
  window.open(address, '_blank', 'noopener,noreferrer')
  return true
}
