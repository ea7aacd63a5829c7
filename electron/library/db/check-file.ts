import Database from 'better-sqlite3'

/** `database`: `ok` or what is wrong with it. `words` false: the search index alone is damaged, which can be made again. */
export interface Verdict {
  readonly database: string
  readonly words: boolean
}

/**
 * Looks through every page of a closed database file. The copy is left as one plain file, without a write-ahead log beside it.
 */
export function checkFile(path: string): Verdict {
  const raw = new Database(path, { fileMustExist: true })
  try {
    raw.pragma('journal_mode = delete')
    return verdictOf(raw, 'quick_check')
  } finally {
    raw.close()
  }
}

/** The same for the library while it is open; `integrity_check` compares every index with its table as well. */
export function checkInUse(path: string, pragma: 'quick_check' | 'integrity_check'): Verdict {
  const raw = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return verdictOf(raw, pragma)
  } finally {
    raw.close()
  }
}

function verdictOf(raw: Database.Database, pragma: 'quick_check' | 'integrity_check'): Verdict {
  const found = (raw.pragma(pragma) as Record<string, string>[]).map(row => String(row[pragma]))
  const words = found.filter(problem => /fts5/i.test(problem))
  const pages = found.filter(problem => problem !== 'ok' && !words.includes(problem))
  return { database: pages[0] ?? 'ok', words: words.length === 0 }
}
