import { expect, type Locator, type Page } from '@playwright/test'

const MOST_STEPS = 120

/** Hands on a keyboard and nothing else. Wherever the focus comes to rest, it can be seen. */
export class Keyboard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 })
  }

  /** Goes on by Tab, or back by Shift+Tab, until the focus is there. */
  async goTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible()
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      if (await isFocused(target)) return
      await this.page.keyboard.press(key)
      expect(await this.#unseen(), 'what has the focus shows it').toBeUndefined()
    }
    throw new Error(`${MOST_STEPS} times ${key} did not lead to ${target.toString()}.`)
  }

  /** Goes there and presses it. */
  async use(target: Locator): Promise<void> {
    await this.goTo(target)
    await this.page.keyboard.press('Enter')
  }

  /** The focused element when nothing shows that it has the focus: no outline, no shadow, on it or on what holds it. */
  #unseen(): Promise<string | undefined> {
    return this.page.evaluate(() => {
      const focused = document.activeElement
      if (!(focused instanceof HTMLElement) || focused === document.body) return undefined
      // In a text the caret shows where one is.
      if (focused.isContentEditable) return undefined
      const holders = [focused, focused.parentElement, focused.parentElement?.parentElement]
      const isShown = holders.some((one) => {
        if (!one) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
      })
      return isShown ? undefined : focused.outerHTML.slice(0, 300)
    })
  }
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement)
