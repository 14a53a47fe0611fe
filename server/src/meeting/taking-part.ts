import type { Action } from '@rondo/shared/circle/may.ts'
import { isTakingPart, type MeetingCommand } from './rules.ts'

/** What a command asks of `may`. */
export const actionOf = ({ type }: MeetingCommand): Action => (isTakingPart(type) ? 'take-part' : 'write')
