import { test as base } from '@playwright/test'

export * from '@playwright/test'

/**
 * Playwright's test, which in addition closes every window that a test opened for its people: a room that stays open goes
 * on drawing, and the machine has better things to do.
 */
export const test = base.extend<{ closeWindows: undefined }>({
  closeWindows: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts())
      await use(undefined)
      const opened = browser.contexts().filter((context) => !before.has(context))
      await Promise.all(opened.map((context) => context.close()))
    },
    { auto: true },
  ],
})
