import { Checkbox } from '@mantine/core'
import type { Capture } from '@rondo/shared/capture/model.ts'
import { isTickable } from '@rondo/shared/document/capture-kinds.ts'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { KindIcon } from '../ui/kind/kind.tsx'
import { TextLink } from '../ui/link/text-link.tsx'
import { DateText, DayText } from '../ui/time/time-text.tsx'
import { CaptureActs } from './capture-acts.tsx'
import { FollowUps } from './follow-ups.tsx'
import { lateWords } from './late-words.ts'
import { useTickCapture } from './queries.ts'
import './capture-line.css'

interface CaptureLineProps {
  readonly capture: Capture
  /** Whether the reader may change the page it stands in. */
  readonly mayTick?: boolean
  /** Names the meeting or page it comes from, as a link to the block. */
  readonly withSource?: boolean
  /** The name of its circle, where lines of several stand together. */
  readonly circle?: string | undefined
  /** What is asked about it, below. */
  readonly children?: ReactNode
}

/** One capture in a list outside its page: what it says, who takes it by when, where it comes from. */
export function CaptureLine({
  capture,
  mayTick = true,
  withSource = true,
  circle,
  children,
}: CaptureLineProps) {
  const { t } = useTranslation()
  const textId = useId()
  return (
    <div className="capture-line" data-done={capture.done}>
      {isTickable(capture.kind) && capture.dropped === null ? (
        <CaptureTick capture={capture} labelledBy={textId} mayTick={mayTick} />
      ) : (
        <KindIcon kind={capture.kind} size={18} label />
      )}
      <div className="capture-line-text">
        <CaptureText capture={capture} id={textId} />
        {capture.dropped === null ? null : (
          <span className="capture-source">{t('capture.dropped', { reason: capture.dropped })}</span>
        )}
        {withSource ? <CaptureSource capture={capture} circle={circle} /> : null}
        <FollowUps capture={capture} />
      </div>
      <CaptureOwner capture={capture} />
      {mayTick ? <CaptureActs capture={capture} /> : null}
      {children}
    </div>
  )
}

interface CaptureTickProps {
  readonly capture: Capture
  /** The element with the capture's text. */
  readonly labelledBy: string
  readonly mayTick?: boolean
}

/** The tick of a next step or a question; it changes the block in its own page. */
function CaptureTick({ capture, labelledBy, mayTick = true }: CaptureTickProps) {
  const { t, i18n } = useTranslation()
  const tick = useTickCapture()
  const problem = useId()
  return (
    <span className="capture-tick">
      <Checkbox
        size="sm"
        checked={capture.done}
        disabled={!mayTick}
        title={mayTick ? undefined : t('capture.mayNotTick')}
        aria-labelledby={labelledBy}
        aria-describedby={tick.isError ? problem : undefined}
        onChange={(event) => tick.mutate({ capture, done: event.currentTarget.checked })}
      />
      {tick.isError ? (
        <span id={problem} className="capture-problem" role="alert">
          {lateWords(tick.error, t, i18n) ?? t('capture.notTicked')}
        </span>
      ) : null}
    </span>
  )
}

interface CapturePartProps {
  readonly capture: Capture
  readonly id?: string
}

/** What it says, struck through when done. */
function CaptureText({ capture, id }: CapturePartProps) {
  const { t } = useTranslation()
  const words = capture.text === '' ? <i className="faint">{t('capture.untitled')}</i> : capture.text
  const isStruck = capture.done || capture.dropped !== null
  return <span id={id}>{isStruck ? <s>{words}</s> : words}</span>
}

interface CaptureSourceProps extends CapturePartProps {
  readonly circle: string | undefined
}

/** "from meeting 14", leading to the block, and the circle whose meeting it is. */
function CaptureSource({ capture, circle }: CaptureSourceProps) {
  const { t } = useTranslation()
  const words =
    capture.meetingNumber === null
      ? t('capture.fromPage', { title: capture.pageTitle })
      : t('capture.fromMeeting', { number: capture.meetingNumber })
  return (
    <span className="capture-source">
      {capture.meetingId === null ? (
        <TextLink to="/pages/$pageId" params={{ pageId: capture.pageId }} hash={capture.id}>
          {words}
        </TextLink>
      ) : (
        <TextLink to="/meetings/$meetingId" params={{ meetingId: capture.meetingId }} hash={capture.id}>
          {words}
        </TextLink>
      )}
      {circle === undefined ? null : t('capture.inCircle', { circle })}
    </span>
  )
}

/** Who takes it, and by when; when it was done once it is. */
function CaptureOwner({ capture }: CapturePartProps) {
  const { t } = useTranslation()
  const who = useWho()
  const owner = capture.who === null ? undefined : who(capture.who)
  const done = capture.kind === 'question' ? t('capture.answered') : t('capture.done')
  if (owner === undefined && capture.due === null && !capture.done) return null
  return (
    <span className="capture-owner">
      {owner === undefined ? null : <span className={owner.isMe ? 'strong' : ''}>{owner.shown}</span>}
      {capture.done ? (
        <span>
          {capture.doneAt === null ? null : (
            <>
              {done} <DayText at={capture.doneAt} />
            </>
          )}
        </span>
      ) : capture.due === null ? null : (
        <DateText day={capture.due} />
      )}
    </span>
  )
}
