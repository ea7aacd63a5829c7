import Database from 'better-sqlite3'
import { guarded, type ReadDb, readHandle } from './handles.ts'

/** A second connection that cannot write; sees every commit of the first at its next statement. */
export function openForReading(path: string): { db: ReadDb; close(): void } {
  const raw = guarded(() => new Database(path, { readonly: true, fileMustExist: true }))
  raw.pragma('busy_timeout = 5000')
  raw.pragma('temp_store = memory')
  raw.pragma('cache_size = -32000')
  return { db: readHandle(raw), close: () => raw.close() }
}
