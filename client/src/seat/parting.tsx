import type { MeetingId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Seat } from '@rondo/shared/seat/model.ts'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { z } from 'zod'
import { draftsOf, kept } from '../platform/storage.ts'
import { useReader } from '../ui/reader/reader.ts'
import { PartingLine } from './parting-line.tsx'
import { WorthScale } from './worth-scale.tsx'
import './seat.css'

interface PartingProps {
  readonly meetingId: MeetingId
  readonly seat: Seat | undefined
  readonly doc: Y.Doc
  /** Where what they say is written: the last segment. */
  readonly segmentId: SegmentId | undefined
  readonly mayWrite: boolean
}

/**
 * What everybody who was in the room is asked once it is over: what they take away, their smallest next step, and whether
 * it was worth it. It stands over the notes and takes nobody out of them; all of it may be passed over.
 */
export function Parting({ meetingId, seat, doc, segmentId, mayWrite }: PartingProps) {
  const { t } = useTranslation()
  const me = useReader().id
  const id = useId()
  const [store] = useState(() => kept(`parted.${me}.${meetingId}`, z.literal(true)))
  const [isPutAway, setPutAway] = useState(() => store.read() === true)
  const isAsked = seat?.worthAsked === 'open' || seat?.worthAsked === 'given'
  if (!isAsked || !mayWrite || isPutAway) return null
  const putAway = () => {
    store.write(true)
    setPutAway(true)
  }
  const draftOf = (name: string) => `${draftsOf(me)}parting.${meetingId}.${name}`
  return (
    <section className="parting" aria-labelledby={id}>
      <h2 id={id}>{t('seat.parting.title')}</h2>
      <PartingLine kind="insight" doc={doc} segmentId={segmentId} draftName={draftOf('insight')} />
      <PartingLine kind="next" doc={doc} segmentId={segmentId} draftName={draftOf('next')} />
      <WorthScale meetingId={meetingId} isGiven={seat.worthAsked === 'given'} />
      <p className="catch-up-acts">
        <button type="button" className="text-link" onClick={putAway}>
          {t('seat.parting.done')}
        </button>
      </p>
    </section>
  )
}
