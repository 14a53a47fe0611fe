/** What somebody wrote into a state of a document that is no more: kept as text until they have looked at it. */
import { z } from 'zod'
import { draftsOf, type Kept, kept } from '../platform/storage.ts'
import { copyLifetimeMs } from './copy-records.ts'

const setAside = z.object({ text: z.string(), at: z.number() })

const place = (memberId: string, documentId: string): Kept<z.infer<typeof setAside>> =>
  kept(`${draftsOf(memberId)}set-aside.${documentId}`, setAside)

/** The text that was set aside; undefined where there is none. */
export const readSetAside = (memberId: string, documentId: string, now = Date.now()): string | undefined => {
  const found = place(memberId, documentId).read()
  return found !== undefined && now - found.at < copyLifetimeMs ? found.text : undefined
}

/** Adds a text to what is set aside. */
export const keepAside = (memberId: string, documentId: string, text: string, now = Date.now()): void => {
  if (text === '') return
  const before = readSetAside(memberId, documentId, now)
  place(memberId, documentId).write({
    text: before === undefined ? text : `${before}\n\n${text}`,
    at: now,
  })
}

/** The person has what they need of it. */
export const dropSetAside = (memberId: string, documentId: string): void =>
  place(memberId, documentId).forget()
