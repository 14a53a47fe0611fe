import { isAltText, MAX_ALT_LENGTH } from '@rondo/shared/document/attributes.ts'
import type { TFunction } from 'i18next'
import { makeElement } from '../views/make-element.ts'

/** What somebody answered; no `alt` and not decorative: nothing yet. */
interface Answer {
  readonly alt: string | undefined
  readonly isDecorative: boolean
}

interface DescriptionField {
  readonly dom: HTMLElement
  readonly show: (answer: Answer, t: TFunction, editable: boolean) => void
}

/**
 * Asks what an image shows. While nobody has answered the question stands open; an answer is a line with a way to change
 * it. Enter keeps what was written, Escape lets it go. Readers see only that an answer is missing.
 */
export const descriptionField = (
  onAnswer: (attributes: { alt: string | null; decorative: boolean }) => void,
  onClose: () => void,
): DescriptionField => {
  const id = `doc-alt-${crypto.randomUUID()}`
  const label = makeElement('label', { for: id })
  const field = makeElement('input', {
    id,
    type: 'text',
    maxlength: String(MAX_ALT_LENGTH),
    autocomplete: 'off',
  })
  const keep = makeElement('button', { type: 'button', class: 'doc-value' })
  const nothing = makeElement('button', { type: 'button', class: 'doc-value' })
  const form = makeElement('span', { class: 'doc-alt-form' }, label, field, keep, nothing)
  const words = makeElement('span', { class: 'doc-alt-words' })
  const change = makeElement('button', { type: 'button', class: 'doc-value' })
  const told = makeElement('span', { class: 'doc-alt-told' }, words, change)
  const dom = makeElement('span', { class: 'doc-alt' }, form, told)
  let answer: Answer = { alt: undefined, isDecorative: false }
  let isAsked = false
  let redraw = (): void => {}

  const close = (): void => {
    isAsked = false
    redraw()
    onClose()
  }
  const save = (): void => {
    const text = field.value.replaceAll(/\s+/g, ' ').trim()
    if (!isAltText(text)) {
      field.focus()
      return
    }
    if (text !== answer.alt || answer.isDecorative) onAnswer({ alt: text, decorative: false })
    close()
  }
  keep.addEventListener('click', save)
  nothing.addEventListener('click', () => {
    onAnswer({ alt: null, decorative: true })
    close()
  })
  change.addEventListener('click', () => {
    field.value = answer.alt ?? ''
    isAsked = true
    redraw()
    field.focus()
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') save()
    else {
      field.value = answer.alt ?? ''
      close()
    }
  })

  return {
    dom,
    show: (next, t, editable) => {
      answer = next
      redraw = () => {
        const isAnswered = answer.isDecorative || answer.alt !== undefined
        form.hidden = !editable || (isAnswered && !isAsked)
        told.hidden = editable ? !form.hidden : isAnswered
        dom.hidden = form.hidden && told.hidden
        words.textContent = toldWords(answer, t)
        change.hidden = !editable
      }
      label.textContent = t('editor.image.ask')
      field.placeholder = t('editor.image.askPlaceholder')
      keep.textContent = t('editor.image.keepAlt')
      nothing.textContent = t('editor.image.decorative')
      change.textContent = t('editor.image.changeAlt')
      redraw()
    },
  }
}

const toldWords = ({ alt, isDecorative }: Answer, t: TFunction): string => {
  if (isDecorative) return t('editor.image.isDecorative')
  return alt === undefined ? t('editor.image.notDescribed') : t('editor.image.described', { text: alt })
}
