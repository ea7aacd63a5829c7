import { statSync } from 'node:fs'
import { checkFile, checkInUse, type Verdict } from '../db/check-file.ts'

/** Looks through a database file. None throws. */
export const CHECKS = {
  /** A closed file that nobody uses: a safety copy, or the library before it is opened. */
  copy: (path: string) => safely(path, checkFile),
  /** The open library: whether its pages hang together. 0.15 s at 15,000 patterns. */
  quick: (path: string) => safely(path, file => checkInUse(file, 'quick_check')),
  /** The same, and every index against its table. */
  full: (path: string) => safely(path, file => checkInUse(file, 'integrity_check')),
} as const

export type CheckName = keyof typeof CHECKS

function safely(path: string, check: (path: string) => Verdict): Verdict {
  try {
    // SQLite takes an empty file for a new database.
    return statSync(path).size === 0 ? { database: 'the file is empty', words: true } : check(path)
  } catch (error) {
    return { database: error instanceof Error ? error.message : String(error), words: true }
  }
}
