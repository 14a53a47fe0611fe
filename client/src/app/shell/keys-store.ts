const listeners = new Set<() => void>()
let opened = false

const set = (next: boolean): void => {
  opened = next
  for (const tell of listeners) tell()
}

/** Whether the page of all keys is open; the menus that open it are gone by then. */
export const keysOpened = (): boolean => opened

export const watchKeys = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const showKeys = (): void => set(true)

export const hideKeys = (): void => set(false)
