import type { Page } from '@playwright/test'

/** Brand and dates, which are told in English while the pseudo-language is spoken. */
const KNOWN = String.raw`Rondo test|Rondo|Berlin|Europe/Berlin|\w+day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\w+ember|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|UTC|Alt|Ctrl|Enter|English|Deutsch|Pseudo|today|https?:\S+`

/**
 * Texts and labels on the screen with a plain English word in them: in the pseudo-language there is none.
 *
 * @param content what people, or formats in their place, have written in English
 */
export const untranslated = (page: Page, content: readonly string[]): Promise<string[]> =>
  page.evaluate(
    ({ known, content }) => {
      const ours = (text: string) => content.reduce((rest, one) => rest.replace(one, ''), text)
      const isPlain = (text: string) => /[A-Za-z]{3}/.test(ours(text).replace(new RegExp(known, 'g'), ''))
      const found = new Set<string>()
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const holder = node.parentElement
        if (
          !holder?.checkVisibility() ||
          holder.closest('script, style, time, .ProseMirror, [aria-hidden="true"]')
        )
          continue
        if (isPlain(node.textContent ?? '')) found.add(node.textContent?.trim() ?? '')
      }
      const labelled = '[aria-label], [title], [placeholder], [alt]'
      for (const element of document.querySelectorAll(`:is(${labelled}):not([aria-hidden="true"])`))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          if (isPlain(element.getAttribute(name) ?? '')) found.add(`${name}: ${element.getAttribute(name)}`)
      return [...found]
    },
    { known: KNOWN, content },
  )

/** Texts that their box does not show whole. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap((element) => {
      const { overflowX, textOverflow } = getComputedStyle(element)
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      const isHidden = element.clientWidth <= 1 || !element.checkVisibility()
      const isCut =
        element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible' && overflowX !== 'auto'
      return hasText && isCut && !isHidden && textOverflow !== 'ellipsis'
        ? [`${element.tagName}.${element.className}: ${element.textContent?.slice(0, 80)}`]
        : []
    }),
  )
