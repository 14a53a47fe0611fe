/**
 * A mark in the file of a document log that says: this is a copy, made at some moment.
 *
 * Whoever opens a marked log has put a backup back. Browsers may hold later states of its documents, and would merge
 * them in; so all generations are raised before anything is served, and the mark is taken away.
 */
import SQLite from 'better-sqlite3'

/** Marks a copy that is not open anywhere. */
export const markAsCopy = (file: string): void => {
  const database = new SQLite(file)
  database.exec('create table if not exists copy (marked integer primary key) strict')
  database.exec('insert into copy (marked) values (1) on conflict do nothing')
  database.close()
}

/** Whether a log is a copy that was never opened. */
export const isMarkedAsCopy = (file: string): boolean => {
  const database = new SQLite(file, { readonly: true, fileMustExist: true })
  const table = database.prepare("select 1 from sqlite_schema where type = 'table' and name = 'copy'").get()
  database.close()
  return table !== undefined
}

/** The copy is the log itself from now on. */
export const removeCopyMark = (file: string): void => {
  const database = new SQLite(file)
  database.exec('drop table if exists copy')
  database.close()
}
