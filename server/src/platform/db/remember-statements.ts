import type SQLite from 'better-sqlite3'

/** More different statements than the product has; lists of varying length make new ones. */
const most = 500

/**
 * Makes a connection prepare each statement once. Preparing costs more than most queries, and the query builder asks
 * for it every time. No statement is read step by step here, so none is in use when it is asked for again.
 */
export const rememberStatements = (connection: SQLite.Database): SQLite.Database => {
  const prepare = connection.prepare.bind(connection)
  const known = new Map<string, SQLite.Statement>()
  const remembered = (sql: string): SQLite.Statement => {
    const statement = known.get(sql) ?? prepare(sql)
    known.delete(sql)
    known.set(sql, statement)
    const [oldest] = known.size > most ? known.keys() : []
    if (oldest !== undefined) known.delete(oldest)
    return statement
  }
  return Object.assign(connection, { prepare: remembered })
}
