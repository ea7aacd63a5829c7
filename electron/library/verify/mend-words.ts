import type { WriteDb } from '../db/handles.ts'
import { type Sql, sql } from '../db/sql.ts'
import { forgetDoc, isDocCurrent, refreshWords } from '../search/words.ts'

const STEP = 200

/**
 * Compares the search words of every pattern with the pattern and makes wrong ones new; then asks both indexes whether they hold exactly
 * those words, and builds them again when they do not. Returns how many patterns had wrong words.
 */
export async function mendWords(db: WriteDb, signal: AbortSignal): Promise<number> {
  let mended = 0
  for (let after = 0; ; ) {
    signal.throwIfAborted()
    const page = db.all<{ seq: number; id: string }>(
      sql`select seq, id from pattern where seq > ${after} order by seq limit ${STEP}`,
    )
    const last = page.at(-1)
    if (!last) break
    after = last.seq
    const wrong = page.filter(({ seq, id }) => !isDocCurrent(db, seq, id))
    if (wrong.length > 0)
      db.transaction(() =>
        refreshWords(
          db,
          wrong.map(({ id }) => id),
        ),
      )
    mended += wrong.length
    await new Promise(resolve => setImmediate(resolve))
  }
  const strays = db.values<number>(sql`select seq from pattern_doc where seq not in (select seq from pattern)`)
  if (strays.length > 0) db.transaction(() => strays.forEach(seq => forgetDoc(db, seq)))
  mended += strays.length
  for (const rebuild of INDEXES) {
    if (rebuild.isSound(db)) continue
    db.run(rebuild.sql)
    mended = Math.max(mended, db.values<number>(sql`select count(*) from pattern_doc`)[0] ?? 0)
  }
  return mended
}

const INDEXES = [
  {
    isSound: (db: WriteDb) =>
      passes(db, sql`insert into pattern_words (pattern_words, rank) values ('integrity-check', 1)`),
    sql: sql`insert into pattern_words (pattern_words) values ('rebuild')`,
  },
  {
    isSound: (db: WriteDb) =>
      passes(db, sql`insert into pattern_parts (pattern_parts, rank) values ('integrity-check', 1)`),
    sql: sql`insert into pattern_parts (pattern_parts) values ('rebuild')`,
  },
] as const

function passes(db: WriteDb, check: Sql): boolean {
  try {
    db.run(check)
    return true
  } catch {
    return false
  }
}
