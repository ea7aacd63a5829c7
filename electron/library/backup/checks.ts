import { statSync } from 'node:fs'
import { checkFile, checkInUse } from '../db/open.ts'

/** Looks through a database file: `ok`, or what is wrong with it. None throws. */
export const CHECKS = {
  /** A closed file that nobody uses: a safety copy, or the library before it is opened. */
  copy: (path: string) => verdictOf(path, checkFile),
  /** The open library: whether its pages hang together. 0.1 s at 15,000 patterns. */
  quick: (path: string) => verdictOf(path, file => checkInUse(file, 'quick_check(1)')),
  /** The same, and every index against its table. */
  full: (path: string) => verdictOf(path, file => checkInUse(file, 'integrity_check(1)')),
} as const

export type CheckName = keyof typeof CHECKS

function verdictOf(path: string, check: (path: string) => string): string {
  try {
    // SQLite takes an empty file for a new database.
    return statSync(path).size === 0 ? 'the file is empty' : check(path)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
