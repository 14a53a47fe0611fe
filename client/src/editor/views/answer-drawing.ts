import { isId, isInstant } from '@rondo/shared/document/attributes.ts'
import type { Drawing } from './block-view.ts'
import { makeElement, makeFixed } from './make-element.ts'

/** What somebody answered in their own time: whose it is and when stands over it, and nobody types there. */
export const drawAnswer = (): Drawing => {
  const face = makeElement('span', { class: 'doc-face', 'aria-hidden': 'true' })
  const name = makeElement('b')
  const when = makeElement('span', { class: 'doc-answer-when' })
  const contentDOM = makeElement('div', { class: 'doc-answer-text' })
  const dom = makeElement(
    'div',
    { class: 'doc-answer' },
    makeFixed('div', 'doc-answer-head', face, name, when),
    contentDOM,
  )
  return {
    dom,
    contentDOM,
    show: (node, { lookups, t, momentWords }) => {
      const { who, at } = node.attrs
      const member = isId<'member'>(who) ? lookups.member(who) : undefined
      face.dataset['initials'] = member?.initials ?? ''
      face.dataset['person'] = String(member?.colour ?? 0)
      name.textContent = member?.name ?? t('editor.unknownMember')
      const moment = isInstant(at) ? momentWords?.(at) : undefined
      when.textContent = moment === undefined ? t('editor.ownTime') : t('editor.ownTimeAt', { moment })
    },
  }
}
