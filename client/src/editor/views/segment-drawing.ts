import { isId, isMinutes, MAX_SEGMENT_MINUTES } from '@rondo/shared/document/attributes.ts'
import type { Drawing, Place } from './block-view.ts'
import { makeElement, makeFixed } from './make-element.ts'
import { valueField } from './value-field.ts'

/** A segment: a heading with an ember dot while it is the current one, and its time at the end. */
export const drawSegment = (place: Place): Drawing => {
  const dot = makeFixed('span', 'doc-segment-dot')
  const contentDOM = makeElement('span', { class: 'doc-segment-title' })
  const time = makeFixed('span', 'doc-segment-time')
  const minutes = valueField(
    { type: 'number', min: '0', max: String(MAX_SEGMENT_MINUTES) },
    (value) => place.set({ minutes: isMinutes(Number(value)) && value !== '' ? Number(value) : null }),
    place.focusEnd,
  )
  const dom = makeElement('h2', { class: 'doc-segment' }, dot, contentDOM, time, minutes.dom)

  return {
    dom,
    contentDOM,
    show: (node, { t, currentSegmentId, segmentTime }, editable) => {
      const id = isId<'segment'>(node.attrs['id']) ? node.attrs['id'] : undefined
      const isCurrent = id !== undefined && id === currentSegmentId
      const spent = id ? segmentTime?.(id) : undefined
      const count = isMinutes(node.attrs['minutes']) ? node.attrs['minutes'] : 0
      dom.dataset['id'] = id ?? ''
      if (isCurrent) dom.setAttribute('aria-current', 'step')
      else dom.removeAttribute('aria-current')
      dot.hidden = !isCurrent
      dot.title = t('editor.now')
      contentDOM.dataset['placeholder'] = node.content.size === 0 && editable ? t('editor.emptySegment') : ''
      time.textContent = spent ?? ''
      time.hidden = spent === undefined
      minutes.dom.hidden = spent !== undefined || (count === 0 && !editable)
      minutes.show({
        words: t('editor.minutes', { count }),
        label: t('editor.minutesChange', { count }),
        fieldLabel: t('editor.minutesLabel'),
        value: String(count),
        enabled: editable,
      })
    },
  }
}
