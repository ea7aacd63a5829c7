import Database from 'better-sqlite3'
import { BobbinError } from '#shared/contract/errors.ts'
import { explained, guarded } from './handles.ts'

/**
 * One Bobbin at a time in a library. The lock is the operating system's own on an open file (taken through SQLite, which knows
 * how on every system), so a killed process never leaves one behind, which a file holding a process number does: after a restart of
 * the computer that number may be somebody else's.
 * @throws BobbinError `library-in-use`, `library-not-writable`, `disk-full`, `disk-trouble`
 */
export function lockLibrary(path: string): () => void {
  const raw = guarded(() => new Database(path, { timeout: 0 }))
  try {
    raw.pragma('locking_mode = exclusive')
    raw.exec('begin exclusive')
  } catch (error) {
    raw.close()
    if (!isBusy(error)) throw explained(error)
    throw new BobbinError(
      'library-in-use',
      'Bobbin is open already with this library. Use that window, or close it first.',
      {
        lock: path,
      },
    )
  }
  return () => raw.close()
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(?:BUSY|LOCKED)/.test(error.code)
}
