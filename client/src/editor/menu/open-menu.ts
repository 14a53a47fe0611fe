import type { Editor } from '@tiptap/core'
import type { World } from '../world.ts'
import type { MenuKind } from './find-trigger.ts'
import { Menu } from './menu.ts'
import type { MenuItem } from './menu-item.ts'
import { askedIn, dismiss, settle } from './menu-plugin.ts'
import { pageItems, peopleItems } from './reference-items.ts'
import { slashItems } from './slash-items.ts'

/** The menu of an editor that is about to be made; `onFailure` hears of a page that could not be created. */
export const openMenu = (world: World, onFailure: () => void): Menu =>
  new Menu({
    search: (kind, query) => search(world, kind, query, onFailure),
    dismiss: () => {
      const view = world.editor?.view
      if (view) dismiss(view)
    },
    take: (item) => {
      if (world.editor) take(world.editor, item)
    },
  })

const search = (world: World, kind: MenuKind, query: string, onFailure: () => void) => {
  if (kind === 'slash') return slashItems(world.now, query)
  return kind === 'people' ? peopleItems(world.now, query) : pageItems(world.now, query, onFailure)
}

const take = (editor: Editor, item: MenuItem): void => {
  const asked = askedIn(editor.state)
  if (!asked) return
  settle(editor.view)
  void item.take(editor, asked)
}
