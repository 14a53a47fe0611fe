import { Drawer } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { phaseOf } from '@rondo/shared/meeting/parts.ts'
import { type RefObject, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentEditorHandle } from '../editor/index.ts'
import type { useUpload } from '../recording/index.ts'
import { type DocumentHandle, useDocumentStatus, useSavedState } from '../sync/index.ts'
import { AgendaPanel } from './agenda-panel.tsx'
import { Announcements } from './announcements.tsx'
import { kindDoor, titleThen } from './capture-doors.ts'
import { CapturesPanel } from './captures-panel.tsx'
import type { Caught } from './caught.ts'
import { CompanionOffer } from './floor/companion-offer.tsx'
import { FloorPanel } from './floor/floor-panel.tsx'
import { InvitedBand } from './floor/invited-band.tsx'
import { Follow } from './follow.tsx'
import { OfflineBand } from './offline-band.tsx'
import { PauseBand } from './pace/pause-band.tsx'
import { RoleHolders } from './role-holders.tsx'
import type { Room } from './room.ts'
import { RoomBar } from './room-bar.tsx'
import { RoomNotes } from './room-notes.tsx'
import { type RoomTab, RoomTabs, tabPanel } from './room-tabs.tsx'
import { RunProblem } from './run-problem.tsx'
import './room-view.css'

interface RoomViewProps {
  readonly room: Room
  readonly handle: DocumentHandle
  readonly caught: readonly Caught[]
  readonly here: ReadonlySet<MemberId>
  readonly editor: RefObject<DocumentEditorHandle | null>
  readonly upload: ReturnType<typeof useUpload>
}

const now = { getInitialValueInEffect: false }

/** The room: agenda, notes, captures, and the bar. Narrow screens fold the captures away, phones show one part a time. */
export function RoomView({ room, handle, caught, here, editor, upload }: RoomViewProps) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, now)
  const isWide = useMediaQuery('(min-width: 1101px)', undefined, now)
  const [tab, setTab] = useState<RoomTab>('notes')
  const [drawer, { open, close }] = useDisclosure(false)
  const { ready } = useDocumentStatus(handle)
  const startedAt = 'startedAt' in room.state ? room.state.startedAt : undefined
  const part = (name: RoomTab) => (isPhone ? tabPanel(name, tab) : {})
  const goTo = useCallback(
    (id: string) => {
      close()
      setTab('notes')
      // The notes may just have come into sight, or the drawer is giving the focus back.
      setTimeout(() => editor.current?.scrollToBlock(id), isWide ? 0 : 60)
    },
    [close, editor, isWide],
  )
  const onKind = useMemo(() => kindDoor(room.meeting, handle.doc), [room.meeting, handle.doc])
  const captures = (
    <CapturesPanel
      caught={caught}
      isReady={ready}
      startedAt={startedAt}
      phaseOf={(one) => phaseOf(room.state, one)}
      ranThen={(one) => titleThen(room, one)}
      onKind={onKind}
      onCapture={goTo}
    />
  )
  return (
    <div className="room">
      {room.online ? null : <Offline handle={handle} />}
      <InvitedBand room={room} />
      <CompanionOffer room={room} here={here} />
      {isPhone ? <RoomTabs tab={tab} captures={caught.length} onTab={setTab} /> : null}
      <div className="room-parts">
        <aside className="room-agenda" aria-label={t('meeting.agenda')} {...part('agenda')}>
          <AgendaPanel room={room} isReady={ready} onSegment={goTo} />
          <FloorPanel room={room} here={here} />
          {isPhone ? <RoleHolders room={room} /> : null}
        </aside>
        <section className="room-notes" aria-label={t('meeting.notesTab')} {...part('notes')}>
          <RoomNotes
            room={room}
            handle={handle}
            editor={editor}
            captures={isWide || isPhone ? undefined : caught.length}
            onCaptures={open}
            caught={caught}
            here={here}
            onSegment={goTo}
            upload={upload}
          />
          <Follow room={room} editor={editor} />
        </section>
        {isWide || isPhone ? (
          <aside className="room-captures" aria-label={t('meeting.captures')} {...part('captures')}>
            {captures}
          </aside>
        ) : null}
      </div>
      <RunProblem room={room} />
      <PauseBand room={room} />
      <RoomBar room={room} here={here} />
      <Drawer
        opened={drawer && !isWide && !isPhone}
        onClose={close}
        position="right"
        size={320}
        title={<span className="visually-hidden">{t('meeting.captures')}</span>}
        closeButtonProps={{ 'aria-label': t('meeting.list.close') }}
        classNames={{ body: 'room-drawer' }}
      >
        {captures}
      </Drawer>
      <Announcements room={room} />
    </div>
  )
}

function Offline({ handle }: { readonly handle: DocumentHandle }) {
  const saved = useSavedState(handle)
  const waiting = saved.kind === 'kept' ? saved : { count: 0, onDevice: true }
  return <OfflineBand changes={waiting.count} onDevice={waiting.onDevice} onTry={() => handle.retry()} />
}
