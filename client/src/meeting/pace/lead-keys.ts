import type { LeadingActs } from './leading-acts.ts'

/** What leads a meeting by keys, as they stand on the keyboard. */
export const leadKeys = {
  next: 'Alt Shift N',
  back: 'Alt Shift B',
  extend: 'Alt Shift E',
  pause: 'Alt Shift P',
} as const satisfies Record<keyof LeadingActs, string>

/** By the place on the keyboard: with Alt, some layouts type another letter there. */
const CODES: Readonly<Record<string, keyof LeadingActs>> = {
  KeyN: 'next',
  KeyB: 'back',
  KeyE: 'extend',
  KeyP: 'pause',
}

type Pressed = Pick<
  KeyboardEvent,
  'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'code' | 'repeat' | 'isComposing'
>

/** What a key asks for; a key that is held down asks once. */
export function askedBy(event: Pressed): keyof LeadingActs | undefined {
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return undefined
  return event.repeat || event.isComposing ? undefined : CODES[event.code]
}
