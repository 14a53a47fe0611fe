import { expect, type Page } from '@playwright/test'

/** Waits until the worker serves this window and keeps the whole app for the next start. */
export const keptForOffline = async (page: Page): Promise<void> => {
  const isKept = () =>
    page.evaluate(async () => {
      const shell = await caches.match('/')
      return shell !== undefined && navigator.serviceWorker.controller !== null
    })
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true)
}

/** Waits until this device holds the whole of a document. */
export const copiedWhole = async (page: Page, documentId: string): Promise<void> => {
  const isWhole = () =>
    page.evaluate(
      (id) =>
        Object.entries(localStorage).some(
          ([key, value]) => key.endsWith(id) && value.includes('"isWhole":true'),
        ),
      documentId,
    )
  await expect.poll(isWhole).toBe(true)
}

/** The names of all databases of this window's origin. */
export const databasesIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))

/** Everything that stands in any cache of this window's origin, by address. */
export const cachedIn = (page: Page): Promise<Map<string, string>> =>
  page
    .evaluate(async () => {
      const found: [string, string][] = []
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          const response = await cache.match(request)
          found.push([new URL(request.url).pathname, (await response?.text()) ?? ''])
        }
      }
      return found
    })
    .then((found) => new Map(found))
