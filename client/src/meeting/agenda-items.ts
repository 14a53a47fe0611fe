import { readSegments } from '@rondo/shared/document/read-segments.ts'
import type { AgendaItem } from '@rondo/shared/meeting/agenda.ts'
import type * as Y from 'yjs'

/** The agenda as the document says it. */
export const agendaItems = (doc: Y.Doc): AgendaItem[] =>
  readSegments(doc).map(({ id, title, minutes, lead }) => ({ id, title, minutes, lead: lead ?? null }))
