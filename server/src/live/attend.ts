import { closeCode } from '@rondo/shared/wire/close-code.ts'
import type { LiveLimits } from './limits.ts'
import type { Listener } from './listener.ts'

/** Beats, and asks with every beat whether the session is still one; closes who says nothing at first. */
export const attend = (
  listener: Listener,
  { beatMs, listenMs }: LiveLimits,
  identify: () => Promise<unknown>,
): (() => void) => {
  const beat = setInterval(() => {
    listener.beat()
    identify().then(
      (principal) => principal === null && listener.end(closeCode.signedOut, 'signed out'),
      () => undefined,
    )
  }, beatMs)
  const deadline = setTimeout(() => {
    if (listener.isSilent) listener.end(closeCode.badFrame, 'nothing asked')
  }, listenMs)
  return () => {
    clearInterval(beat)
    clearTimeout(deadline)
  }
}
