import { useEffect, useEffectEvent } from 'react'
import type { Room } from '../room.ts'
import { askedBy } from './lead-keys.ts'
import { leadingActs } from './leading-acts.ts'

/** On a Mac, Alt with a letter types a sign: whoever writes gets it. */
const types = (target: EventTarget | null): boolean =>
  /mac|iphone|ipad/i.test(navigator.userAgent) &&
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'))

/** Leads the meeting by keys, from wherever the focus is, but behind no dialog. */
export function useLeadKeys(room: Room): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const asked = askedBy(event)
    if (asked === undefined || room.run.isPending || types(event.target)) return
    if (document.querySelector('[role="dialog"]') !== null) return
    const act = leadingActs(room)[asked]
    if (act === undefined) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}
