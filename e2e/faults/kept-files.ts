import { join } from 'node:path'

const names = [
  'documents.sqlite',
  'documents.sqlite-wal',
  'documents.sqlite-journal',
  'documents.ahead-1',
  'documents.ahead-2',
]

/** The files in which a document server keeps its log. SQLite's shared memory is none of them: it is made anew. */
export const keptFiles = (folder: string): string[] => names.map((name) => join(folder, name))
