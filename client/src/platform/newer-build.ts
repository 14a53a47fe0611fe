import { z } from 'zod'

const build = z.object({ entry: z.string() })
const watchers = new Set<() => void>()
let isNewer = false

/** The script this tab was started with; it changes with every build. */
const ownEntry = (): string | undefined => {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  return script === null ? undefined : new URL(script.src).pathname
}

/** Whether the server has a newer build than this tab; fits `useSyncExternalStore`. */
export const newerBuild = {
  get: (): boolean => isNewer,
  watch: (watcher: () => void): (() => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
}

/** Asks the server which build it serves; silence says nothing. */
export async function lookForNewerBuild(): Promise<boolean> {
  try {
    const response = await fetch('/build.json', { cache: 'no-store' })
    const served = build.safeParse(await response.json())
    if (!response.ok || !served.success) return isNewer
    const differs = served.data.entry !== ownEntry()
    if (differs === isNewer) return isNewer
    isNewer = differs
    for (const tell of watchers) tell()
    // The worker keeps the files of the newer build while they are there.
    if (isNewer) void navigator.serviceWorker?.getRegistration().then((worker) => worker?.update())
  } catch {
    // No server, no news.
  }
  return isNewer
}

const GUARD = 'rondo.reloaded'

/**
 * Reloads the tab by itself, once for a reason and a build: where that did not help, a second time would not either. Answers
 * whether it does.
 */
export function reloadOnce(reason: string): boolean {
  const once = `${reason} ${ownEntry() ?? ''}`
  try {
    const before = sessionStorage.getItem(GUARD) ?? ''
    if (before.split('\n').includes(once)) return false
    sessionStorage.setItem(GUARD, `${before}\n${once}`)
  } catch {
    return false
  }
  window.location.reload()
  return true
}
