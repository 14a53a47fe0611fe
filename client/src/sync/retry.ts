import type { WebsocketProvider } from 'y-websocket'
import { waitBeforeRetry } from './reconnect.ts'

const stableMs = 30_000
const wakeUpMs = 2_000
const doubtMs = 200

/** Brings a provider back after its connection ended, in the place of its own timer, which has no jitter. */
export const createRetry = (provider: WebsocketProvider) => {
  let failures = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  let stable: ReturnType<typeof setTimeout> | undefined
  let onEnd = (_code: number, _reason: string): void => {}

  const connectIn = (ms: number): void => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      waiting = undefined
      provider.connect()
    }, ms)
  }
  /** The network or the tab woke up: no need to wait any longer, but not all tabs at once. */
  const wakeUp = (): void => {
    if (waiting !== undefined && document.visibilityState === 'visible') connectIn(Math.random() * wakeUpMs)
  }

  /**
   * The browser says that the network is gone. The socket would only find out when nothing is heard for half a minute, so
   * it is dropped now; where the server is on this machine the next attempt succeeds and nobody notices.
   */
  const doubt = (): void => {
    if (!provider.wsconnected) return
    provider.disconnect()
    connectIn(Math.random() * doubtMs)
  }

  provider.shouldReconnect = () => false
  provider.on('closed', ({ code, reason }) => {
    clearTimeout(stable)
    const wait = waitBeforeRetry(code, reason, failures, Math.random())
    failures += 1
    if (wait === null) onEnd(code, reason)
    else connectIn(wait)
  })
  provider.on('sync', (synced) => {
    clearTimeout(stable)
    if (!synced) return
    stable = setTimeout(() => {
      failures = 0
    }, stableMs)
  })
  window.addEventListener('online', wakeUp)
  window.addEventListener('offline', doubt)
  document.addEventListener('visibilitychange', wakeUp)

  return {
    /** Called when the server decided against another attempt. */
    onEnd: (listener: typeof onEnd): void => {
      onEnd = listener
    },
    now: (): void => connectIn(0),
    stop: (): void => {
      clearTimeout(waiting)
      clearTimeout(stable)
      window.removeEventListener('online', wakeUp)
      window.removeEventListener('offline', doubt)
      document.removeEventListener('visibilitychange', wakeUp)
    },
  }
}
