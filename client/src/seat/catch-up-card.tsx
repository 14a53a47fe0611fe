import { Button } from '@mantine/core'
import type { Capture } from '@rondo/shared/capture/model.ts'
import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { CatchUp } from '@rondo/shared/seat/model.ts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '../ui/kind/kind.tsx'
import { TextLink } from '../ui/link/text-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { DateText, TimeText } from '../ui/time/time-text.tsx'
import { usePutAway } from './queries.ts'
import './seat.css'

interface CatchUpCardProps {
  readonly missed: CatchUp
  /** Whether the meeting is named, with a way to it: not on its own page. */
  readonly withMeeting?: boolean
}

/** Whether there is anything in it to know or to do. */
export const hasNews = ({ decisions, steps, questions, asked }: CatchUp): boolean =>
  decisions.length + steps.length + questions.length + asked.length > 0

/** What somebody who was not there has to know, in two minutes; "Read" puts it away. */
export function CatchUpCard({ missed, withMeeting = false }: CatchUpCardProps) {
  const { t } = useTranslation()
  const id = useId()
  const putAway = usePutAway()
  const { decisions, steps, questions, asked, more, minutes, meetingId } = missed
  return (
    <section className="catch-up" aria-labelledby={id}>
      <div className="catch-up-head">
        <h2 id={id}>{withMeeting ? t('seat.missed.of', { title: missed.title }) : t('seat.missed.title')}</h2>
        <span className="text-small faint">{t('seat.missed.minutes', { count: minutes })}</span>
      </div>
      {withMeeting ? <p className="text-small faint">{missed.circleName}</p> : null}
      {hasNews(missed) ? null : <p className="text-small soft">{t('seat.missed.nothing')}</p>}
      <Part kind="decision" title={t('seat.missed.decisions')} captures={decisions} />
      <Part kind="next" title={t('seat.missed.steps')} captures={steps} />
      <Part kind="question" title={t('seat.missed.questions')} captures={questions} />
      {asked.length === 0 ? null : (
        <div className="catch-up-part">
          <h3>{t('seat.missed.asked')}</h3>
          <div>
            <p>{t('seat.missed.left', { count: asked.length })}</p>
            <p className="text-small faint">
              {t('seat.until')} <TimeText at={missed.closesAt} zone={missed.timeZone} />.
            </p>
          </div>
        </div>
      )}
      {more === 0 ? null : <p className="text-small faint">{t('seat.missed.more', { count: more })}</p>}
      {putAway.error === null ? null : <RefusalNotice error={putAway.error} />}
      <p className="catch-up-acts">
        {withMeeting ? (
          <TextLink to="/meetings/$meetingId" params={{ meetingId }}>
            {t(asked.length > 0 ? 'seat.missed.answer' : 'seat.missed.open')}
          </TextLink>
        ) : null}
        <Button
          size="compact-sm"
          loading={putAway.isPending}
          onClick={() => putAway.mutate({ params: { meetingId } })}
        >
          {t('seat.missed.read')}
        </Button>
      </p>
    </section>
  )
}

interface PartProps {
  readonly kind: CaptureKind
  readonly title: string
  readonly captures: readonly Capture[]
}

function Part({ kind, title, captures }: PartProps) {
  const id = useId()
  if (captures.length === 0) return null
  return (
    <div className={`catch-up-part kind-${kind}`}>
      <h3 id={id}>
        <KindIcon kind={kind} size={15} />
        {title}
      </h3>
      <ul aria-labelledby={id}>
        {captures.map((one) => (
          <li key={one.id}>
            {one.text} {one.due === null ? null : <DateText day={one.due} />}
          </li>
        ))}
      </ul>
    </div>
  )
}
