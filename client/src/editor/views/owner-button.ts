import type { TFunction } from 'i18next'
import type { MemberLook } from '../surroundings.ts'
import { makeElement } from './make-element.ts'

interface OwnerButton {
  readonly dom: HTMLElement
  /** `isOffered` says whether an owner is asked for where there is none. */
  readonly show: (member: MemberLook | undefined, t: TFunction, enabled: boolean, isOffered: boolean) => void
}

/** Who takes a next step; pressing it opens the menu of people. */
export const ownerButton = (onPress: () => void): OwnerButton => {
  const face = makeElement('span', { class: 'doc-face', 'aria-hidden': 'true' })
  const name = makeElement('span')
  const dom = makeElement('button', { type: 'button', class: 'doc-value doc-owner' }, face, name)
  dom.addEventListener('click', onPress)
  return {
    dom,
    show: (member, t, enabled, isOffered) => {
      face.hidden = !member
      face.dataset.initials = member?.initials ?? ''
      face.dataset['person'] = String(member?.colour ?? 0)
      name.textContent = member?.name ?? t('editor.giveTo')
      const change = member ? t('editor.owner', { name: member.name }) : t('editor.giveToLabel')
      dom.setAttribute('aria-label', enabled || !member ? change : member.name)
      dom.disabled = !enabled
      dom.hidden = !member && !isOffered
    },
  }
}
