/** A value that tells when it changes, as `useSyncExternalStore` wants it. */
export type Watched<T> = {
  readonly get: () => T
  readonly subscribe: (listener: () => void) => () => void
}

/** A watched value and the way to change it. Telling is left out when `same` says so. */
export const watch = <T>(
  first: T,
  same: (a: T, b: T) => boolean = Object.is,
): Watched<T> & { readonly set: (value: T) => void } => {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (same(value, next)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
