import { Button } from '@mantine/core'
import type { TFunction } from 'i18next'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho, type Who } from '../account/index.ts'
import { Refused, Unreachable } from '../platform/refused.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import type { RoomCommand } from './commands.ts'
import { fasterThan } from './faster.ts'
import type { Room } from './room.ts'
import './run-problem.css'

type Scene = Pick<Room, 'events' | 'items' | 'state'>

/** In the middle of a sentence about others nobody is "You", not even the reader on another device. */
const nameIn = ({ isMe, name, shown }: Who): string => (isMe ? name : shown)

/** Nobody was faster here; the refusal says what is to be done. */
const SAID_BY_ITSELF = new Set(['meeting.no-vote', 'meeting.vote-moved', 'meeting.is-paused'])

/** Why something was not done to the meeting, in a sentence: who was faster, or who may. */
function problemWords(
  error: unknown,
  command: RoomCommand,
  { events, items, state }: Scene,
  { t, who }: { readonly t: TFunction; readonly who: (id: Room['onlooker']['me']) => Who },
): string | undefined {
  if (error instanceof Unreachable) return t('meeting.problem.offline')
  if (!(error instanceof Refused)) return undefined
  const leader = state.roles.facilitator
  if (error.reason === 'meeting.not-facilitator' && leader !== null) {
    return t('meeting.problem.notFacilitator', { name: who(leader).shown })
  }
  if (error.code !== 'conflict') return undefined
  if (error.reason !== undefined && SAID_BY_ITSELF.has(error.reason)) return undefined
  const event = fasterThan(command, events)
  if (event === undefined) return t('meeting.problem.someone')
  const name = nameIn(who(event.by))
  switch (event.type) {
    case 'started':
      return t('meeting.problem.start', { name })
    case 'segment-entered': {
      const title = items.find((item) => item.id === event.segmentId)?.title
      return t('meeting.problem.segment', { name, title: title || t('meeting.someSegment') })
    }
    case 'role-handed-over':
      return t('meeting.problem.hand-over', { name, holder: nameIn(who(event.to)) })
    case 'wrapped':
      return t('meeting.problem.wrap', { name })
    case 'matched':
      return t('meeting.problem.match', { name })
    case 'study-set':
      return t('meeting.problem.study', { name })
    case 'window-set':
      return t('meeting.problem.window', { name })
    case 'lane-taken':
      return t('meeting.problem.lane', { name })
    case 'word-given':
    case 'hand-lowered':
      return t('meeting.floor.problem.word', { name })
    case 'round-opened':
      return t('meeting.floor.problem.round', { name })
    case 'turn-passed':
      return t('meeting.floor.problem.turn', { name })
    case 'round-closed':
      return t('meeting.floor.problem.closed', { name })
    case 'co-facilitator-named':
      return t('meeting.floor.problem.coFacilitator', { name })
    case 'segment-extended':
      return t('meeting.pace.problem.extended', { name, count: event.minutes })
    case 'paused':
      return t('meeting.pace.problem.paused', { name })
    case 'resumed':
      return t('meeting.pace.problem.resumed', { name })
    case 'agenda-ordered':
      return t('meeting.pace.problem.ordered', { name })
    case 'part-set':
      return t('meeting.pace.problem.part', { name })
    case 'hand-raised':
    case 'withheld':
    case 'vote-cast':
    case 'scheduled':
    case 'rescheduled':
    case 'joined':
    case 'roles-planned':
    case 'cancelled':
      return t('meeting.problem.someone')
  }
}

/** The sentence above the bar, until it is understood. */
export const RunProblem = memo(function RunProblem({ room }: { readonly room: Room }) {
  const { t } = useTranslation()
  const who = useWho()
  const { error, variables } = room.run
  if (error === null || variables === undefined || variables.do === 'join') return null
  const words = problemWords(error, variables, room, { t, who })
  if (words === undefined) return <RefusalNotice error={error} />
  return (
    <div className="run-problem" role="alert">
      <p>{words}</p>
      <Button size="compact-sm" variant="subtle" onClick={() => room.run.reset()}>
        {t('meeting.problem.dismiss')}
      </Button>
    </div>
  )
})
