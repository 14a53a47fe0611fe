import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { setCaptureDone } from '@rondo/shared/document/write-capture.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { useReading } from '../page/index.ts'
import { CapturesPanel } from './captures-panel.tsx'
import { caughtOf } from './caught.ts'
import { jonas, show, speakEnglish, startsAt } from './sample-room.tsx'
import { TINTED_FOR } from './use-newest.ts'

beforeAll(speakEnglish)
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  vi.useRealTimers()
})

const idOf = (number: number) => `00000009-0000-4000-8000-${String(number).padStart(12, '0')}` as CaptureId

const capture = (number: number, kind: CaptureKind, line: string, after: number) =>
  ({ type: 'capture', id: idOf(number), kind, line, at: startsAt + after * MINUTE }) as const

function Panel({ doc, onCapture }: { readonly doc: Y.Doc; readonly onCapture: (id: CaptureId) => void }) {
  const reads = useReading(doc, readCaptures)
  return <CapturesPanel caught={caughtOf(reads, [])} isReady startedAt={startsAt} onCapture={onCapture} />
}

const showPanel = (doc: Y.Doc) => {
  const onCapture = vi.fn<(id: CaptureId) => void>()
  show(<Panel doc={doc} onCapture={onCapture} />)
  return onCapture
}

const rows = () => within(screen.getByRole('list')).getAllByRole('button')
const write = async (doc: Y.Doc, ...blocks: Parameters<typeof appendBlocks>[1]) => {
  appendBlocks(doc, blocks)
  await act(() => vi.advanceTimersByTimeAsync(200))
}

describe('the captures panel', () => {
  it('teaches how to catch the first one', () => {
    showPanel(new Y.Doc())
    expect(screen.getByText(/Type \/ in the notes/)).toBeVisible()
  })

  it('shows what stands in the document, the newest on top, as soon as it is written', async () => {
    const doc = new Y.Doc()
    appendBlocks(doc, [
      capture(1, 'decision', 'One file each', 27),
      capture(2, 'insight', 'Two promises', 19),
    ])
    showPanel(doc)
    expect(rows().map((row) => row.textContent)).toEqual([
      'Decision27 minOne file each',
      'Insight19 minTwo promises',
    ])
    await write(doc, { ...capture(3, 'next', 'Measure p99', 36), who: jonas, due: '2026-12-03' })
    expect(rows()[0]).toHaveTextContent('Next step36 minMeasure p99Jonas · Thu 3 Dec')
  })

  it('tints only what is new, for eight seconds', async () => {
    const doc = new Y.Doc()
    appendBlocks(doc, [capture(1, 'decision', 'One file each', 27)])
    showPanel(doc)
    expect(rows()[0]).toHaveAttribute('data-new', 'false')
    await write(doc, capture(2, 'win', 'A first patch', 30))
    expect(rows()[0]).toHaveAttribute('data-new', 'true')
    expect(rows()[1]).toHaveAttribute('data-new', 'false')
    await act(() => vi.advanceTimersByTimeAsync(TINTED_FOR))
    expect(rows()[0]).toHaveAttribute('data-new', 'false')
  })

  it('filters by kind with named toggles that say how many there are', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
    const doc = new Y.Doc()
    appendBlocks(doc, [
      capture(1, 'decision', 'One file each', 27),
      capture(2, 'insight', 'Two promises', 19),
    ])
    showPanel(doc)
    const filter = screen.getByRole('group', { name: 'Filter by kind' })
    expect(within(filter).getAllByRole('button')).toHaveLength(8)
    await user.click(within(filter).getByRole('button', { name: 'Insight, 1', pressed: false }))
    expect(rows().map((row) => row.textContent)).toEqual(['Insight19 minTwo promises'])
    await user.click(within(filter).getByRole('button', { name: 'Insight, 1', pressed: true }))
    expect(rows()).toHaveLength(2)
  })

  it('leads to the place in the notes', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
    const doc = new Y.Doc()
    appendBlocks(doc, [capture(7, 'question', 'Why not documented?', 34)])
    const onCapture = showPanel(doc)
    await user.click(screen.getByRole('button', { name: /Why not documented/ }))
    expect(onCapture).toHaveBeenCalledWith(idOf(7))
  })

  it('strikes through what is done', async () => {
    const doc = new Y.Doc()
    appendBlocks(doc, [capture(1, 'next', 'Measure p99', 27)])
    showPanel(doc)
    setCaptureDone(doc, idOf(1), true)
    await act(() => vi.advanceTimersByTimeAsync(200))
    expect(screen.getByText('Measure p99').tagName).toBe('S')
  })
})
