import type { Actor } from '@rondo/shared/account/model.ts'
import type { VoiceKind } from '@rondo/shared/circle/agreement.ts'
import type { Action } from '@rondo/shared/circle/may.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import type { NewFact } from '../journal/journal.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { ABSENT, permit } from './access.ts'
import { type Agreement, agreementFor } from './agreement-queries.ts'
import { type Seen, seenProposal } from './agreement-seen.ts'
import { settleAgreement } from './agreement-settling.ts'
import { insertAgreement, insertVoice, updateAgreement } from './agreement-store.ts'
import { type AgreementView, type Open, viewAgreement } from './agreement-view.ts'
import { nameOf } from './members.ts'
import { updateSeat } from './store.ts'

interface Scene {
  tx: Tx
  actor: Actor
  circleId: CircleId
  now: number
  view: AgreementView
}

/** Whatever is done to an agreement: asked of `may`, on settled ground, and settled again afterwards. */
const inCircle = (
  context: Context,
  actor: Actor,
  circleId: CircleId,
  action: Action,
  act: (scene: Scene) => Promise<Result<NewFact['name'] | null>>,
): Promise<Result<Agreement>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, action, circleId)
    if (!permitted.ok) return permitted
    const now = context.clock.now()
    await settleAgreement(context, tx, circleId, now)
    const view = await viewAgreement(tx, circleId, now)
    if (view === undefined) return { ok: false, refusal: ABSENT }
    const done = await act({ tx, actor, circleId, now, view })
    if (!done.ok) return done
    if (done.value !== null) await tell(context, tx, done.value, circleId, actor)
    await settleAgreement(context, tx, circleId, now)
    return agreementFor(tx, actor, circleId, now)
  })

const tell = (
  context: Context,
  tx: Tx,
  name: NewFact['name'],
  circleId: CircleId,
  { memberId: by }: Actor,
) => {
  const about = { audience: { circleId }, by }
  return context.journal.append(tx, [
    name === 'circle.agreement-accepted'
      ? { name, payload: { circleId, memberId: by }, ...about }
      : { name: 'circle.agreement-changed', payload: { circleId }, ...about },
  ])
}

const CHANGED = accept<NewFact['name'] | null>('circle.agreement-changed')
const NOTHING = accept<NewFact['name'] | null>(null)

const say = (
  context: Context,
  { tx, actor, now }: Scene,
  about: Pick<Open, 'id' | 'revision'>,
  kind: VoiceKind,
  text: string | null = null,
) =>
  insertVoice(tx, {
    id: context.ids.next<'voice'>(),
    agreementId: about.id,
    revision: about.revision,
    by: actor.memberId,
    kind,
    text,
    at: now,
  })

/** Proposes the next version; `from` is the version in force that the asker saw. */
export const proposeAgreement = (
  context: Context,
  actor: Actor,
  circleId: CircleId,
  { clauses, from }: { clauses: string[]; from: number },
): Promise<Result<Agreement>> =>
  inCircle(context, actor, circleId, 'propose', async (scene) => {
    const { tx, now, view } = scene
    const [inForce] = view.agreed
    const version = inForce?.version ?? 0
    if (version !== from)
      return refuse(
        'conflict',
        `Version ${version} came into force meanwhile. Read it before you propose another.`,
        {
          reason: 'circle.agreement-moved',
        },
      )
    if (view.proposal !== null)
      return refuse(
        'conflict',
        `${await nameOf(tx, view.proposal.proposedBy)} proposed another version already. Change that one, or wait for it.`,
        {
          reason: 'circle.agreement-proposed',
        },
      )
    if (inForce !== undefined && isSame(inForce.clauses, clauses))
      return refuse('invalid', 'That is what holds already.', {
        errors: [{ field: 'clauses', detail: 'must differ from the version in force' }],
      })
    const id = context.ids.next<'agreement'>()
    await insertAgreement(tx, {
      id,
      circleId,
      version: version + 1,
      revision: 1,
      clauses,
      proposedBy: actor.memberId,
      proposedAt: now,
      editedBy: actor.memberId,
      editedAt: now,
      state: 'proposed',
      inForceAt: null,
      how: null,
    })
    await say(context, scene, { id, revision: 1 }, 'accepts')
    return CHANGED
  })

const isSame = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((clause, index) => clause === after[index])

/** Another text for the same proposal; whoever said something about the old one is asked anew. */
export const editProposal = (
  context: Context,
  actor: Actor,
  circleId: CircleId,
  { clauses, ...seen }: Seen & { clauses: string[] },
): Promise<Result<Agreement>> =>
  inCircle(context, actor, circleId, 'propose', async (scene) => {
    const { tx, now, view } = scene
    const found = await seenProposal(view.proposal, seen, (id) => nameOf(tx, id))
    if (!found.ok) return found
    if (isSame(found.value.clauses, clauses)) return NOTHING
    const { id } = found.value
    const revision = found.value.revision + 1
    await updateAgreement(tx, id, { clauses, revision, editedBy: actor.memberId, editedAt: now })
    await say(context, scene, { id, revision }, 'accepts')
    return CHANGED
  })

export const withdrawProposal = (
  context: Context,
  actor: Actor,
  circleId: CircleId,
  seen: Seen,
): Promise<Result<Agreement>> =>
  inCircle(context, actor, circleId, 'propose', async ({ tx, view }) => {
    const found = await seenProposal(view.proposal, seen, (id) => nameOf(tx, id))
    if (!found.ok) return found
    const isHost = view.seats.some((seat) => seat.memberId === actor.memberId && seat.isHost)
    if (!isHost && found.value.proposedBy !== actor.memberId)
      return refuse(
        'forbidden',
        'Only whoever proposed it, or a host, takes it back. You can object to it.',
        {
          reason: 'circle.not-yours',
        },
      )
    await updateAgreement(tx, found.value.id, { state: 'withdrawn' })
    return CHANGED
  })

/** Whoever has more to say about one text has the circle's threads for it. */
const MOST_WORDS = 50

/** A yes, a word, or an objection; saying yes twice is saying it once. */
export const answerProposal = (
  context: Context,
  actor: Actor,
  circleId: CircleId,
  { kind, text, ...seen }: Seen & { kind: VoiceKind; text?: string | undefined },
): Promise<Result<Agreement>> =>
  inCircle(context, actor, circleId, 'propose', async (scene) => {
    const found = await seenProposal(scene.view.proposal, seen, (id) => nameOf(scene.tx, id))
    if (!found.ok) return found
    const own = found.value.voices.filter(({ by }) => by === actor.memberId)
    const last = own.findLast((one) => one.kind !== 'comments')
    if (kind === 'accepts' && last?.kind === 'accepts') return NOTHING
    if (kind !== 'accepts' && own.length >= MOST_WORDS)
      return refuse('conflict', 'You have said a lot about this text. Go on in a thread of the circle.', {
        reason: 'circle.said-enough',
      })
    await say(context, scene, found.value, kind, text ?? null)
    return CHANGED
  })

/** Accepts what is in force: a newcomer may write from then on. */
export const acceptAgreement = (
  context: Context,
  actor: Actor,
  circleId: CircleId,
  version: number,
): Promise<Result<Agreement>> =>
  inCircle(context, actor, circleId, 'accept', async (scene) => {
    const [inForce] = scene.view.agreed
    if (inForce === undefined)
      return refuse('conflict', 'This circle has agreed on nothing yet.', { reason: 'circle.no-agreement' })
    if (inForce.version !== version)
      return refuse(
        'conflict',
        `Version ${inForce.version} came into force meanwhile. Read it, then accept it.`,
        {
          reason: 'circle.agreement-moved',
        },
      )
    const seat = scene.view.seats.find(({ memberId }) => memberId === actor.memberId)
    if (seat?.acceptedVersion === version && inForce.acceptedBy.includes(actor.memberId)) return NOTHING
    await say(context, scene, inForce, 'accepts')
    await updateSeat(scene.tx, circleId, actor.memberId, { acceptedVersion: version })
    return accept('circle.agreement-accepted')
  })
