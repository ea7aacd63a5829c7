import type { ReadDb } from '#library/db/handles.ts'
import { type Sql, sql, sqlList } from '#library/db/sql.ts'
import type { TextIndex, WordedPattern } from './text-index.ts'

/** About 5 ms of reading and taking apart. */
const PATTERNS_AT_ONCE = 50

/** Keeps an index as the library is. What has to be read again is found by the marks of table search_doc. */
export interface Following {
  /** These patterns may have other words now; null: any of them. */
  changed(ids: readonly string[] | null): void
  /** How many patterns are to be read before the index is as the library is. */
  behind(): number
  /** Reads some of them; false when all is read. */
  step(): boolean
}

/** Rows below this (search/ranking.ts) fit beside a mark into one number. */
const ROWS = 2 ** 22

/** Every pattern's mark, with its row in one number: read whole at every start, and in half the time of two. */
export const stampsSql: Sql = sql`select stamp * ${ROWS} + seq from search_doc`

export const stampsOfSql = (ids: readonly string[]): Sql =>
  sql`select p.seq, s.stamp + 1 as stamp from pattern p join search_doc s on s.seq = p.seq where p.id in ${sqlList(ids)}`

export const wordedSql = (seqs: readonly number[]): Sql =>
  sql`select s.seq, s.stamp + 1 as stamp, d.name, d.tags, d.designer, d.notes, d.files, p.kind from search_doc s
    join pattern_doc d on d.seq = s.seq join pattern p on p.seq = s.seq where s.seq in ${sqlList(seqs)} order by s.seq`

interface StampRow {
  readonly seq: number
  readonly stamp: number
}

/** More names than this are not looked up: all marks are compared. */
const MOST_NAMED = 2_000

export function followLibrary(db: ReadDb, index: TextIndex): Following {
  const named = new Set<string>()
  /** At the start nothing is known. */
  let all = true
  let waiting: number[] = []

  function look(): void {
    if (!all && named.size === 0) return
    const ids = [...named]
    named.clear()
    const rows = all ? [] : db.all<StampRow>(stampsOfSql(ids))
    // A pattern that was deleted for good is in no table: only the marks that are left say which it was.
    if (all || rows.length < ids.length) compareAll()
    else waiting = withNew(waiting, rows)
    all = false
  }

  function compareAll(): void {
    const there = new Uint8Array(index.end)
    waiting = []
    for (const packed of db.values<number>(stampsSql)) {
      const stamp = Math.floor(packed / ROWS)
      const seq = packed - stamp * ROWS
      there[seq] = 1
      if (index.stamps[seq] !== stamp + 1) waiting.push(seq)
    }
    const gone: number[] = []
    for (let seq = 0; seq < index.end; seq++) if (index.stamps[seq] !== 0 && there[seq] !== 1) gone.push(seq)
    index.forget(gone)
  }

  function withNew(before: readonly number[], rows: readonly StampRow[]): number[] {
    const seqs = rows.filter(({ seq, stamp }) => index.stamps[seq] !== stamp).map(({ seq }) => seq)
    return [...new Set([...before, ...seqs])].sort((a, b) => a - b)
  }

  return {
    changed(ids) {
      if (ids === null || named.size > MOST_NAMED) all = true
      else if (!all) for (const id of ids) named.add(id)
      if (all) named.clear()
    },
    behind() {
      look()
      return waiting.length
    },
    step() {
      look()
      const seqs = waiting.splice(0, PATTERNS_AT_ONCE)
      if (seqs.length > 0) index.put(db.all<WordedPattern>(wordedSql(seqs)))
      return waiting.length > 0
    },
  }
}
