import type { Capture } from '@rondo/shared/capture/model.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaptureLine, useCarriedOver } from '../capture/index.ts'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { useLingering } from './lingering.ts'
import './from-last-time.css'

/** What is still open from earlier meetings: one thing, not a copy. A tick here changes the block where it was written. */
export function FromLastTime({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation()
  const carried = useCarriedOver(meeting.id)
  if (carried.isPending) return <RowsSkeleton rows={2} />
  if (carried.isError) return <p className="from-last-time-none">{t('meeting.carry.failed')}</p>
  return <Carried meeting={meeting} fetched={carried.data.captures} />
}

interface CarriedProps {
  readonly meeting: Meeting
  readonly fetched: readonly Capture[]
}

/** Those of the last meeting; those of the meetings before wait behind a button, so that the agenda goes on below. */
function Carried({ meeting, fetched }: CarriedProps) {
  const { t } = useTranslation()
  const captures = useLingering(fetched)
  const [all, setAll] = useState(false)
  if (captures.length === 0) {
    const words = meeting.previous === null ? t('meeting.carry.first') : t('meeting.carry.nothing')
    return <p className="from-last-time-none">{words}</p>
  }
  const last = captures.filter((capture) => capture.meetingNumber === captures[0]?.meetingNumber)
  const earlier = captures.filter((capture) => !last.includes(capture))
  const row = (capture: Capture) => (
    <li key={capture.id}>
      <CaptureLine capture={capture} mayTick={meeting.mayWrite} />
    </li>
  )
  return (
    <>
      <ul className="rows from-last-time" aria-label={t('meeting.carry.title')}>
        {last.map(row)}
      </ul>
      {earlier.length === 0 ? null : (
        <button type="button" className="text-link from-last-time-more" onClick={() => setAll(!all)}>
          {all ? t('meeting.carry.hide') : t('meeting.carry.show', { count: earlier.length })}
        </button>
      )}
      {all ? (
        <ul className="rows from-last-time" aria-label={t('meeting.carry.earlier')}>
          {earlier.map(row)}
        </ul>
      ) : null}
    </>
  )
}
