import { lookForNewerBuild } from '../../platform/newer-build.ts'
import { live } from '../../platform/use-live.ts'

/** After the first screen has its files: keeping the others for later must not make it slower. */
const CALM = 3_000
const LOOK_AGAIN = 10 * 60_000

/** Lets the app open without a network from now on, where the browser allows it, and looks for newer builds. */
export function startShell(): void {
  if (import.meta.env.DEV) return
  if ('serviceWorker' in navigator) {
    setTimeout(() => void navigator.serviceWorker.register('/worker.js').catch(() => {}), CALM)
  }
  let lookedAt = 0
  const look = (): void => {
    lookedAt = Date.now()
    void lookForNewerBuild()
  }
  // A server that came back may be another one than before.
  live.watch(() => {
    if (live.status === 'live') look()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - lookedAt > LOOK_AGAIN) look()
  })
}
