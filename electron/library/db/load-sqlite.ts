import Database from 'better-sqlite3'

/** Loads SQLite's addon, which else waits for the first database to be opened. A thread must not be ended while that goes on. */
export function loadSqlite(): void {
  new Database(':memory:').close()
}
