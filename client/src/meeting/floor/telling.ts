import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { TFunction } from 'i18next'
import type { Who } from '../../account/index.ts'

interface Telling {
  readonly t: TFunction
  readonly who: (id: MemberId) => Who
  /** Whether the reader leads: hands are theirs to see to. */
  readonly leads: boolean
}

type FloorEvent = Extract<
  MeetingEvent,
  {
    type:
      | 'hand-raised'
      | 'word-given'
      | 'round-opened'
      | 'turn-passed'
      | 'round-closed'
      | 'co-facilitator-named'
  }
>

/** Who has the word now, as a sentence for whoever cannot see the light move. */
export function tellingOfFloor(event: FloorEvent, telling: Telling): string | undefined {
  const { t, who, leads } = telling
  switch (event.type) {
    case 'hand-raised': {
      const { isMe, shown: name } = who(event.memberId)
      return leads && !isMe ? t('meeting.floor.told.hand', { name }) : undefined
    }
    case 'word-given':
      return event.to === null ? t('meeting.floor.told.open') : hasTheWord(event.to, telling)
    case 'round-opened':
      return `${t('meeting.floor.told.round')} ${hasTheWord(event.to, telling)}`
    case 'turn-passed':
      return event.to === null ? t('meeting.floor.told.complete') : hasTheWord(event.to, telling)
    case 'round-closed':
      return t('meeting.floor.told.closed')
    case 'co-facilitator-named': {
      if (event.to === null) return undefined
      const { isMe, shown: name } = who(event.to)
      return isMe ? t('meeting.floor.told.youCoFacilitate') : t('meeting.floor.told.coFacilitates', { name })
    }
  }
}

function hasTheWord(id: MemberId, { t, who }: Telling): string {
  const { isMe, shown: name } = who(id)
  return isMe ? t('meeting.floor.youHaveTheWord') : t('meeting.floor.hasTheWord', { name })
}
