import { expect, type Locator, type Page } from '@playwright/test'

/** The roles of a new circle by their column. */
const COLUMN = { Facilitator: 0, Presenter: 1, 'Note-taker': 2 } as const
export type Column = keyof typeof COLUMN

/** Who leads next: the table of turns, the offers below it, and what is told. */
export class RotationScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: /^Who does what/ })
  }

  get offers(): Locator {
    return this.page.getByRole('list', { name: 'Swaps' })
  }

  /** One of the next meetings, counted from 0. */
  meeting(row: number): Locator {
    return this.grid.getByRole('row').nth(row + 1)
  }

  turn(row: number, column: Column): Locator {
    return this.meeting(row).getByRole('gridcell').nth(COLUMN[column]).getByRole('button')
  }

  /** Waits until the meetings are led by these people, in this order. */
  async isLedBy(...names: string[]): Promise<void> {
    await expect
      .poll(() =>
        Promise.all(names.map((_, row) => this.turn(row, 'Facilitator').locator('b').textContent())),
      )
      .toEqual(names)
  }

  /** Opens what can be done with a turn and does it. */
  async act(row: number, column: Column, name: string | RegExp): Promise<void> {
    await this.turn(row, column).click()
    await this.page.getByRole('menuitem', { name }).click()
  }

  /** Carries a turn to another by mouse. */
  async drag(from: Locator, to: Locator): Promise<void> {
    await from.hover()
    await this.page.mouse.down()
    await to.hover()
    await to.hover({ position: { x: 20, y: 20 } })
    await this.page.mouse.up()
  }

  /** Says that one is away from one day to another, as 'YYYY-MM-DD'. */
  async sayAway(from: string, to: string): Promise<void> {
    await this.page.getByRole('button', { name: 'I’m away' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('First day').fill(from)
    await dialog.getByLabel('Last day').fill(to)
    await dialog.getByRole('button', { name: 'Add these days' }).click()
    await expect(dialog.getByRole('list', { name: 'Your days away' }).getByRole('listitem')).toHaveCount(1)
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toBeHidden()
  }
}
