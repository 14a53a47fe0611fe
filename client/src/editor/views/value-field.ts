import { makeElement } from './make-element.ts'

interface ValueLook {
  /** What the button says, and what it is called for who hears it. */
  readonly words: string
  readonly label: string
  readonly fieldLabel: string
  /** What the field begins with. */
  readonly value: string
  readonly enabled: boolean
}

interface ValueField {
  readonly dom: HTMLElement
  readonly show: (look: ValueLook) => void
}

/**
 * A value that reads as words and turns into a field when pressed: Enter and leaving keep what was entered, Escape
 * lets it go; all of them give the caret back through `onClose`. The field is there only while it is open: a browser
 * takes hundreds of them in a page into account with every letter.
 */
export const valueField = (
  input: { readonly type: 'date' | 'number'; readonly min?: string; readonly max?: string },
  onChange: (value: string) => void,
  onClose: () => void,
): ValueField => {
  const button = makeElement('button', { type: 'button', class: 'doc-value' })
  const dom = makeElement('span', { class: 'doc-value-place', contenteditable: 'false' }, button)
  let look: ValueLook | undefined
  let field: HTMLInputElement | undefined

  const close = (isKept: boolean, giveBack: boolean, before: string) => {
    const closed = field
    if (closed === undefined) return
    field = undefined
    const { value } = closed
    const isChanged = isKept && value !== before && closed.checkValidity()
    closed.remove()
    button.hidden = false
    if (isChanged) onChange(value)
    if (giveBack) onClose()
  }

  button.addEventListener('click', () => {
    const before = look?.value ?? ''
    const opened = makeElement('input', {
      class: 'doc-value-field',
      'aria-label': look?.fieldLabel,
      ...input,
    })
    opened.value = before
    opened.addEventListener('blur', () => close(true, false, before))
    opened.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      close(event.key === 'Enter', true, before)
    })
    field = opened
    button.hidden = true
    dom.append(opened)
    opened.focus()
  })

  return {
    dom,
    show: (next) => {
      look = next
      button.textContent = next.words
      button.setAttribute('aria-label', next.enabled ? next.label : next.words)
      button.disabled = !next.enabled
    },
  }
}
