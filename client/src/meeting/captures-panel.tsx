import { shallowEqual } from '@mantine/hooks'
import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { Phase } from '@rondo/shared/format/part.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { CaptureActs, FollowUps } from '../capture/index.ts'
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
  /** The title of the segment that ran when it was caught. */
  readonly ranThen?: ((one: Caught) => string | undefined) | undefined
  /** Sees it as another kind; left out for who may not write. */
  readonly onKind?: ((id: CaptureId, kind: CaptureKind) => void) | undefined
  /** Goes to a capture in the notes. */
  readonly onCapture: (id: CaptureId) => void
}

/** What was caught, the newest on top; it lands here while it is being written. */
export function CapturesPanel(props: CapturesPanelProps) {
  const { caught, isReady, startedAt, phaseOf, ranThen, onKind, onCapture } = props
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
                segment={ranThen?.(one)}
                onKind={onKind}
                onCapture={onCapture}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

interface CapturesRowProps extends Pick<CapturesPanelProps, 'startedAt' | 'onKind' | 'onCapture'> {
  readonly one: Caught
  readonly isNew: boolean
  readonly phase: Phase | undefined
  readonly segment: string | undefined
}

/** Whether a row shows the same, whatever moved in the page above it. */
const showsTheSame = (before: CapturesRowProps, after: CapturesRowProps): boolean =>
  shallowEqual({ ...before, one: undefined }, { ...after, one: undefined }) &&
  shallowEqual({ ...before.one, position: 0 }, { ...after.one, position: 0 })

/** Drawn anew only when it shows something else: a full meeting has hundreds, and somebody is always writing. */
const CapturesRow = memo(function CapturesRow(props: CapturesRowProps) {
  const { one, isNew, startedAt, phase, segment, onKind, onCapture } = props
  const isStruck = one.done || one.dropped !== undefined
  return (
    <div className={`captures-place kind-${one.kind}`} data-new={isNew}>
      <button
        type="button"
        className="captures-row"
        data-new={isNew}
        data-done={isStruck}
        onClick={() => onCapture(one.id)}
      >
        <KindLabel kind={one.kind} />
        <CaughtTime at={one.at} startedAt={startedAt} segment={segment} />
        <span className="captures-text">{isStruck ? <s>{one.text}</s> : one.text}</span>
        <CaughtBy one={one} phase={phase} />
      </button>
      <CaughtRow one={one} onKind={onKind} />
    </div>
  )
}, showsTheSame)

/** What became of it, and what could; the server has to have read it first. */
function CaughtRow({ one, onKind }: Pick<CapturesRowProps, 'one' | 'onKind'>) {
  const { row } = one
  if (row === undefined) return null
  // The document is ahead of the row: what it says counts.
  const now = { ...row, kind: one.kind, text: one.text, done: one.done, dropped: one.dropped ?? null }
  return (
    <span className="captures-more">
      <FollowUps capture={row} />
      {onKind === undefined ? null : <CaptureActs capture={now} onKind={(kind) => onKind(one.id, kind)} />}
    </span>
  )
}

interface CaughtTimeProps {
  readonly at: number | undefined
  readonly startedAt: number | undefined
  readonly segment: string | undefined
}

function CaughtTime({ at, startedAt, segment }: CaughtTimeProps) {
  const { t } = useTranslation()
  if (at === undefined || startedAt === undefined) return <span />
  const words =
    at < startedAt
      ? t('meeting.list.before')
      : t('meeting.list.minutes', { count: minutesIn(at - startedAt) })
  return (
    <time className="captures-time" dateTime={new Date(at).toISOString()} title={segment}>
      {words}
    </time>
  )
}

/** Who takes a next step and by when; who caught anything else. */
function CaughtBy({ one, phase }: Pick<CapturesRowProps, 'one' | 'phase'>) {
  const { t } = useTranslation()
  const who = useWho()
  const person = one.kind === 'next' ? one.who : one.by
  if (person === undefined && one.due === undefined && one.dropped === undefined && phase === undefined) {
    return null
  }
  return (
    <span className="captures-by">
      <PhaseTag phase={phase} />
      {person === undefined ? null : who(person).shown}
      {person !== undefined && one.due !== undefined ? ' · ' : null}
      {one.due === undefined ? null : <DateText day={one.due} />}
      {one.dropped === undefined ? null : (
        <span className="captures-dropped">{t('capture.dropped', { reason: one.dropped })}</span>
      )}
    </span>
  )
}
