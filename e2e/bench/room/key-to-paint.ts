import type { Page } from '@playwright/test'

/** Runs in the page: measures from the pressing of each key to the frame that came after it. */
const watchKeys = (): void => {
  const lags: number[] = []
  const watching = new AbortController()
  const earlier = Reflect.get(globalThis, 'stopWatchingKeys') as (() => void) | undefined
  earlier?.()
  Object.assign(globalThis, { keyLags: lags, stopWatchingKeys: () => watching.abort() })
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        // A message is handled after the frame was painted.
        port1.onmessage = () => lags.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    },
    { capture: true, signal: watching.signal },
  )
}

const PAUSE_MS = 120

/** Types so many letters, as fast as a quick typist, and answers for each the milliseconds until it was painted. */
export const keysToPaint = async (page: Page, count: number): Promise<number[]> => {
  await page.evaluate(watchKeys)
  for (let key = 0; key < count; key += 1)
    await page.keyboard.type(key % 6 === 5 ? ' ' : 'e', { delay: PAUSE_MS })
  await page.waitForFunction((all) => (Reflect.get(globalThis, 'keyLags') as number[]).length >= all, count)
  return page.evaluate(() => Reflect.get(globalThis, 'keyLags') as number[])
}
