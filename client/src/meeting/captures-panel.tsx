import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { Phase } from '@rondo/shared/format/part.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { KindLabel } from '../ui/kind/kind.tsx'
import { DateText } from '../ui/time/time-text.tsx'
import { type Caught, newestFirst } from './caught.ts'
import { KindFilter } from './kind-filter.tsx'
import { PhaseTag } from './parts/phase-tag.tsx'
import { minutesIn } from './timing.ts'
import { useNewest } from './use-newest.ts'
import './captures-panel.css'

interface CapturesPanelProps {
  readonly caught: readonly Caught[]
  /** Whether the document has arrived; before that, nothing is new. */
  readonly isReady: boolean
  /** When the meeting started, if it did. */
  readonly startedAt: number | undefined
  /** The phase of the critique in which it was caught. */
  readonly phaseOf?: ((one: Caught) => Phase | undefined) | undefined
  /** Goes to a capture in the notes. */
  readonly onCapture: (id: CaptureId) => void
}

/** What was caught, the newest on top; it lands here while it is being written. */
export function CapturesPanel({ caught, isReady, startedAt, phaseOf, onCapture }: CapturesPanelProps) {
  const { t } = useTranslation()
  const [kinds, setKinds] = useState<ReadonlySet<CaptureKind>>(new Set())
  const sorted = newestFirst(caught)
  const newest = useNewest(
    sorted.map((one) => one.id),
    isReady,
  )
  const shown = kinds.size === 0 ? sorted : sorted.filter((one) => kinds.has(one.kind))
  return (
    <>
      <div className="captures-head">
        <h2 className="text-body strong">{t('meeting.captures')}</h2>
        <span className="text-small faint num">{caught.length}</span>
      </div>
      <KindFilter caught={caught} chosen={kinds} onChoose={setKinds} />
      {shown.length === 0 ? (
        <p className="captures-empty">
          {t(caught.length === 0 ? 'meeting.list.empty' : 'meeting.list.noneOfKind')}
        </p>
      ) : (
        <ol className="captures-list" tabIndex={-1}>
          {shown.map((one) => (
            <li key={one.id}>
              <CapturesRow
                one={one}
                isNew={one.id === newest}
                startedAt={startedAt}
                phase={phaseOf?.(one)}
                onCapture={onCapture}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

interface CapturesRowProps extends Pick<CapturesPanelProps, 'startedAt' | 'onCapture'> {
  readonly one: Caught
  readonly isNew: boolean
  readonly phase: Phase | undefined
}

function CapturesRow({ one, isNew, startedAt, phase, onCapture }: CapturesRowProps) {
  return (
    <button
      type="button"
      className={`captures-row kind-${one.kind}`}
      data-new={isNew}
      data-done={one.done}
      onClick={() => onCapture(one.id)}
    >
      <KindLabel kind={one.kind} />
      <CaughtTime at={one.at} startedAt={startedAt} />
      <span className="captures-text">{one.done ? <s>{one.text}</s> : one.text}</span>
      <CaughtBy one={one} phase={phase} />
    </button>
  )
}

function CaughtTime({
  at,
  startedAt,
}: {
  readonly at: number | undefined
  readonly startedAt: number | undefined
}) {
  const { t } = useTranslation()
  if (at === undefined || startedAt === undefined) return <span />
  const words =
    at < startedAt
      ? t('meeting.list.before')
      : t('meeting.list.minutes', { count: minutesIn(at - startedAt) })
  return (
    <time className="captures-time" dateTime={new Date(at).toISOString()}>
      {words}
    </time>
  )
}

/** Who takes a next step and by when; who caught anything else. */
function CaughtBy({ one, phase }: Pick<CapturesRowProps, 'one' | 'phase'>) {
  const who = useWho()
  const person = one.kind === 'next' ? one.who : one.by
  if (person === undefined && one.due === undefined && phase === undefined) return null
  return (
    <span className="captures-by">
      <PhaseTag phase={phase} />
      {person === undefined ? null : who(person).shown}
      {person !== undefined && one.due !== undefined ? ' · ' : null}
      {one.due === undefined ? null : <DateText day={one.due} />}
    </span>
  )
}
