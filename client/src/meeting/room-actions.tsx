import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { nextSegment } from '@rondo/shared/meeting/agenda.ts'
import { IconArmchair } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { leads } from './leading.ts'
import { LeadMenu } from './pace/lead-menu.tsx'
import { leadingActs } from './pace/leading-acts.ts'
import { useLeadKeys } from './pace/use-lead-keys.ts'
import type { Room } from './room.ts'
import { TakeIt } from './take-it.tsx'
import { WrapDialog } from './wrap-dialog.tsx'

interface ActionsProps {
  readonly room: Room
}

/** What the reader may do to the meeting now; what the server is needed for waits while it is away. */
export function RoomActions({ room }: ActionsProps) {
  switch (room.state.phase) {
    case 'scheduled':
      return (
        <div className="room-actions">
          <HandOver room={room} />
          <Start room={room} />
        </div>
      )
    case 'live':
      return (
        <div className="room-actions">
          <TakeIt room={room} />
          {leads(room.state, room.onlooker) ? <LeadMenu room={room} /> : null}
          <HandOver room={room} />
          {leads(room.state, room.onlooker) ? <Leading room={room} /> : null}
        </div>
      )
    case 'wrapped':
      return <ReadNotes room={room} />
    case 'cancelled':
      return null
  }
}

/** The meeting is over, but whoever was writing stays until they ask for the show-notes. */
function ReadNotes({ room }: ActionsProps) {
  const { t } = useTranslation()
  return (
    <div className="room-actions">
      <p className="text-small soft">{t('meeting.isWrapped')}</p>
      <Button variant="filled" onClick={room.readNotes}>
        {t('meeting.readNotes')}
      </Button>
    </div>
  )
}

/** Props of a button that needs the server: disabled with the reason while it cannot be reached. */
function useNeedsServer(room: Room) {
  const { t } = useTranslation()
  return room.online ? {} : { disabled: true, title: t('meeting.needsServer') }
}

function Start({ room }: ActionsProps) {
  const { t } = useTranslation()
  const needs = useNeedsServer(room)
  const mine = leads(room.state, room.onlooker)
  return (
    <Button
      {...needs}
      variant={mine ? 'filled' : 'default'}
      loading={room.run.isPending && room.run.variables?.do === 'start'}
      onClick={() => room.run.mutate({ do: 'start' })}
    >
      {t('meeting.start')}
    </Button>
  )
}

function HandOver({ room }: ActionsProps) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  const needs = useNeedsServer(room)
  return (
    <>
      <Button
        {...needs}
        title={needs.title ?? t('meeting.handOver')}
        className="room-action-sign"
        leftSection={<IconArmchair size={18} stroke={1.5} aria-hidden="true" />}
        onClick={open}
      >
        <span className="room-action-words">{t('meeting.handOver')}</span>
      </Button>
      {opened ? <HandOverDialog room={room} onClose={close} /> : null}
    </>
  )
}

/** Moving on and wrapping up. In the last segment, wrapping up is what comes next. */
function Leading({ room }: ActionsProps) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  const needs = useNeedsServer(room)
  useLeadKeys(room)
  const next = nextSegment(room.items, room.state)
  const acts = leadingActs(room)
  return (
    <>
      <Button {...needs} variant={next === undefined ? 'filled' : 'default'} onClick={open}>
        {t('meeting.wrap')}
      </Button>
      {next === undefined ? null : (
        <Button
          {...needs}
          variant="filled"
          title={needs.title ?? next.title}
          loading={room.run.isPending && room.run.variables?.do === 'segment'}
          onClick={acts.next}
        >
          {t('meeting.next')}
        </Button>
      )}
      {opened ? <WrapDialog room={room} onClose={close} /> : null}
    </>
  )
}
