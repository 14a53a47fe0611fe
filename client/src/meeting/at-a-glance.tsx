import { Checkbox } from '@mantine/core'
import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import { setCaptureDone } from '@rondo/shared/document/write-capture.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useWho } from '../account/index.ts'
import { FollowUps } from '../capture/index.ts'
import { KindIcon } from '../ui/kind/kind.tsx'
import { DateText, DayText } from '../ui/time/time-text.tsx'
import type { Caught } from './caught.ts'

interface AtAGlanceProps {
  readonly caught: readonly Caught[]
  /** Whether it was said at the end that there is no next step; one that was caught later speaks for itself. */
  readonly noNextStep: boolean
  /** Where a tick is written: the document is the one source of truth, also without a connection. */
  readonly doc: Y.Doc
  readonly mayTick: boolean
  readonly onCapture: (id: CaptureId) => void
  /** What can be done with all of it. */
  readonly action?: ReactNode
}

/** What the meeting came to: decisions, next steps, and the questions that are still open. */
export function AtAGlance({ caught, noNextStep, doc, mayTick, onCapture, action }: AtAGlanceProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const decisions = caught.filter((one) => one.kind === 'decision')
  const steps = caught.filter((one) => one.kind === 'next')
  const open = caught.filter((one) => one.kind === 'question' && !one.done && one.dropped === undefined)
  const wins = caught.filter((one) => one.row?.thanked)
  const onPurpose = noNextStep && steps.length === 0
  const nothing = !onPurpose && decisions.length + steps.length + open.length === 0
  const line = (one: Caught) => (
    <li key={one.id}>
      <GlanceText one={one} onCapture={onCapture} />
      <GlanceFollowUps one={one} />
    </li>
  )
  return (
    <section className="glance" aria-labelledby={titleId}>
      <div className="glance-head">
        <h2 id={titleId}>{t('meeting.notes.glance')}</h2>
        {action}
      </div>
      {nothing ? <p className="text-small faint">{t('meeting.notes.nothing')}</p> : null}
      <GlancePart kind="decision" title={t('meeting.notes.decisions')}>
        {decisions.map(line)}
      </GlancePart>
      <GlancePart kind="next" title={t('meeting.notes.nextSteps')}>
        {onPurpose
          ? [<li key="none">{t('meeting.notes.noNextStep')}</li>]
          : steps.map((one) => (
              <GlanceStep key={one.id} one={one} doc={doc} mayTick={mayTick} onCapture={onCapture} />
            ))}
      </GlancePart>
      <GlancePart kind="win" title={t('meeting.notes.thanks')}>
        {wins.map(line)}
      </GlancePart>
      <GlancePart kind="question" title={t('meeting.notes.stillOpen')}>
        {open.map(line)}
      </GlancePart>
    </section>
  )
}

interface GlancePartProps {
  readonly kind: CaptureKind
  readonly title: string
  readonly children: readonly ReactNode[]
}

function GlancePart({ kind, title, children }: GlancePartProps) {
  const id = useId()
  if (children.length === 0) return null
  return (
    <div className={`glance-part kind-${kind}`}>
      <h3 id={id}>
        <KindIcon kind={kind} size={15} />
        {title}
      </h3>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  )
}

interface GlanceTextProps extends Pick<AtAGlanceProps, 'onCapture'> {
  readonly one: Caught
  readonly id?: string
}

/** The words of a capture, leading to its place in the notes. */
function GlanceText({ one, id, onCapture }: GlanceTextProps) {
  return (
    <button type="button" className="glance-text" id={id} onClick={() => onCapture(one.id)}>
      {one.done || one.dropped !== undefined ? <s>{one.text}</s> : one.text}
    </button>
  )
}

function GlanceStep({
  one,
  doc,
  mayTick,
  onCapture,
}: Omit<AtAGlanceProps, 'caught' | 'noNextStep' | 'action'> & { readonly one: Caught }) {
  const textId = useId()
  return (
    <li className="glance-step">
      <Checkbox
        size="xs"
        checked={one.done}
        disabled={!mayTick || one.dropped !== undefined}
        aria-labelledby={textId}
        onChange={(event) => setCaptureDone(doc, one.id, event.currentTarget.checked)}
      />
      <span>
        <GlanceText one={one} id={textId} onCapture={onCapture} /> <GlanceOwner one={one} />
        <GlanceFollowUps one={one} />
      </span>
    </li>
  )
}

/** "you, Tue 24 Nov" or "Jonas, done Fri 20 Nov". */
function GlanceOwner({ one }: { readonly one: Caught }) {
  const { t } = useTranslation()
  const who = useWho()
  const owner = one.who === undefined ? undefined : who(one.who)
  const name = owner?.isMe ? t('meeting.notes.you') : owner?.shown
  if (one.dropped !== undefined) {
    return <span className="glance-owner">{t('capture.dropped', { reason: one.dropped })}</span>
  }
  const hasEnd = one.done || one.due !== undefined
  return (
    <span className="glance-owner">
      {name}
      {name !== undefined && hasEnd ? ', ' : null}
      {one.done ? <GlanceDone at={one.doneAt} /> : one.due === undefined ? null : <DateText day={one.due} />}
    </span>
  )
}

function GlanceDone({ at }: { readonly at: number | undefined }) {
  const { t } = useTranslation()
  return (
    <>
      {t('meeting.notes.done')} {at === undefined ? null : <DayText at={at} />}
    </>
  )
}

/** Its thread, its page, whom it thanks. */
function GlanceFollowUps({ one: { row } }: { readonly one: Caught }) {
  return row === undefined ? null : <FollowUps capture={row} />
}
