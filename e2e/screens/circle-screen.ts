import { expect, type Locator, type Page } from '@playwright/test'

/** The page of a circle. */
export class CircleScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get nextSteps(): Locator {
    return this.page.getByRole('region', { name: 'Open next steps' })
  }

  get questions(): Locator {
    return this.page.getByRole('region', { name: 'Open questions' })
  }

  get decisions(): Locator {
    return this.page.getByRole('region', { name: 'Decisions' })
  }

  get showNotes(): Locator {
    return this.page.getByRole('region', { name: 'Show-notes' })
  }

  get threads(): Locator {
    return this.page.getByRole('region', { name: 'Threads' })
  }

  /** Starts a circle from the list of circles and ends on its page. */
  static async start(page: Page, name: string, purpose: string): Promise<CircleScreen> {
    await page
      .getByRole('navigation', { name: 'Main', exact: true })
      .getByRole('link', { name: 'Circles' })
      .click()
    await page.getByRole('link', { name: 'Start a circle' }).first().click()
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Purpose').fill(purpose)
    await page.getByRole('button', { name: 'Start the circle' }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    return new CircleScreen(page)
  }

  /** Makes an invitation to the circle and answers the link as it lies in the clipboard. */
  async invite(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await this.page.getByRole('button', { name: 'Invite', exact: true }).click()
    await this.page.getByRole('button', { name: 'Make a link' }).click()
    await this.page.getByRole('button', { name: 'Copy' }).click()
    await expect(this.page.getByRole('button', { name: 'Copied' })).toBeVisible()
    const link = await this.page.evaluate(() => navigator.clipboard.readText())
    await this.page.keyboard.press('Escape')
    await expect(this.page.getByRole('dialog')).toBeHidden()
    return link
  }

  /** Schedules a brown-bag with what the format proposes and ends in its room. */
  async scheduleBrownBag(title: string): Promise<void> {
    await this.page.getByRole('link', { name: /^Schedule (a meeting|another)$/ }).click()
    await expect(this.page.getByRole('radio', { name: /Brown-bag/ })).toBeChecked()
    await this.page.getByLabel('Title', { exact: true }).fill(title)
    await this.page.getByRole('button', { name: 'Schedule it' }).click()
    await expect(this.page.getByRole('heading', { name: title })).toBeVisible()
  }
}
