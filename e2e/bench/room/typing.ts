import type { Browser, Page } from '@playwright/test'
import type { Block } from '@rondo/shared/document/block.ts'
import { toProseMirrorJson } from '@rondo/shared/document/to-prosemirror-json.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import * as Y from 'yjs'
import { enter } from '../../world/browser-person.ts'
import { openDocument } from '../../world/document-client.ts'
import { buildBareEditor } from './bare/build.ts'
import { crowdIn } from './crowd.ts'
import { gather } from './gathering.ts'
import { keysToPaint } from './key-to-paint.ts'
import { quantileOf } from './quantiles.ts'

/** Milliseconds from key to paint in one round. */
export interface TypingReadings {
  readonly ours: { readonly p50: number; readonly p95: number }
  readonly bare: { readonly p50: number; readonly p95: number }
}

const BLOCKS = 2_000
const OTHERS = 5

/** A long page as meetings leave it: mostly paragraphs, a capture now and then, a heading at times. */
const longPage = (): Block[] =>
  Array.from({ length: BLOCKS }, (_, index): Block => {
    const line = `Line ${index} says what was said, in a sentence that is neither short nor very long.`
    if (index % 50 === 0) return { type: 'heading', level: 2, line: `Part ${index / 50}` }
    if (index % 10 === 5)
      return {
        type: 'capture',
        id: crypto.randomUUID() as never,
        kind: 'insight',
        line,
        at: 1_764_000_000_000,
      }
    return { type: 'paragraph', line }
  })

const readings = (lags: readonly number[]) => ({ p50: quantileOf(lags, 0.5), p95: quantileOf(lags, 0.95) })

/** A bare Tiptap with the same text. */
const openBare = async (browser: Browser, script: string, content: unknown): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await page.setContent('<!doctype html><title>Bare</title>')
  await page.addScriptTag({ content: script })
  await page.evaluate((given) => {
    const open = Reflect.get(globalThis, 'openBareEditor') as (content: unknown) => unknown
    open(given)
  }, content)
  return page
}

/** Types into a page of 2,000 blocks in which five others write, and into a bare editor, in turns. */
export const measureTyping = async (
  browser: Browser,
  { rounds, keys }: { rounds: number; keys: number },
): Promise<TypingReadings[]> => {
  const gathering = await gather(OTHERS + 2)
  try {
    const [typist] = gathering.people
    if (typist === undefined) throw new Error('Somebody has to type.')
    const blocks = longPage()
    const at = { origin: gathering.rondo.origin, cookie: typist.cookie }
    const writing = openDocument(at, gathering.meeting.documentId)
    await writing.synced
    appendBlocks(writing.doc, blocks)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(writing.doc))
    const bare = await openBare(browser, await buildBareEditor(), toProseMirrorJson(doc))
    const ours = await enter(browser, typist, `/meetings/${gathering.meeting.id}`)
    const notes = ours.getByRole('textbox', { name: /notes/i })
    await notes.getByText(`Line ${BLOCKS - 1} `).waitFor()
    writing.close()
    const crowd = await crowdIn(gathering, { first: 1, people: OTHERS, writers: OTHERS })
    const middle = `Line ${BLOCKS / 2 + 1} `
    await notes.getByText(middle).click()
    await bare.getByText(middle).click()
    const all: TypingReadings[] = []
    for (let round = 0; round < rounds; round += 1) {
      await ours.bringToFront()
      const mine = readings(await keysToPaint(ours, keys))
      await bare.bringToFront()
      all.push({ ours: mine, bare: readings(await keysToPaint(bare, keys)) })
    }
    const typed = await Promise.all([ours, bare].map((page) => page.getByText(`${middle}says`).textContent()))
    if (!typed.every((line) => line?.includes('eeeee'))) throw new Error('The keys went somewhere else.')
    await crowd.stop()
    return all
  } finally {
    await gathering.dispose()
  }
}
