import type { Capture } from '@rondo/shared/capture/model.ts'
import { isOpen } from './tickable.ts'

export type CaptureAct = 'date' | 'drop' | 'take-up' | 'ask' | 'help' | 'grow' | 'thank'

/** What can be done with a capture as it stands. Threads, pages and thanks belong to a circle. */
export const actsOf = (capture: Capture): CaptureAct[] => {
  const { kind, dropped, circleId, threadId, grownPageId, thanked } = capture
  const inCircle = circleId !== null
  const may: readonly (readonly [CaptureAct, boolean])[] = [
    ['ask', kind === 'question' && inCircle && threadId === null],
    ['date', kind === 'next' && isOpen(capture)],
    ['help', kind === 'next' && isOpen(capture) && inCircle && threadId === null],
    ['grow', kind === 'link' && inCircle && grownPageId === null],
    ['thank', kind === 'win' && inCircle && thanked === null],
    ['drop', isOpen(capture)],
    ['take-up', dropped !== null],
  ]
  return may.filter(([, is]) => is).map(([act]) => act)
}
