import type Database from 'better-sqlite3'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Sql } from './sql.ts'

export interface ReadDb {
  all<T>(query: Sql): T[]
  get<T>(query: Sql): T | undefined
  /** The first column of every row. */
  values<T extends string | number | null>(query: Sql): T[]
}

export interface WriteDb extends ReadDb {
  run(query: Sql): { changes: number; lastInsertRowid: number }
  /** Takes the write lock at once; inside another one it is a savepoint. Rolls back and throws on when `work` throws. */
  transaction<T>(work: () => T): T
  /** Runs when the outermost transaction is on the disk, never when it (or the savepoint around this call) is rolled back. */
  afterCommit(work: () => void): void
}

/** Statements stay prepared by text, so values are bound and texts few (sql.ts). */
const STATEMENTS_KEPT = 500

function statementCache(raw: Database.Database) {
  const kept = new Map<string, Database.Statement>()
  return (text: string): Database.Statement => {
    const known = kept.get(text)
    if (known) return known
    const made = raw.prepare(text)
    const oldest = kept.size >= STATEMENTS_KEPT ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(text, made)
    return made
  }
}

type Prepare = (text: string) => Database.Statement

function reads(prepare: Prepare): ReadDb {
  return {
    all: <T>(query: Sql) => guarded(() => prepare(query.text).all(...query.params) as T[]),
    get: <T>(query: Sql) => guarded(() => prepare(query.text).get(...query.params) as T | undefined),
    values: <T extends string | number | null>(query: Sql) =>
      guarded(() => {
        const statement = prepare(query.text).pluck(true)
        try {
          return statement.all(...query.params) as T[]
        } finally {
          statement.pluck(false)
        }
      }),
  }
}

export function readHandle(raw: Database.Database): ReadDb {
  return reads(statementCache(raw))
}

export function writeHandle(raw: Database.Database): WriteDb {
  const prepare = statementCache(raw)
  let depth = 0
  let waiting: (() => void)[] = []

  function transaction<T>(work: () => T): T {
    const level = depth
    const waitingBefore = waiting.length
    guarded(() => raw.exec(level === 0 ? 'begin immediate' : `savepoint s${level}`))
    depth++
    let result: T
    try {
      result = work()
      guarded(() => raw.exec(level === 0 ? 'commit' : `release s${level}`))
    } catch (error) {
      waiting.length = waitingBefore
      // SQLite rolls back by itself on a full disk and the like; a second rollback would hide the real error.
      if (raw.inTransaction) raw.exec(level === 0 ? 'rollback' : `rollback to s${level}; release s${level}`)
      throw error
    } finally {
      depth--
    }
    if (level === 0) {
      const due = waiting
      waiting = []
      for (const after of due) after()
    }
    return result
  }

  return {
    ...reads(prepare),
    run: query =>
      guarded(() => {
        const { changes, lastInsertRowid } = prepare(query.text).run(...query.params)
        return { changes, lastInsertRowid: Number(lastInsertRowid) }
      }),
    transaction,
    afterCommit(work) {
      if (depth === 0) work()
      else waiting.push(work)
    },
  }
}

/** SQLite's result codes that a person can do something about, as sentences. The rest are mistakes of ours and go on as they are. */
export function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw explained(error)
  }
}

export function explained(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const detail = { sqlite: code }
  if (code.startsWith('SQLITE_FULL')) {
    return new BobbinError('disk-full', 'Your disk is full. Nothing was changed. Make some room and try again.', detail)
  }
  if (code === 'SQLITE_CORRUPT_VTAB') {
    return new BobbinError(
      'search-damaged',
      'Bobbin’s list of words is damaged. It is made anew at the next start.',
      detail,
    )
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new BobbinError(
      'library-damaged',
      'Bobbin found your library damaged. Close Bobbin and open it again: it then opens the newest safety copy.',
      detail,
    )
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new BobbinError(
      'library-not-writable',
      'Bobbin may not write to the folder of your library. Nothing was changed.',
      detail,
    )
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new BobbinError(
      'disk-trouble',
      'Your disk did not answer as it should. Nothing was changed. Try again.',
      detail,
    )
  }
  return error
}
