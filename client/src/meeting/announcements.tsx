import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { TFunction } from 'i18next'
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho, type Who } from '../account/index.ts'
import { useRoleNames } from '../format/index.ts'
import { tellingOfFloor } from './floor/telling.ts'
import { leads } from './leading.ts'
import type { Room } from './room.ts'

/** What a sentence about an event needs to know. */
interface Telling {
  readonly t: TFunction
  readonly who: (id: MeetingEvent['by']) => Who
  readonly items: Room['items']
  readonly roleName: (role: string) => string
  readonly leads: boolean
}

/** An event as a sentence; undefined for what needs no telling. */
function tellingOf(event: MeetingEvent, telling: Telling): string | undefined {
  const { t, who, items, roleName } = telling
  const { shown: name, isMe } = who(event.by)
  switch (event.type) {
    case 'started':
      return isMe ? t('meeting.told.youStarted') : t('meeting.told.started', { name })
    case 'segment-entered': {
      const title = items.find((item) => item.id === event.segmentId)?.title
      return t('meeting.told.segment', { title: title || t('meeting.someSegment') })
    }
    case 'role-handed-over': {
      const given = { role: roleName(event.role), to: who(event.to).shown, name }
      return isMe ? t('meeting.told.youHandedOver', given) : t('meeting.told.hand-over', given)
    }
    case 'wrapped':
      return isMe ? t('meeting.told.youWrapped') : t('meeting.told.wrapped', { name })
    case 'rescheduled':
      return t('meeting.told.rescheduled')
    case 'cancelled':
      return t('meeting.told.cancelled')
    case 'hand-raised':
    case 'word-given':
    case 'round-opened':
    case 'turn-passed':
    case 'round-closed':
    case 'co-facilitator-named':
      return tellingOfFloor(event, telling)
    case 'segment-extended':
      return t('meeting.pace.told.extended', { count: event.minutes, name })
    case 'paused':
      return t('meeting.pace.told.paused', { name })
    case 'resumed':
      return t('meeting.pace.told.resumed', { name })
    case 'agenda-ordered': {
      const title = items.find((item) => item.id === event.segmentId)?.title
      const number = items.findIndex((item) => item.id === event.segmentId) + 1
      return t('meeting.pace.told.ordered', { title: title || t('meeting.someSegment'), number, name })
    }
    case 'hand-lowered':
    case 'withheld':
    case 'vote-cast':
    case 'part-set':
    case 'scheduled':
    case 'joined':
    case 'roles-planned':
    case 'matched':
    case 'study-set':
    case 'lane-taken':
    case 'window-set':
      // The room says these where they are to be seen.
      return undefined
  }
}

type Heard = Pick<Room, 'meeting' | 'events' | 'items' | 'state' | 'onlooker'>

/** Says aloud, politely, what others do to the meeting: to whoever cannot see the light move. */
export const Announcements = memo(function Announcements({ room }: { readonly room: Heard }) {
  const { t } = useTranslation()
  const who = useWho()
  const { meeting, events, items, state, onlooker } = room
  const { nameOf: roleName } = useRoleNames(meeting.circleId)
  const lastTold = useRef(events.at(-1)?.seq ?? 0)
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    const news = events.filter((event) => event.seq > lastTold.current)
    lastTold.current = Math.max(lastTold.current, events.at(-1)?.seq ?? 0)
    const told = news
      .map((event) => tellingOf(event, { t, who, items, roleName, leads: leads(state, onlooker) }))
      .filter((one) => one !== undefined)
    if (told.length > 0) setSentence(told.join(' '))
  }, [events, items, roleName, t, who, state, onlooker])
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {sentence}
    </p>
  )
})
