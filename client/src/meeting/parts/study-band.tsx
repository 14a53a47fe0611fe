import { Button } from '@mantine/core'
import { roundsIn, type StudyTimer, studyAt } from '@rondo/shared/format/study.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { holderOf, type StudyChange } from '@rondo/shared/meeting/events.ts'
import { useTranslation } from 'react-i18next'
import { RingProgress } from '../../ui/ring/ring-progress.tsx'
import { leads } from '../leading.ts'
import type { Room } from '../room.ts'
import { clockOf } from '../timing.ts'
import { useNow } from '../use-now.ts'

interface StudyBandProps {
  readonly room: Room
  readonly timer: StudyTimer
}

/** Focus or pause, and how much of it is left; by the server's clock, so the same on every screen. */
export function StudyBand({ room, timer }: StudyBandProps) {
  const { t } = useTranslation()
  const { kind, round, left, whole, isRunning } = studyAt(timer, useNow())
  const minutes = room.items.find(({ id }) => id === timer.segmentId)?.minutes ?? 0
  const rounds = Math.max(round, roundsIn(minutes, timer.rhythm))
  return (
    <section className="part-band study-band" data-kind={kind} aria-label={t('meeting.study.label')}>
      <RingProgress size={88} segments={[whole / MINUTE]} elapsed={(whole - left) / MINUTE} />
      <div>
        {/* Said aloud when it turns over, and not every second. */}
        <p className="part-band-why" role="status">
          {t(isRunning ? `meeting.study.${kind}` : 'meeting.study.stopped')}{' '}
          {t('meeting.study.round', { round, rounds })}
        </p>
        <p className="study-clock num">{clockOf(left)}</p>
      </div>
      <Controls room={room} timer={timer} />
    </section>
  )
}

function Controls({ room, timer }: StudyBandProps) {
  const { t } = useTranslation()
  const { state, onlooker, run, online } = room
  const keepsTime = holderOf(state.roles, 'timekeeper') === onlooker.me
  if (!keepsTime && !leads(state, onlooker)) return null
  const change = (how: StudyChange) => run.mutate({ do: 'study', from: timer.seq, change: how })
  const needs = online ? {} : { disabled: true, title: t('meeting.needsServer') }
  const isRunning = timer.since !== null
  return (
    <div className="study-controls">
      <Button {...needs} size="compact-sm" onClick={() => change(isRunning ? 'stop' : 'resume')}>
        {t(isRunning ? 'meeting.study.stop' : 'meeting.study.resume')}
      </Button>
      <Button {...needs} size="compact-sm" variant="subtle" onClick={() => change('skip')}>
        {t('meeting.study.skip')}
      </Button>
    </div>
  )
}
