import Database from 'better-sqlite3'
import { guarded, type WriteDb, writeHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'

/** Pages of 4 kB copied between two turns of the event loop: about 5 ms of work, so that typing stays smooth meanwhile. */
const BACKUP_PAGES = 500

export interface OpenDatabase {
  readonly db: WriteDb
  /** Copies the whole database, also while it is in use, into a new file at `path`. SQLite's own backup, never a file copy. */
  backup(path: string): Promise<void>
  close(): void
}

/**
 * Opens (or makes) the library's database and brings it up to date.
 * @throws BobbinError `library-damaged`, `library-too-new`, `library-not-writable`
 */
export async function openDatabase(
  path: string,
  beforeMigration: (backup: OpenDatabase['backup']) => Promise<void>,
): Promise<OpenDatabase> {
  const raw = guarded(() => new Database(path))
  const backup: OpenDatabase['backup'] = async target => {
    await raw.backup(target, { progress: () => BACKUP_PAGES })
  }
  try {
    guarded(() => {
      raw.pragma('journal_mode = wal')
      // Every commit is on the disk before it is told: an import writes few and large ones, so this costs little.
      raw.pragma('synchronous = full')
      // An import changes pages all over the database; fewer and larger checkpoints write each of them less often.
      raw.pragma('wal_autocheckpoint = 4000')
      raw.pragma('journal_size_limit = 33554432')
      raw.pragma('foreign_keys = on')
      raw.pragma('busy_timeout = 5000')
      raw.pragma('temp_store = memory')
      raw.pragma('cache_size = -32000')
      raw.pragma('trusted_schema = off')
      // Reads the schema, where damage of the first pages shows.
      raw.prepare('select count(*) from sqlite_schema').get()
    })
    await migrate(raw, MIGRATIONS, () => beforeMigration(backup))
  } catch (error) {
    raw.close()
    throw error
  }
  return { db: writeHandle(raw), backup, close: () => raw.close() }
}
