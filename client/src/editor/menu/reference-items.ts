import { IconFilePlus, IconFileText } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import type { MemberFound, PageFound } from '../surroundings.ts'
import type { View } from '../world.ts'
import { keepPlace } from './keep-place.ts'
import type { MenuItem, Range } from './menu-item.ts'

/** Who `@` offers. In a next step that nobody has taken, it says who takes it; elsewhere it names them. */
export const peopleItems = async ({ lookups }: View, query: string): Promise<MenuItem[]> =>
  (await lookups.searchMembers(query.trim())).map(personItem)

const personItem = (member: MemberFound): MenuItem => ({
  id: member.id,
  group: 'people',
  words: member.name,
  face: member,
  take: (editor, range) => {
    const { $from } = editor.state.selection
    const { type, attrs } = $from.parent
    const isStep = type.name === 'capture' && attrs['kind'] === 'next'
    if (isStep && (range.isAssigning || attrs['who'] === null)) {
      giveTo(editor, range, member, $from.before())
    } else insertReference(editor, range, 'mention', { memberId: member.id })
  },
})

const giveTo = (editor: Editor, range: Range, member: MemberFound, step: number): void => {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      const isSpaced = range.isAssigning && tr.doc.textBetween(range.from - 1, range.from) === ' '
      tr.delete(isSpaced ? range.from - 1 : range.from, range.to)
      tr.setNodeAttribute(step, 'who', member.id)
      return true
    })
    .run()
}

/** What `[[` offers: pages, and at the end to create one by the title that was typed. */
export const pageItems = async (view: View, query: string, onFailure: () => void): Promise<MenuItem[]> => {
  const title = query.trim()
  const found = await view.lookups.searchPages(title)
  const isKnown = found.some((page) => page.title.toLocaleLowerCase() === title.toLocaleLowerCase())
  const create = view.lookups.createPage
  const offers = found.map(pageItem)
  return create && title !== '' && !isKnown ? [...offers, newPageItem(view, title, onFailure)] : offers
}

const pageItem = (page: PageFound): MenuItem => ({
  id: page.id,
  group: 'pages',
  words: page.title,
  icon: IconFileText,
  take: (editor, range) => insertReference(editor, range, 'pageLink', { pageId: page.id }),
})

const newPageItem = ({ lookups, t }: View, title: string, onFailure: () => void): MenuItem => ({
  id: 'create',
  group: 'pages',
  words: t('editor.menu.createPage', { title }),
  icon: IconFilePlus,
  take: async (editor, range) => {
    const place = keepPlace(editor, range)
    try {
      const pageId = await lookups.createPage?.(title)
      const now = place()
      if (pageId && now && !editor.isDestroyed) {
        insertReference(editor, { ...now, isAssigning: false }, 'pageLink', { pageId })
      }
    } catch {
      onFailure()
    }
  },
})

const insertReference = (editor: Editor, range: Range, type: string, attrs: Record<string, string>): void => {
  const after = editor.state.doc.textBetween(range.to, Math.min(range.to + 1, editor.state.doc.content.size))
  const space = /^\s/u.test(after) ? [] : [{ type: 'text', text: ' ' }]
  editor
    .chain()
    .focus()
    .insertContentAt({ from: range.from, to: range.to }, [{ type, attrs }, ...space])
    .run()
}
