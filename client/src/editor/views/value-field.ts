import { makeElement } from './make-element.ts'

interface ValueField {
  readonly dom: HTMLElement
  /** `words` on the button, `label` for who hears it; `value` for the field behind it. */
  readonly show: (look: {
    words: string
    label: string
    fieldLabel: string
    value: string
    enabled: boolean
  }) => void
}

/**
 * A value that reads as words and turns into a field when pressed: Enter and leaving keep what was entered, Escape
 * lets it go; all of them give the caret back through `onClose`.
 */
export const valueField = (
  input: { readonly type: 'date' | 'number'; readonly min?: string; readonly max?: string },
  onChange: (value: string) => void,
  onClose: () => void,
): ValueField => {
  const button = makeElement('button', { type: 'button', class: 'doc-value' })
  const field = makeElement('input', { class: 'doc-value-field', ...input, hidden: '' })
  const dom = makeElement('span', { class: 'doc-value-place', contenteditable: 'false' }, button, field)
  let before = ''

  const close = (isKept: boolean, giveBack: boolean) => {
    if (field.hidden) return
    const value = field.value
    const isChanged = isKept && value !== before && field.checkValidity()
    field.hidden = true
    button.hidden = false
    if (isChanged) onChange(value)
    if (giveBack) onClose()
  }

  button.addEventListener('click', () => {
    before = field.value
    field.hidden = false
    button.hidden = true
    field.focus()
  })
  field.addEventListener('blur', () => close(true, false))
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') field.value = before
    close(event.key === 'Enter', true)
  })

  return {
    dom,
    show: ({ words, label, fieldLabel, value, enabled }) => {
      button.textContent = words
      button.setAttribute('aria-label', enabled ? label : words)
      button.disabled = !enabled
      field.setAttribute('aria-label', fieldLabel)
      if (field.hidden) field.value = value
    },
  }
}
