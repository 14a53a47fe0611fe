import { Button } from '@mantine/core'
import type { CaptureId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { ranked, turnoutOf } from '@rondo/shared/meeting/turnout.ts'
import { dotsOf, MOST_DOTS } from '@rondo/shared/meeting/votes.ts'
import { IconCircle, IconCircleFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Caught } from '../caught.ts'
import type { Room } from '../room.ts'

interface VoteProps {
  readonly room: Room
  readonly segmentId: SegmentId
  readonly caught: readonly Caught[]
  readonly onCapture: (id: CaptureId) => void
}

/** Everybody's dots for the questions of this meeting: one's own while it runs, everybody's once all have answered. */
export function VoteBand(props: VoteProps) {
  const { room, segmentId, caught } = props
  const { t } = useTranslation()
  const { state, onlooker } = room
  if (state.phase !== 'live') return null
  const { voted, of, isOpen } = turnoutOf(state, segmentId)
  const questions = caught.filter(({ kind }) => kind === 'question')
  const own = dotsOf(state, segmentId, onlooker.me)
  return (
    <section className="part-band vote-band" aria-label={t('meeting.pace.vote.title')}>
      <p className="part-band-main">{t('meeting.pace.vote.title')}</p>
      {questions.length === 0 ? <p className="part-band-why">{t('meeting.pace.vote.none')}</p> : null}
      {questions.length > 0 && room.meeting.mayWrite ? (
        <Ballot key={own?.join() ?? 'none'} {...props} questions={questions} own={own} />
      ) : null}
      <p className="part-band-why" role="status">
        {t('meeting.pace.vote.turnout', { voted, of })} {isOpen ? '' : t('meeting.pace.vote.hidden')}
      </p>
      {isOpen ? <Ranking {...props} /> : null}
    </section>
  )
}

interface BallotProps extends VoteProps {
  readonly questions: readonly Caught[]
  readonly own: readonly CaptureId[] | undefined
}

function Ballot({ room, segmentId, questions, own }: BallotProps) {
  const { t } = useTranslation()
  // A question that is gone takes its dot along; the other dots may be given again.
  const standing = (own ?? []).filter((id) => questions.some((one) => one.id === id))
  const [dots, setDots] = useState<readonly CaptureId[]>(standing)
  const left = MOST_DOTS - dots.length
  const toggle = (id: CaptureId) =>
    setDots(dots.includes(id) ? dots.filter((one) => one !== id) : [...dots, id])
  const isNew = own === undefined || own.length !== dots.length || !dots.every((id) => own.includes(id))
  return (
    <>
      <ul className="vote-questions" aria-label={t('meeting.pace.vote.ballot')}>
        {questions.map(({ id, text }) => {
          const isGiven = dots.includes(id)
          const Dot = isGiven ? IconCircleFilled : IconCircle
          return (
            <li key={id}>
              <button
                type="button"
                className="vote-question"
                aria-pressed={isGiven}
                disabled={!isGiven && left === 0}
                onClick={() => toggle(id)}
              >
                <Dot size={16} stroke={1.5} aria-hidden="true" />
                {text}
              </button>
            </li>
          )
        })}
      </ul>
      <div className="vote-give">
        <Button
          size="compact-sm"
          disabled={!isNew || !room.online}
          title={room.online ? undefined : t('meeting.needsServer')}
          loading={room.run.isPending && room.run.variables?.do === 'vote'}
          onClick={() => room.run.mutate({ do: 'vote', segmentId, from: own ?? [], to: dots })}
        >
          {t(own === undefined ? 'meeting.pace.vote.give' : 'meeting.pace.vote.change')}
        </Button>
        <span className="part-band-why">
          {isNew ? t('meeting.pace.vote.left', { count: left }) : t('meeting.pace.vote.given')}
        </span>
      </div>
    </>
  )
}

/** What came of a vote that is over. */
export function VoteResult(props: VoteProps) {
  const { t } = useTranslation()
  return (
    <section className="part-band vote-band" aria-label={t('meeting.pace.vote.result')}>
      <p className="part-band-main">{t('meeting.pace.vote.result')}</p>
      <Ranking {...props} />
    </section>
  )
}

/** The questions that got dots, most first. */
function Ranking({ room: { state }, segmentId, caught, onCapture }: VoteProps) {
  const { t } = useTranslation()
  if (state.phase !== 'live' && state.phase !== 'wrapped') return null
  const questions = caught.filter(({ kind }) => kind === 'question')
  const chosen = ranked(state, segmentId, questions).filter(({ dots }) => dots > 0)
  if (chosen.length === 0) return <p className="part-band-why">{t('meeting.pace.vote.noDots')}</p>
  return (
    <ol className="vote-ranking">
      {chosen.map(({ question, dots }) => (
        <li key={question.id}>
          <button type="button" className="glance-text" onClick={() => onCapture(question.id)}>
            {question.text}
          </button>
          <span className="num faint">{t('meeting.pace.vote.dots', { count: dots })}</span>
        </li>
      ))}
    </ol>
  )
}
