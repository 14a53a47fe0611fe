import { isDueDate, isId, isInstant } from '@rondo/shared/document/attributes.ts'
import { type CaptureKind, isCaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { Node as PmNode } from '@tiptap/pm/model'
import { intlLocale } from '../../ui/time/time-words.ts'
import { askForOwner } from '../menu/menu-plugin.ts'
import type { View } from '../world.ts'
import type { Drawing, Place } from './block-view.ts'
import { makeElement, makeFixed, makeSign } from './make-element.ts'
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
  const lead = makeFixed('span', 'doc-capture-lead', word, tick)
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
  const meta = makeFixed('div', 'doc-capture-meta', owner.dom, due.dom)
  const dom = makeElement(
    'div',
    { class: 'doc-capture' },
    makeFixed('span', 'doc-capture-sign', use),
    makeElement('div', { class: 'doc-capture-body' }, lead, contentDOM),
    time,
    meta,
  )
  tick.addEventListener('change', () => place.set({ done: tick.checked }))

  const showStep = (node: PmNode, { t, lookups, language }: View, editable: boolean) => {
    const { who, due: day } = node.attrs
    const member = isId<'member'>(who)
      ? (lookups.member(who) ?? { name: t('editor.unknownMember'), initials: '', colour: 0 })
      : undefined
    const date = isDueDate(day) ? dayWords(day, language) : undefined
    const text = node.textContent.trim()
    tick.checked = node.attrs['done'] === true
    tick.disabled = !editable
    tick.setAttribute('aria-label', text ? t('editor.done', { text }) : t('editor.doneEmpty'))
    const isOffered = editable && node.attrs['done'] !== true
    owner.show(member, t, editable, isOffered)
    due.show({
      words: date ? t('editor.due', { date }) : t('editor.setDue'),
      label: date ? t('editor.dueChange', { date }) : t('editor.setDue'),
      fieldLabel: t('editor.dueLabel'),
      value: isDueDate(day) ? day : '',
      enabled: editable,
    })
    due.dom.hidden = !isOffered && !date
    meta.hidden = !isOffered && !date && !member
  }

  return {
    dom,
    contentDOM,
    show: (node, view, editable) => {
      const { kind: raw, id, at, done } = node.attrs
      const kind = isCaptureKind(raw) ? raw : 'insight'
      const isStep = kind === 'next'
      dom.className = `doc-capture kind-${kind}`
      dom.dataset['id'] = isId(id) ? id : ''
      dom.dataset['done'] = String(isStep && done === true)
      use.firstElementChild?.setAttribute('href', `#${signId(kind)}`)
      word.textContent = view.t(`ui.kind.${kind}`)
      contentDOM.dataset['placeholder'] =
        node.content.size === 0 && editable ? view.t(`editor.capturePlaceholder.${kind}`) : ''
      time.textContent = (isInstant(at) && view.elapsed?.(at)) || ''
      time.hidden = time.textContent === ''
      tick.hidden = !isStep
      meta.hidden = !isStep
      if (isStep) showStep(node, view, editable)
    },
  }
}

/** "Thu 3 Dec", of a day that belongs to no zone. */
const dayWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(intlLocale(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
