import type { OpenSocket } from '../access.ts'
import type { Whose } from './topics.ts'

/** Chooses the sockets that are meant. */
export const meant =
  ({ accounts, sessions, documents }: Whose) =>
  ({ accountId, sessionId, documentId }: OpenSocket): boolean =>
    (accounts?.includes(accountId) ?? true) &&
    (sessions?.includes(sessionId) ?? true) &&
    (documents?.includes(documentId) ?? true)
