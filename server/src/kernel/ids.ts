import { randomUUID } from 'node:crypto'
import type { Id } from '@rondo/shared/kernel/id.ts'

/** Where new ids come from: random UUIDs, so that nobody can guess a neighbour's. */
export interface Ids {
  next<Kind extends string>(): Id<Kind>
}

export const randomIds: Ids = { next: <Kind extends string>() => randomUUID() as string as Id<Kind> }
