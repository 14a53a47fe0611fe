import type { z } from 'zod'

/** One value kept in this browser: parsed when read, so that old or foreign content is never trusted. */
export interface Kept<T> {
  read(): T | undefined
  write(value: T): void
  forget(): void
}

/** Names a value in local storage. Where storage is full or forbidden nothing is kept, and nothing breaks. */
export function kept<T>(name: string, schema: z.ZodType<T>): Kept<T> {
  const key = `rondo.${name}`
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
