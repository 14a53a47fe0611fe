import { expect, type Locator, type Page } from '@playwright/test'
import { Notes } from './notes.ts'

/** The meeting room. */
export class Room {
  readonly page: Page
  readonly notes: Notes

  constructor(page: Page) {
    this.page = page
    this.notes = new Notes(page)
  }

  get agenda(): Locator {
    return this.page.getByRole('complementary', { name: 'Agenda' })
  }

  get captures(): Locator {
    return this.page.getByRole('complementary', { name: 'Captures' })
  }

  get bar(): Locator {
    return this.page.getByRole('region', { name: 'Meeting controls' })
  }

  get timer(): Locator {
    return this.page.getByRole('timer')
  }

  get saved(): Locator {
    return this.page.getByRole('banner').getByRole('status')
  }

  /** The line of the agenda that is lit. */
  get current(): Locator {
    return this.agenda.locator('[aria-current="step"]')
  }

  caught(text: string): Locator {
    return this.captures.getByRole('listitem').filter({ hasText: text })
  }

  act(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true })
  }

  async isOn(segment: string): Promise<void> {
    await expect(this.current).toContainText(segment)
    await expect(this.notes.segment(segment)).toHaveAttribute('aria-current', 'step')
  }

  /** Hands a role over to somebody, in the dialog. */
  async handOver(role: string, to: string): Promise<void> {
    await this.act('Hand over').click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('radio', { name: role }).check()
    await dialog.getByRole('combobox', { name: 'To whom' }).click()
    await this.page.getByRole('option', { name: to }).click()
    await dialog.getByRole('button', { name: 'Hand over' }).click()
    await expect(dialog).toBeHidden()
  }

  /** The dialog about guests of this meeting. */
  get guests(): Locator {
    return this.page.getByRole('dialog', { name: 'Invite guests to this meeting' })
  }

  /** Makes a link for a guest on the screen and reads it off. */
  async guestLink(): Promise<string> {
    await this.page.getByRole('button', { name: 'Invite a guest' }).click()
    await this.guests.getByRole('button', { name: 'Make a link' }).click()
    const url = await this.guests.getByLabel('Link for guests').inputValue()
    await this.page.keyboard.press('Escape')
    return url
  }

  async wrapUp(): Promise<void> {
    await this.act('Wrap up').click()
    await this.page.getByRole('dialog').getByRole('button', { name: 'Wrap up' }).click()
    await expect(this.page.getByRole('heading', { name: 'At a glance' })).toBeVisible()
  }

  /** Seconds that are left in the segment; negative once they are over. */
  async seconds(): Promise<number> {
    const words = (await this.timer.textContent()) ?? ''
    const [, minutes = '0', seconds = '0'] = /(\d+):(\d\d)/.exec(words) ?? []
    return (words.includes('left') ? 1 : -1) * (Number(minutes) * 60 + Number(seconds))
  }
}
