import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { FloorCommand } from './commands.ts'

const WINNERS: Readonly<Record<FloorCommand['do'], readonly MeetingEvent['type'][]>> = {
  'raise-hand': [],
  'lower-hand': [],
  'give-word': ['word-given', 'hand-lowered', 'round-opened'],
  'open-round': ['round-opened'],
  'pass-turn': ['turn-passed', 'round-opened', 'round-closed'],
  'close-round': ['turn-passed', 'round-opened', 'round-closed'],
  'co-facilitator': ['co-facilitator-named'],
}

/** The event by which somebody else was faster with the word. */
export function fasterWithTheWord(
  command: FloorCommand,
  log: readonly MeetingEvent[],
): MeetingEvent | undefined {
  return log.findLast(({ type }) => WINNERS[command.do].includes(type))
}
