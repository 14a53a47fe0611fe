/**
 * Brings a provider back after its connection ended, in the place of its own timer, which has no jitter.
 *
 * 1. No attempt comes before the floor of the last close code, whatever wakes up or is pressed.
 * 2. The waits grow until a connection was in step for half a minute.
 * 3. After a decision of the server nothing happens until `now` is called.
 */
import type { WebsocketProvider } from 'y-websocket'
import { waitBeforeRetry } from './reconnect.ts'
import { listenForSilence } from './silence.ts'

const stableMs = 30_000
const wakeUpMs = 2_000
const doubtMs = 200
/** A browser that does not open its database must not keep anybody from the server. */
const mostBeforeFirstMs = 1_000
/** As a connection that broke without a word closes. */
const brokenOff = 1006

/** What the owner of a connection hears. */
type Told = {
  /** The server decided against another attempt. */
  onEnd(code: number, reason: string): void
  /** Another attempt is on its way. */
  onWait(code: number): void
}

export const createRetry = (provider: WebsocketProvider, told: Told) => {
  let failures = 0
  let floorMs = 0
  let notBefore = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  let stable: ReturnType<typeof setTimeout> | undefined

  const connectIn = (ms: number): void => {
    clearTimeout(waiting)
    waiting = setTimeout(
      () => {
        waiting = undefined
        silence.heard()
        provider.connect()
      },
      // A clock that was set back must not make a floor of hours.
      Math.max(ms, Math.min(floorMs, notBefore - Date.now())),
    )
  }
  const plan = (code: number, reason: string): void => {
    clearTimeout(stable)
    const wait = waitBeforeRetry(code, reason, failures, Math.random())
    failures += 1
    floorMs = wait?.floorMs ?? 0
    notBefore = Date.now() + floorMs
    if (wait === null) told.onEnd(code, reason)
    else {
      connectIn(wait.ms)
      told.onWait(code)
    }
  }
  const drop = (): void => {
    provider.disconnect()
    plan(brokenOff, '')
  }
  const silence = listenForSilence(provider, drop)

  /** The network or the tab woke up: no need to wait any longer, but not all tabs at once. */
  const wakeUp = (): void => {
    silence.lookNow()
    if (waiting !== undefined) connectIn(Math.random() * wakeUpMs)
  }
  const beSeen = (): void => {
    if (document.visibilityState === 'visible') wakeUp()
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
  provider.on('connection-close', (event) => {
    // The provider's own watch let go: its timer would bring all tabs back in step.
    if (event !== null || !provider.shouldConnect) return
    provider.shouldConnect = false
    plan(brokenOff, '')
  })
  provider.on('closed', ({ code, reason }) => plan(code, reason))
  provider.on('sync', (synced) => {
    clearTimeout(stable)
    if (!synced) return
    stable = setTimeout(() => {
      failures = 0
    }, stableMs)
  })
  const listeners = [
    [window, 'online', wakeUp],
    [window, 'offline', doubt],
    [window, 'pageshow', wakeUp],
    [document, 'visibilitychange', beSeen],
  ] as const
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener)

  return {
    /** Something came over the line. */
    heard: silence.heard,
    now: (): void => connectIn(0),
    /** Makes the first attempt after something, but does not wait for it long. */
    after: (something: Promise<unknown>): void => {
      connectIn(mostBeforeFirstMs)
      void something.finally(() => {
        if (waiting !== undefined) connectIn(0)
      })
    },
    stop: (): void => {
      clearTimeout(waiting)
      clearTimeout(stable)
      silence.stop()
      for (const [target, name, listener] of listeners) target.removeEventListener(name, listener)
    },
  }
}
