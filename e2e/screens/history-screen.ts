import { expect, type Locator, type Page } from '@playwright/test'

/** The history of a page. */
export class HistoryScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get versions(): Locator {
    return this.page.getByRole('navigation', { name: 'All versions' }).getByRole('link')
  }

  version(words: string | RegExp): Locator {
    return this.versions.filter({ hasText: words })
  }

  get reading(): Locator {
    return this.page.getByRole('region', { name: 'The chosen version' })
  }

  get came(): Locator {
    return this.reading.locator('ins')
  }

  get went(): Locator {
    return this.reading.locator('del')
  }

  async look(words: 'What changed' | 'Since then' | 'Read it'): Promise<void> {
    await this.reading.getByText(words, { exact: true }).click()
    await expect(this.reading.getByRole('radio', { name: words })).toBeChecked()
  }

  async restore(): Promise<void> {
    await this.reading.getByRole('button', { name: 'Restore this version' }).click()
    await this.page.getByRole('dialog').getByRole('button', { name: 'Restore it' }).click()
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }
}
