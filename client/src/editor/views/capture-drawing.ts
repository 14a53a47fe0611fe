import { isDropReason, isDueDate, isId, isInstant } from '@rondo/shared/document/attributes.ts'
import { type CaptureKind, isCaptureKind, isTickable } from '@rondo/shared/document/capture-kinds.ts'
import type { Node as PmNode } from '@tiptap/pm/model'
import { askForOwner } from '../menu/menu-plugin.ts'
import type { View } from '../world.ts'
import type { Drawing, Place } from './block-view.ts'
import { dayWords } from './day-words.ts'
import { makeElement, makeFixed, makeSign, standIn } from './make-element.ts'
import { ownerButton } from './owner-button.ts'
import { valueField } from './value-field.ts'

export const signId = (kind: CaptureKind): string => `doc-sign-${kind}`

/**
 * A capture: a line of the page on toned paper. Its sign hangs in the margin, its word runs in before the text (a float, so that the
 * caret meets nothing that cannot be typed in), the time stands at the end, who and when below.
 */
export const drawCapture = (place: Place): Drawing => {
  const use = makeSign('')
  const word = makeElement('span', { class: 'doc-capture-word' })
  const tick = makeElement('input', { type: 'checkbox', class: 'doc-tick' })
  const lead = makeFixed('span', 'doc-capture-lead', word)
  const contentDOM = makeElement('div', { class: 'doc-capture-text' })
  const time = makeFixed('time', 'doc-capture-time')
  const owner = ownerButton(() => {
    place.focusEnd()
    askForOwner(place.editor.view)
  })
  const due = valueField(
    { type: 'date' },
    (value) => place.set({ due: isDueDate(value) ? value : null }),
    place.focusEnd,
  )
  const dropped = makeElement('span', { class: 'doc-capture-dropped' })
  const takeUp = makeElement('button', { type: 'button', class: 'doc-value' })
  takeUp.addEventListener('click', () => place.set({ dropped: null }))
  const meta = makeFixed('div', 'doc-capture-meta', owner.dom, due.dom, dropped, takeUp)
  const dom = makeElement(
    'div',
    { class: 'doc-capture' },
    makeFixed('span', 'doc-capture-sign', use),
    makeElement('div', { class: 'doc-capture-body' }, lead, contentDOM),
    time,
  )
  tick.addEventListener('change', () =>
    place.set(tick.checked ? { done: true, dropped: null } : { done: false }),
  )

  /** Who takes it and by when: of a next step alone. */
  const showPromise = (node: PmNode, { t, lookups, language }: View, editable: boolean, isOpen: boolean) => {
    const { who, due: day, kind } = node.attrs
    const isStep = kind === 'next'
    const member =
      isStep && isId<'member'>(who)
        ? (lookups.member(who) ?? { name: t('editor.unknownMember'), initials: '', colour: 0 })
        : undefined
    const date = isStep && isDueDate(day) ? dayWords(day, language) : undefined
    const isOffered = isStep && editable && isOpen
    owner.show(member, t, editable, isOffered)
    due.show({
      words: date ? t('editor.due', { date }) : t('editor.setDue'),
      label: date ? t('editor.dueChange', { date }) : t('editor.setDue'),
      fieldLabel: t('editor.dueLabel'),
      value: isDueDate(day) ? day : '',
      enabled: editable,
    })
    due.dom.hidden = !isOffered && !date
    return isOffered || date !== undefined || member !== undefined
  }

  /** What can be done or answered: ticked, dropped with a reason, or open. Answers whether there is anything below it. */
  const showTickable = (node: PmNode, view: View, editable: boolean) => {
    const { t } = view
    const { done, dropped: reason, kind } = node.attrs
    const isDropped = done !== true && isDropReason(reason)
    const text = node.textContent.trim()
    const label = kind === 'next' ? 'editor.done' : 'editor.answered'
    tick.checked = done === true
    tick.disabled = !editable
    tick.setAttribute('aria-label', text ? t(label, { text }) : t(`${label}Empty`))
    dropped.textContent = isDropped ? t('editor.dropped', { reason }) : ''
    dropped.hidden = !isDropped
    takeUp.textContent = t('editor.takeUp')
    takeUp.hidden = !isDropped || !editable
    const isPromised = showPromise(node, view, editable, done !== true && !isDropped)
    dom.dataset['dropped'] = String(isDropped)
    return isPromised || isDropped
  }

  return {
    dom,
    contentDOM,
    show: (node, view, editable) => {
      const { kind: raw, id, at, done } = node.attrs
      const kind = isCaptureKind(raw) ? raw : 'insight'
      const canBeTicked = isTickable(kind)
      dom.className = `doc-capture kind-${kind}`
      dom.dataset['id'] = isId(id) ? id : ''
      dom.dataset['done'] = String(canBeTicked && done === true)
      dom.dataset['dropped'] = 'false'
      use.firstElementChild?.setAttribute('href', `#${signId(kind)}`)
      word.textContent = view.t(`ui.kind.${kind}`)
      contentDOM.dataset['placeholder'] =
        node.content.size === 0 && editable ? view.t(`editor.capturePlaceholder.${kind}`) : ''
      time.textContent = (isInstant(at) && view.elapsed?.(at)) || ''
      time.hidden = time.textContent === ''
      // A page holds hundreds of captures, and what stands in it weighs on every letter: only what is needed does.
      standIn(lead, tick, canBeTicked)
      standIn(dom, meta, canBeTicked && showTickable(node, view, editable))
    },
  }
}
