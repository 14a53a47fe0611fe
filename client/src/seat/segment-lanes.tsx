import type { MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { PromptSeen, Seat } from '@rondo/shared/seat/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { AnswerWords } from './answer-words.tsx'

/** The segments under which something is to be shown: those to which anybody answered. */
export const answeredSegments = (seat: Seat | undefined): readonly SegmentId[] =>
  seat?.prompts
    .filter(({ answered, isGone }) => answered.length > 0 && !isGone)
    .map((one) => one.segmentId) ?? []

/** What was answered in people's own time to the prompt of a segment, or who did, while it is not to be read yet. */
export function SegmentLanes({ prompt }: { readonly prompt: PromptSeen }) {
  const { t } = useTranslation()
  const me = useReader().id
  const { mine, others, answered } = prompt
  const lanes = [...(others ?? []), ...(mine === null ? [] : [mine])].toSorted((a, b) => a.at - b.at)
  const unseen = others === null ? answered.filter((id) => id !== me) : []
  const title = prompt.title || t('seat.untitled')
  return (
    <section className="answer-lanes" aria-label={t('seat.lane.label', { title })}>
      {lanes.length === 0 ? null : (
        <ul>
          {lanes.map((one) => (
            <AnswerWords key={one.memberId} answer={one} />
          ))}
        </ul>
      )}
      {unseen.length === 0 ? null : <Unseen people={unseen} />}
    </section>
  )
}

function Unseen({ people }: { readonly people: readonly MemberId[] }) {
  const { t } = useTranslation()
  const who = useWho()
  return (
    <p className="answer-unseen">
      {people.map((id) => (
        <Avatar key={id} name={who(id).name} colour={who(id).colour} size={22} />
      ))}
      <span>{t('seat.lane.unseen', { count: people.length })}</span>
    </p>
  )
}
