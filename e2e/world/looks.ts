import type { Page } from '@playwright/test'
import { objections } from './axe.ts'
import { expect } from './test.ts'

/** Each width and each scheme once: a colour does not change with the width. */
const LOOKS = [
  { width: 1280, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const

/** How many pixels of the screen lie beyond its right edge; 0 or less when it does not scroll sideways. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Nothing that axe objects to and nothing over the edge, wide and narrow, light and dark; then the screen is wide again. */
export const isFineEverywhere = async (page: Page, name = 'the screen'): Promise<void> => {
  for (const { width, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect.soft(await objections(page), `${name}, ${width} px, ${colorScheme}`).toEqual([])
    expect.soft(await overhang(page), `${name}, ${width} px: sideways scrolling`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}
