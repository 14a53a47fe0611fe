import { expect, type Page } from '@playwright/test'
import { addressFor, PASSWORD } from '../world/people.ts'
import { Room } from './room.ts'

/** Fills who somebody is: the same fields where a workspace is set up and where an invitation is taken. */
const introduce = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(addressFor(name))
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
}

/** Sets up an empty workspace on the screen. */
export const setUpOnScreen = async (page: Page, origin: string, name: string): Promise<void> => {
  await page.goto(origin)
  await expect(page.getByRole('heading', { name: 'Set up your workspace' })).toBeVisible()
  await page.getByLabel('Name of the workspace').fill('Learning at Linden')
  await introduce(page, name)
  await page.getByRole('button', { name: 'Set up the workspace' }).click()
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible()
}

/** Opens an invitation link, makes an account and takes the seat in the circle. */
export const acceptOnScreen = async (
  page: Page,
  link: string,
  name: string,
  circle: string,
): Promise<void> => {
  await page.goto(link)
  await expect(page.getByRole('heading', { name: `offers you a seat in ${circle}` })).toBeVisible()
  await introduce(page, name)
  await page.getByRole('button', { name: 'Come in and take a seat' }).click()
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${circle}`) })).toBeVisible()
}

/** Signs in on the screen that is open. */
export const signInOnScreen = async (page: Page, name: string, password = PASSWORD): Promise<void> => {
  await page.getByLabel('E-mail').fill(addressFor(name))
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Comes into a room by a guest's link. */
export const comeAsGuest = async (page: Page, url: string, name: string): Promise<Room> => {
  await page.goto(url)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Come in' }).click()
  const room = new Room(page)
  await expect(room.notes.segment('Check-in')).toBeVisible()
  return room
}
