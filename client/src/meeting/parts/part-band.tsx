import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { currentMatch, currentStudy, lanesAreOpen, lanesOf, partOf } from '@rondo/shared/meeting/parts.ts'
import type * as Y from 'yjs'
import type { Caught } from '../caught.ts'
import { currentSegment } from '../leading.ts'
import type { Room } from '../room.ts'
import { kindBand } from './kind-band.tsx'
import { LaneBand } from './lane-band.tsx'
import { PairsBand } from './pairs-band.tsx'
import { PhaseStrip } from './phase-strip.tsx'
import { StudyBand } from './study-band.tsx'
import { SwapBand } from './swap-band.tsx'
import './kinds.css'
import './parts.css'

export interface PartBandProps {
  readonly room: Room
  readonly caught: readonly Caught[]
  readonly here: ReadonlySet<MemberId>
  readonly onSegment: (id: string) => void
  /** The notes, for what is written into them from a band. */
  readonly doc: Y.Doc
}

/** What the room does in the current segment, above the notes: who works with whom, which phase, how much focus is left. */
export function PartBand(props: PartBandProps) {
  const { room, here, onSegment } = props
  const { state } = room
  const part = partOf(state, currentSegment(state))
  const match = currentMatch(state)
  const study = currentStudy(state)
  const kind = kindBand(props)
  const hasNone = kind === null && part?.kind !== 'phase' && match === undefined && study === undefined
  if (hasNone && (lanesAreOpen(state) || lanesOf(state).length === 0)) return null
  return (
    <div className="part-bands">
      {kind}
      <LaneBand room={room} onSegment={onSegment} />
      {part?.kind === 'phase' ? <PhaseStrip {...props} /> : null}
      {match?.match.kind === 'pairs' ? (
        <PairsBand room={room} groups={match.match.groups} seq={match.seq} here={here} />
      ) : null}
      {match?.match.kind === 'swap' ? (
        <SwapBand room={room} reviews={match.match.reviews} seq={match.seq} here={here} />
      ) : null}
      {study === undefined ? null : <StudyBand room={room} timer={study} />}
    </div>
  )
}
