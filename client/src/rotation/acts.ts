import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { DatedCell } from './cells.ts'

/** What can be done to a cell; each is one step in its menu. */
export type Act = 'accept' | 'swap' | 'decline' | 'skip' | 'volunteer' | 'assign' | 'release'

/** Who looks at the cell. */
export interface Looker {
  readonly me: MemberId | undefined
  readonly standing: 'host' | 'member' | 'none'
}

/** A person said yes to it, or was named and did not say no. */
const isDecided = ({ cell }: DatedCell): boolean =>
  cell.state !== 'proposed' && cell.state !== 'open' && cell.state !== 'left-open'

/**
 * What somebody may do to a cell, the likeliest first. The server decides by its own rules; this is what the menu offers.
 * Near the meeting one declines what one was asked for; before that one skips. Both keep the place at the head.
 */
export const actsFor = (dated: DatedCell, { me, standing }: Looker): Act[] => {
  if (standing === 'none' || me === undefined) return []
  return dated.cell.memberId === me ? ownActs(dated) : [...othersActs(dated), ...hostActs(dated, standing)]
}

const ownActs = (dated: DatedCell): Act[] => {
  const { cell, meeting } = dated
  const asked = cell.state === 'proposed' || cell.state === 'assigned'
  const given = cell.state === 'accepted' || cell.state === 'volunteered'
  return [
    ...(asked ? (['accept'] as const) : []),
    ...(cell.swapId === null ? (['swap'] as const) : []),
    meeting.isSettled || isDecided(dated) ? 'decline' : 'skip',
    ...(given ? (['release'] as const) : []),
  ]
}

const othersActs = (dated: DatedCell): Act[] => (isDecided(dated) ? [] : ['volunteer'])

const hostActs = (dated: DatedCell, standing: Looker['standing']): Act[] => {
  if (standing !== 'host') return []
  return [
    'assign',
    ...(dated.cell.memberId === null ? [] : (['skip'] as const)),
    ...(dated.cell.decidedBy !== null && dated.cell.state !== 'swapped' ? (['release'] as const) : []),
  ]
}
