import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import { answerProposal, proposeAgreement } from '../circle/index.ts'
import { actorOf, type Cast } from './cast.ts'
import type { StoryProposal } from './story/story.ts'
import { at, done, type WorldContext } from './world-context.ts'

/** Tells how an agreement was proposed and who said yes, a day apart; who is silent is bound after a week. */
export const tellProposal = async (
  context: WorldContext,
  cast: Cast,
  circleId: CircleId,
  { version, by, clauses, accepts, comment }: StoryProposal,
  since: Instant,
): Promise<void> => {
  const asked = { clauses: [...clauses], from: version - 1 }
  await done(proposeAgreement(at(context, since), actorOf(cast[by]), circleId, asked))
  const seen = { version, revision: 1 }
  for (const [day, who] of accepts.entries()) {
    const then = at(context, since + (day + 1) * DAY)
    await done(answerProposal(then, actorOf(cast[who]), circleId, { ...seen, kind: 'accepts' }))
  }
  if (comment === undefined) return
  const then = at(context, since + (accepts.length + 1) * DAY)
  const said = { ...seen, kind: 'comments' as const, text: comment.words }
  await done(answerProposal(then, actorOf(cast[comment.by]), circleId, said))
}
