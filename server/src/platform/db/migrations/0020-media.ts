import { type SchemaModule, sql } from 'kysely'
import type { Migration } from './migration.ts'

export const media: Migration = {
  name: '0020-media',
  up: async (tx) => {
    await createFiles(tx.schema)
    await createRecordings(tx.schema)
    await createTranscripts(tx.schema)
    // What is said is found by its beginnings and without its accents. The row's number is that of the cue.
    await sql`create virtual table cue_words using fts5(text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`.execute(
      tx,
    )
    await sql`insert into cue_words (cue_words, rank) values ('secure-delete', 1)`.execute(tx)
  },
}

const createFiles = async (schema: SchemaModule) => {
  await schema
    .createTable('file')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('received', 'integer', (column) => column.notNull())
    .addColumn('type', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('createdBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .addColumn('touchedAt', 'integer', (column) => column.notNull())
    .addColumn('idleSince', 'integer')
    .execute()
  await schema.createIndex('fileByState').on('file').columns(['state', 'touchedAt']).execute()
  await schema.createIndex('fileByTarget').on('file').columns(['target', 'state']).execute()
  await schema
    .createTable('filePiece')
    .addColumn('fileId', 'text', (column) => column.notNull().references('file.id'))
    .addColumn('start', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addPrimaryKeyConstraint('filePieceKey', ['fileId', 'start'])
    .execute()
}

const createRecordings = async (schema: SchemaModule) => {
  await schema
    .createTable('recording')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('fileId', 'text', (column) => column.references('file.id'))
    .addColumn('type', 'text')
    .addColumn('startsAt', 'integer')
    .addColumn('addedBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('addedAt', 'integer', (column) => column.notNull())
    .addColumn('transcriptVersion', 'integer', (column) => column.notNull())
    .addColumn('notices', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('recordingOfMeeting').on('recording').columns(['meetingId', 'addedAt']).execute()
  await schema.createIndex('recordingOfFile').on('recording').columns(['fileId']).execute()
}

const createTranscripts = async (schema: SchemaModule) => {
  await schema
    .createTable('speaker')
    .addColumn('recordingId', 'text', (column) => column.notNull().references('recording.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('memberId', 'text', (column) => column.references('member.id'))
    .addPrimaryKeyConstraint('speakerKey', ['recordingId', 'number'])
    .execute()
  await schema
    .createTable('cue')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('recordingId', 'text', (column) => column.notNull().references('recording.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('start', 'integer', (column) => column.notNull())
    .addColumn('end', 'integer', (column) => column.notNull())
    .addColumn('speaker', 'integer')
    .addColumn('text', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('cueOfRecording').on('cue').columns(['recordingId', 'position']).unique().execute()
}
