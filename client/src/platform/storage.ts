import type { z } from 'zod'

/** One value kept in this browser: parsed when read, so that old or foreign content is never trusted. */
export interface Kept<T> {
  read(): T | undefined
  write(value: T): void
  forget(): void
}

const HOUSE = 'rondo.'

/** How the names of what somebody has written and not sent begin. */
export const draftsOf = (writer: string): string => `draft.${writer}.`

/** The names of what is kept and begins so. */
export function keptNames(beginning: string): readonly string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(`${HOUSE}${beginning}`) ? [key.slice(HOUSE.length)] : [],
    )
  } catch {
    return []
  }
}

/** Forgets every value whose name begins so, and no other. */
export function forgetKept(beginning: string): void {
  for (const name of keptNames(beginning)) localStorage.removeItem(`${HOUSE}${name}`)
}

/** Names a value in local storage. Where storage is full or forbidden nothing is kept, and nothing breaks. */
export function kept<T>(name: string, schema: z.ZodType<T>): Kept<T> {
  const key = `${HOUSE}${name}`
  return {
    read() {
      try {
        const text = localStorage.getItem(key)
        return text === null ? undefined : schema.safeParse(JSON.parse(text)).data
      } catch {
        return undefined
      }
    },
    write(value) {
      try {
        localStorage.setItem(key, JSON.stringify(value))
      } catch {
        // A draft that cannot be kept is still on screen.
      }
    },
    forget() {
      try {
        localStorage.removeItem(key)
      } catch {
        // Nothing was kept.
      }
    },
  }
}
