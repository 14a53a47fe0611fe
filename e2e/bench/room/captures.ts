import type { Browser } from '@playwright/test'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { enter } from '../../world/browser-person.ts'
import { openDocument } from '../../world/document-client.ts'
import { cpuMs, residentBytes } from '../machine/process-meter.ts'
import { instantMs } from './clock.ts'
import { crowdIn } from './crowd.ts'
import { gather } from './gathering.ts'
import { quantileOf } from './quantiles.ts'

/** What catching things in a full room was like. */
export interface CaptureReadings {
  readonly people: number
  readonly caught: number
  /** Milliseconds from the writing of a capture by one person to its standing in the panel of another, painted. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Of the server, in percent of one core. */
  readonly cpu: number
  readonly residentMb: number
}

/** A capture each so many milliseconds. */
const EVERY_MS = 500
const WRITERS = 10

/** Runs in the page: remembers when each capture was first painted in the panel. */
const watchPanel = (): void => {
  const seen = new Map<string, number>()
  Object.assign(globalThis, { seenCaptures: seen })
  const look = (): void => {
    for (const { textContent } of document.querySelectorAll('.captures-text'))
      if (textContent !== null && !seen.has(textContent)) {
        seen.set(textContent, Number.NaN)
        requestAnimationFrame(() =>
          setTimeout(() => seen.set(textContent, performance.timeOrigin + performance.now())),
        )
      }
  }
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
  })
}

/** Lets ten people write and one catch things in a room of so many, and watches the panel of somebody else. */
export const measureCaptures = async (
  browser: Browser,
  people: number,
  seconds: number,
): Promise<CaptureReadings> => {
  const gathering = await gather(people)
  try {
    const [watcher, catcher] = gathering.people
    if (watcher === undefined || catcher === undefined) throw new Error('Two people are needed.')
    const page = await enter(browser, watcher, '/')
    await page.addInitScript(watchPanel)
    await page.goto(`${gathering.rondo.origin}/meetings/${gathering.meeting.id}`)
    await page.getByRole('complementary', { name: 'Captures' }).waitFor()
    const crowd = await crowdIn(gathering, { first: 2, people: people - 2, writers: WRITERS })
    const writing = openDocument(
      { origin: gathering.rondo.origin, cookie: catcher.cookie },
      gathering.meeting.documentId,
    )
    await writing.synced
    const sent = new Map<string, number>()
    const pid = gathering.rondo.pid
    const [cpuBefore, before] = [cpuMs(pid), performance.now()]
    for (let number = 1; number <= (seconds * 1000) / EVERY_MS; number += 1) {
      const text = `Caught as number ${number}`
      sent.set(text, instantMs())
      appendBlocks(writing.doc, [
        { type: 'capture', id: crypto.randomUUID() as never, kind: 'insight', line: text, at: Date.now() },
      ])
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    }
    const cpu = ((cpuMs(pid) - cpuBefore) / (performance.now() - before)) * 100
    const last = [...sent.keys()].at(-1) ?? ''
    await page.locator('.captures-text').filter({ hasText: last }).waitFor()
    const seen = new Map(
      await page.evaluate(() => [...(Reflect.get(globalThis, 'seenCaptures') as Map<string, number>)]),
    )
    const lags = [...sent].map(([text, at]) => (seen.get(text) ?? Number.NaN) - at)
    await crowd.stop()
    writing.close()
    await page.context().close()
    return {
      people,
      caught: lags.length,
      p50: quantileOf(lags, 0.5),
      p95: quantileOf(lags, 0.95),
      p99: quantileOf(lags, 0.99),
      cpu,
      residentMb: residentBytes(pid) / 1024 / 1024,
    }
  } finally {
    await gathering.dispose()
  }
}
