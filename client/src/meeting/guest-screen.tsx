import { readSession } from '@rondo/shared/account/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { GuestStay } from '@rondo/shared/guest/model.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useGuest } from '../account/index.ts'
import { GuestOver } from '../guest/index.ts'
import { useDocument, useIsGone } from '../page/index.ts'
import { keyOf } from '../platform/ask.ts'
import { serverNow } from '../platform/clock.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { OpenMeeting } from './open-meeting.tsx'
import { useMeeting } from './queries.ts'

/** The one room of a guest, until its page closes to them. */
export function GuestScreen() {
  const guest = useGuest()
  if (guest === undefined) return <Waiting />
  return guest.ended === null ? <LetIn key={guest.meetingId} guest={guest} /> : <GuestOver guest={guest} />
}

function LetIn({ guest }: { readonly guest: GuestStay }) {
  const meeting = useMeeting(guest.meetingId)
  useAskedAgainAt(guest.until)
  if (meeting.data !== undefined) return <InRoom meeting={meeting.data} guest={guest} />
  if (!meeting.isError) return <Waiting />
  return (
    <div className="page">
      <RefusalNotice error={meeting.error} onAgain={() => void meeting.refetch()} />
    </div>
  )
}

function InRoom({ meeting, guest }: { readonly meeting: Meeting; readonly guest: GuestStay }) {
  const handle = useDocument(meeting.documentId)
  const isGone = useIsGone(handle)
  useAskedAgainWhen(isGone)
  if (handle === undefined || isGone) return <Waiting />
  const circle = asToldToGuests(meeting, guest)
  return <OpenMeeting key={handle.doc.clientID} meeting={meeting} circle={circle} handle={handle} />
}

/** Of the circle a guest is told its name. */
const asToldToGuests = ({ circleId, timeZone }: Meeting, { circleName }: GuestStay): Circle => ({
  id: circleId,
  name: circleName,
  purpose: '',
  visibility: 'open',
  status: 'active',
  timeZone,
  createdAt: 0,
  seatLimit: null,
  seats: [],
  waiting: [],
  standing: 'none',
  mustAccept: false,
})

function Waiting() {
  return (
    <div className="page">
      <TextSkeleton title lines={8} />
    </div>
  )
}

const LONGEST_TIMER = 2 ** 31 - 1

/** When the page closes, the server is asked how we stand. */
function useAskedAgainAt(until: number): void {
  const queries = useQueryClient()
  useEffect(() => {
    const wait = Math.min(LONGEST_TIMER, Math.max(0, until - serverNow()) + 1000)
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: keyOf(readSession) }), wait)
    return () => clearTimeout(timer)
  }, [queries, until])
}

/** When the server has closed the document, it is asked why. */
function useAskedAgainWhen(isGone: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (isGone) void queries.invalidateQueries({ queryKey: keyOf(readSession) })
  }, [queries, isGone])
}
