import { expect, type Locator, type Page } from '@playwright/test'

/** The text that everybody writes in. */
export class Notes {
  readonly page: Page
  readonly body: Locator

  constructor(page: Page, name: string | RegExp = /^(The notes|Notes|Text)$/) {
    this.page = page
    // While a menu is open the text box is a combobox; where nothing may be written it is a document.
    this.body = page
      .getByRole('textbox', { name })
      .or(page.getByRole('combobox', { name }))
      .or(page.getByRole('document', { name }))
  }

  segment(title: string): Locator {
    return this.body.locator('h2').filter({ hasText: title })
  }

  capture(text: string): Locator {
    return this.body.locator('.doc-capture').filter({ hasText: text })
  }

  /** The caret of somebody else, with their name. */
  caretOf(name: string): Locator {
    return this.body.locator('.doc-caret').filter({ hasText: name })
  }

  option(name: string | RegExp): Locator {
    return this.page.getByRole('listbox').getByRole('option', { name })
  }

  /** Puts the caret on a new empty line below a segment's title, and looks where it is before pressing Enter. */
  async goBelow(segment: string): Promise<void> {
    const title = this.segment(segment)
    const isHere = () =>
      title.evaluate((heading) => heading.contains(heading.ownerDocument.getSelection()?.anchorNode ?? null))
    await expect(async () => {
      await title.getByText(segment).click()
      await this.page.keyboard.press('End')
      expect(await isHere()).toBe(true)
    }).toPass()
    await this.page.keyboard.press('Enter')
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 })
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Opens a menu by its sign, waits for what is wanted to be the active option, and takes it. */
  async choose(typed: string, option: string | RegExp): Promise<void> {
    await this.type(typed)
    await expect(this.option(option)).toHaveAttribute('aria-selected', 'true')
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByRole('listbox')).toBeHidden()
  }
}
