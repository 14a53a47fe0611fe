import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useEffect, useRef, useState } from 'react'
import { useMe } from '../account/index.ts'
import type { draftOf, ShownFormat } from '../format/index.ts'
import type { ChosenRoles } from './schedule-form.tsx'

/** A meeting that somebody is about to schedule. */
export interface ScheduleDraft {
  readonly title: string
  readonly day: string
  readonly time: string
  readonly format: ShownFormat['id']
  readonly page: string
  readonly wanted: string[]
  readonly drafts: ReturnType<typeof draftOf>
  readonly roles: ChosenRoles
}

const drafts = new Map<string, ScheduleDraft>()

/** What somebody has filled in for a circle, while they look for its hour on another screen. It is gone with the tab. */
export const useScheduleDraft = (circleId: CircleId) => {
  const me = useMe()?.id
  const [key] = useState(`${me ?? ''} ${circleId}`)
  const [before] = useState(() => drafts.get(key))
  const latest = useRef<ScheduleDraft>(undefined)
  const isSent = useRef(false)
  useEffect(
    () => () => {
      if (isSent.current) drafts.delete(key)
      else if (latest.current !== undefined) drafts.set(key, latest.current)
    },
    [key],
  )
  return {
    before,
    keep: (draft: ScheduleDraft) => {
      latest.current = draft
    },
    sent: () => {
      isSent.current = true
    },
  }
}
