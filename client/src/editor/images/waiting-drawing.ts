import type { TFunction } from 'i18next'
import { makeElement } from '../views/make-element.ts'
import type { WaitingImage, WaitingImages } from './waiting-images.ts'

/** What stands in the page, for this reader only, until the picture does. */
export interface Card {
  readonly dom: HTMLElement
  readonly show: (one: WaitingImage, t: TFunction) => void
}

export const drawWaiting = (key: string, waiting: WaitingImages): Card => {
  const picture = makeElement('img', { alt: '' })
  const bar = makeElement('progress', { max: '1' })
  const words = makeElement('span', { class: 'doc-waiting-words', role: 'status' })
  const again = makeElement('button', { type: 'button', class: 'doc-value' })
  const drop = makeElement('button', { type: 'button', class: 'doc-value' })
  again.addEventListener('click', () => waiting.again(key))
  drop.addEventListener('click', () => waiting.drop(key))
  const dom = makeElement(
    'div',
    { class: 'doc-waiting', contenteditable: 'false' },
    picture,
    makeElement('div', { class: 'doc-waiting-state' }, words, bar, again, drop),
  )
  return {
    dom,
    show: ({ preview, way }, t) => {
      if (picture.getAttribute('src') !== preview) picture.src = preview
      dom.dataset['way'] = way.kind
      const text = way.kind === 'refused' ? way.words : t(`editor.image.way.${way.kind}`)
      if (words.textContent !== text) words.textContent = text
      bar.hidden = way.kind !== 'sending'
      bar.value = way.kind === 'sending' ? way.progress : 1
      bar.setAttribute('aria-label', t('editor.image.progress'))
      again.hidden = way.kind !== 'kept'
      again.textContent = t('editor.image.again')
      drop.hidden = way.kind === 'taken'
      drop.textContent = t(way.kind === 'sending' ? 'editor.image.stop' : 'editor.image.remove')
    },
  }
}
