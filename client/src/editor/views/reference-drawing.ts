import { isId } from '@rondo/shared/document/attributes.ts'
import type { Drawing, Place } from './block-view.ts'
import { makeElement } from './make-element.ts'

/** A person by name, as this reader knows them. */
export const drawMention = (): Drawing => {
  const dom = makeElement('span', { class: 'doc-mention', contenteditable: 'false' })
  return {
    dom,
    show: (node, { lookups, t }) => {
      const { memberId } = node.attrs
      const member = isId<'member'>(memberId) ? lookups.member(memberId) : undefined
      dom.textContent = member?.name ?? t('editor.unknownMember')
    },
  }
}

/** A page by title, as this reader may see it; pressing it opens the page. */
export const drawPageLink = (_place: Place): Drawing => {
  const dom = makeElement('span', { class: 'doc-page-link', role: 'link', contenteditable: 'false' })
  let open = () => {}
  dom.addEventListener('click', () => open())
  return {
    dom,
    show: (node, { lookups, t, onOpenPage }) => {
      const { pageId } = node.attrs
      const page = isId<'page'>(pageId) ? lookups.page(pageId) : undefined
      const isOpen = page !== undefined && page !== 'restricted'
      dom.textContent = isOpen ? page.title : t(page ? 'editor.restrictedPage' : 'editor.missingPage')
      dom.dataset['state'] = isOpen ? 'open' : (page ?? 'missing')
      if (isOpen) dom.removeAttribute('aria-disabled')
      else dom.setAttribute('aria-disabled', 'true')
      open = () => {
        if (isOpen && isId<'page'>(pageId)) onOpenPage?.(pageId)
      }
    },
  }
}
