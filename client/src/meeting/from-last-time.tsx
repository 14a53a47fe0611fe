import { isOverdueToDecide } from '@rondo/shared/capture/carries.ts'
import type { CarriedCapture, UndiscussedSegment } from '@rondo/shared/capture/model.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGuest } from '../account/index.ts'
import { CaptureLine, Decide, useCarriedOver } from '../capture/index.ts'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { useLingering } from './lingering.ts'
import { Undiscussed } from './undiscussed.tsx'
import './from-last-time.css'

/** What is still open from earlier meetings: one thing, not a copy. A tick here changes the block where it was written. */
export function FromLastTime({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation()
  const carried = useCarriedOver(meeting.id)
  // What other meetings left open is the circle's own.
  if (useGuest() !== undefined) return null
  if (carried.isPending) return <RowsSkeleton rows={2} />
  if (carried.isError) return <p className="from-last-time-none">{t('meeting.carry.failed')}</p>
  return <Carried meeting={meeting} fetched={carried.data.captures} undiscussed={carried.data.undiscussed} />
}

interface CarriedProps {
  readonly meeting: Meeting
  readonly fetched: readonly CarriedCapture[]
  readonly undiscussed: readonly UndiscussedSegment[]
}

/**
 * Those of the last meeting, and those carried along so often that they ask what becomes of them; the others wait behind a
 * button, so that the agenda goes on below.
 */
function Carried({ meeting, fetched, undiscussed }: CarriedProps) {
  const { t } = useTranslation()
  const captures = useLingering(fetched)
  const [all, setAll] = useState(false)
  if (captures.length === 0 && undiscussed.length === 0) {
    const words = meeting.previous === null ? t('meeting.carry.first') : t('meeting.carry.nothing')
    return <p className="from-last-time-none">{words}</p>
  }
  const last = captures.filter((capture) => capture.meetingNumber === captures[0]?.meetingNumber)
  const before = captures.filter((capture) => !last.includes(capture))
  const asking = before.filter(({ carries }) => isOverdueToDecide(carries))
  const earlier = before.filter((capture) => !asking.includes(capture))
  return (
    <>
      <CarriedRows captures={[...last, ...asking]} meeting={meeting} label={t('meeting.carry.title')} />
      {earlier.length === 0 ? null : (
        <button type="button" className="text-link from-last-time-more" onClick={() => setAll(!all)}>
          {all ? t('meeting.carry.hide') : t('meeting.carry.show', { count: earlier.length })}
        </button>
      )}
      {all ? <CarriedRows captures={earlier} meeting={meeting} label={t('meeting.carry.earlier')} /> : null}
      <Undiscussed meeting={meeting} segments={undiscussed} />
    </>
  )
}

interface CarriedRowsProps {
  readonly captures: readonly CarriedCapture[]
  readonly meeting: Meeting
  readonly label: string
}

function CarriedRows({ captures, meeting, label }: CarriedRowsProps) {
  if (captures.length === 0) return null
  return (
    <ul className="rows from-last-time" aria-label={label}>
      {captures.map((capture) => (
        <li key={capture.id}>
          <CaptureLine capture={capture} mayTick={meeting.mayWrite}>
            {meeting.mayWrite && isOverdueToDecide(capture.carries) ? <Decide capture={capture} /> : null}
          </CaptureLine>
        </li>
      ))}
    </ul>
  )
}
