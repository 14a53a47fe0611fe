import type { Browser, Page } from '@playwright/test'
import type { Visitor } from './visitor.ts'

/** A browser of one's own in which a visitor is signed in already, at an address of the workspace. */
export const enter = async (browser: Browser, visitor: Visitor, path = '/'): Promise<Page> => {
  const context = await browser.newContext()
  await context.addCookies([visitor.browserCookie])
  const page = await context.newPage()
  await page.goto(visitor.origin + path)
  return page
}
