import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { IconMessageShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { copy } from '../platform/hand-over.ts'
import { useSeat } from '../seat/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { clockWords, dateWords, timeWords } from '../ui/time/time-words.ts'
import type { Caught } from './caught.ts'
import { summaryOf } from './summary.ts'
import { useListing } from './use-listing.ts'

interface CopySummaryProps {
  readonly meeting: Meeting
  readonly state: Extract<MeetingState, { phase: 'wrapped' }>
  readonly circle: Circle
  readonly caught: readonly Caught[]
}

/** Puts what the meeting came to on the clipboard, ready for a chat: names in full, for others read it. */
export function CopySummary({ meeting, state, circle, caught }: CopySummaryProps) {
  const { t } = useTranslation()
  const words = useSummaryWords(meeting, state, circle)
  const say = (message: string) => notifications.show({ message })
  const put = () =>
    copy(summaryOf(caught, state.noNextStep, words())).then(
      () => say(t('meeting.summary.copied')),
      () => say(t('meeting.summary.notCopied')),
    )
  return (
    <Button
      className="copy-summary"
      size="compact-sm"
      variant="subtle"
      leftSection={<IconMessageShare size={16} stroke={1.5} aria-hidden="true" />}
      onClick={() => void put()}
    >
      {t('meeting.summary.copy')}
    </Button>
  )
}

function useSummaryWords(meeting: Meeting, state: CopySummaryProps['state'], circle: Circle) {
  const { t } = useTranslation()
  const reader = useReader()
  const who = useWho()
  const listing = useListing()
  const nameOf = (id: Caught['who']) => (id === undefined ? undefined : who(id).name)
  const came = state.attended.map(({ memberId }) => memberId)
  const ownTime = useSeat(meeting.id).data?.present.filter((id) => !came.includes(id)) ?? []
  const named = (ids: readonly MemberId[]) => listing(ids.map((id) => who(id).name))
  const zone = { locale: reader.locale, timeZone: meeting.timeZone }
  return () => {
    const { there, city } = timeWords(state.startedAt, meeting.timeZone, reader)
    return {
      title: t('meeting.summary.title', {
        title: meeting.title,
        circle: circle.name,
        number: meeting.number,
      }),
      about: [
        t('meeting.notes.span', { from: there, to: clockWords(state.wrappedAt, zone), city }),
        ...(came.length === 0 ? [] : [t('meeting.notes.room', { names: named(came) })]),
        ...(ownTime.length === 0 ? [] : [t('meeting.notes.answered', { names: named(ownTime) })]),
      ],
      decisions: t('meeting.notes.decisions'),
      steps: t('meeting.notes.nextSteps'),
      questions: t('meeting.notes.stillOpen'),
      noNextStep: t('meeting.notes.noNextStep'),
      nothing: t('meeting.summary.nothing'),
      more: (count: number) => t('meeting.summary.more', { count }),
      owner: (step: Caught) =>
        [
          nameOf(step.who),
          step.due === undefined || step.done
            ? undefined
            : t('meeting.summary.by', { day: dateWords(step.due, reader.locale) }),
        ]
          .filter((part) => part !== undefined)
          .join(', '),
      link: t('meeting.summary.link'),
      address: `${window.location.origin}/meetings/${meeting.id}`,
    }
  }
}
