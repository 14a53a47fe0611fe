import type { CarriedCapture } from '@rondo/shared/capture/model.ts'
import type { CaptureId, PageId } from '@rondo/shared/kernel/id.ts'
import { expect, it } from 'vitest'
import { linger } from './lingering.ts'

const step = (id: string, done = false): CarriedCapture => ({
  id: id as CaptureId,
  kind: 'next',
  text: id,
  who: null,
  due: null,
  done,
  doneAt: null,
  dropped: null,
  at: 0,
  by: null,
  pageId: 'page' as PageId,
  pageTitle: 'Flask',
  circleId: null,
  meetingId: null,
  meetingNumber: null,
  segmentId: null,
  position: 0,
  threadId: null,
  grownPageId: null,
  thanked: null,
  carries: 0,
})

it('What was ticked stays in its place, and can be opened again.', () => {
  const shown = linger([step('map'), step('file')], [step('file')])
  expect(shown).toEqual([step('map', true), step('file')])
  expect(linger(shown, [step('map'), step('file')])).toEqual([step('map'), step('file')])
})

it('What is new stands at the end.', () => {
  expect(linger([step('map')], [step('file'), step('map')])).toEqual([step('map'), step('file')])
})

it('What was dropped is not shown as done.', () => {
  const dropped = { ...step('map'), dropped: 'Nobody needs it' }
  expect(linger([dropped], [])).toEqual([dropped])
})
