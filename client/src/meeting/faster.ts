import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { RoomCommand } from './commands.ts'
import { fasterWithTheWord } from './floor/faster.ts'
import { fasterInPace } from './pace/commands.ts'

/** The event by which somebody else was faster than a refused command, as far as the log shows it. */
export function fasterThan(command: RoomCommand, log: readonly MeetingEvent[]): MeetingEvent | undefined {
  const ended = log.findLast((event) => event.type === 'wrapped' || event.type === 'cancelled')
  switch (command.do) {
    case 'start':
      return log.findLast((event) => event.type === 'started')
    case 'segment':
      return ended ?? log.findLast((event) => event.type === 'segment-entered')
    case 'hand-over':
      return (
        ended ?? log.findLast((event) => event.type === 'role-handed-over' && event.role === command.role)
      )
    case 'match':
      return ended ?? log.findLast((event) => event.type === 'matched')
    case 'study':
      return ended ?? log.findLast((event) => event.type === 'study-set')
    case 'lane':
      return ended ?? log.findLast((event) => event.type === 'lane-taken')
    case 'extend':
    case 'pause':
    case 'move':
    case 'part':
    case 'vote':
      return ended ?? fasterInPace(command, log)
    case 'window':
      return log.findLast((event) => event.type === 'window-set')
    case 'wrap':
    case 'join':
      return ended
    default:
      return ended ?? fasterWithTheWord(command, log)
  }
}
