import type { Actor } from '@rondo/shared/account/model.ts'
import type { Capture } from '@rondo/shared/capture/model.ts'
import { isTickable } from '@rondo/shared/document/capture-kinds.ts'
import { setCaptureDone, setCaptureDropped, setCaptureDue } from '@rondo/shared/document/write-capture.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { permit } from '../circle/index.ts'
import type { DocumentContext } from '../page/index.ts'
import { capturesFor } from './queries.ts'
import { type Wish, whyLate } from './rules.ts'
import { changeBlock } from './write-block.ts'

export const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such capture.' }

/** Ticks or unticks by changing the block in the document. */
export const tickCapture = (context: DocumentContext, actor: Actor, id: CaptureId, done: boolean) =>
  settle(context, actor, id, { kind: 'tick', done })

/** Drops an open step or question with a reason; without one it is taken up again. */
export const dropCapture = (
  context: DocumentContext,
  actor: Actor,
  id: CaptureId,
  wish: { reason: string | null; from: string | null },
) => settle(context, actor, id, { kind: 'drop', ...wish })

export const dateCapture = (
  context: DocumentContext,
  actor: Actor,
  id: CaptureId,
  wish: { due: string | null; from: string | null },
) => settle(context, actor, id, { kind: 'date', ...wish })

/**
 * A block that was copied to another page is still one thing, so it is changed wherever the actor may write. Whoever saw it
 * otherwise than it stands is told who was faster.
 */
const settle = async (
  context: DocumentContext,
  actor: Actor,
  id: CaptureId,
  wish: Wish,
): Promise<Result<Capture>> => {
  const found = await capturesFor(context.db.read, actor.memberId, { id })
  if (found.length === 0) return { ok: false, refusal: ABSENT }
  if (!found.every(({ kind }) => isMeant(wish, kind))) {
    const errors = [{ field: 'captureId', detail: 'is neither a next step nor a question' }]
    return refuse('invalid', 'Only next steps are done and questions answered.', { errors })
  }
  let refused: Result<Capture> = { ok: false, refusal: ABSENT }
  let isChanged = false
  for (const capture of found) {
    const permitted = await permit(context.db.read, actor, 'write', capture.circleId, ABSENT)
    if (!permitted.ok) {
      refused = permitted
      continue
    }
    const changed = await changeBlock(context, actor.memberId, capture, {
      why: (is) => whyLate(wish, is),
      write: (doc) => write(doc, id, wish),
    })
    if (changed === 'changed') isChanged = true
    else if (changed !== 'absent') refused = changed
  }
  if (!isChanged) return refused
  const [after] = await capturesFor(context.db.read, actor.memberId, { id })
  return after === undefined ? { ok: false, refusal: ABSENT } : accept(after)
}

const isMeant = (wish: Wish, kind: Capture['kind']): boolean =>
  wish.kind === 'date' ? kind === 'next' : isTickable(kind)

const write = (doc: Parameters<typeof setCaptureDone>[0], id: CaptureId, wish: Wish): boolean => {
  switch (wish.kind) {
    case 'tick':
      return setCaptureDone(doc, id, wish.done)
    case 'drop':
      return setCaptureDropped(doc, id, wish.reason ?? undefined)
    case 'date':
      return setCaptureDue(doc, id, wish.due ?? undefined)
  }
}
