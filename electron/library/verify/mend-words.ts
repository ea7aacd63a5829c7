import type { WriteDb } from '../db/handles.ts'
import { type Sql, sql } from '../db/sql.ts'
import { forgetDoc, isDocCurrent, refreshWords, rewriteDoc } from '../search/words.ts'

const STEP = 200

/**
 * Compares the search words of every pattern with the pattern, and both indexes with the words; makes new what is not as it should be. Returns
 * how many patterns that were.
 */
export async function mendWords(db: WriteDb, signal: AbortSignal): Promise<number> {
  const sound = INDEXES.every(index => passes(db, index.check))
  let mended = 0
  for (let after = 0; ; ) {
    signal.throwIfAborted()
    const page = db.all<{ seq: number; id: string }>(
      sql`select seq, id from pattern where seq > ${after} order by seq limit ${STEP}`,
    )
    const last = page.at(-1)
    if (!last) break
    after = last.seq
    const wrong = page.filter(({ seq, id }) => !isDocCurrent(db, seq, id)).map(({ id }) => id)
    if (wrong.length > 0) db.transaction(() => (sound ? refreshWords(db, wrong) : rewrite(db, wrong)))
    mended += wrong.length
    await new Promise(resolve => setImmediate(resolve))
  }
  mended += forgetStrays(db, sound)
  if (sound) return mended
  for (const index of INDEXES) db.run(index.rebuild)
  return db.values<number>(sql`select count(*) from pattern_doc`)[0] ?? 0
}

/** A damaged index cannot be told what to forget: only the words themselves are put right, and the index is built from them. */
function rewrite(db: WriteDb, ids: readonly string[]): void {
  for (const id of ids) rewriteDoc(db, id)
}

/** Words of patterns that are gone. */
function forgetStrays(db: WriteDb, sound: boolean): number {
  const strays = db.values<number>(sql`select seq from pattern_doc where seq not in (select seq from pattern)`)
  db.transaction(() => {
    for (const seq of strays) {
      if (sound) forgetDoc(db, seq)
      else db.run(sql`delete from pattern_doc where seq = ${seq}`)
    }
  })
  return strays.length
}

const INDEXES = [
  {
    check: sql`insert into pattern_words (pattern_words, rank) values ('integrity-check', 1)`,
    rebuild: sql`insert into pattern_words (pattern_words) values ('rebuild')`,
  },
  {
    check: sql`insert into pattern_parts (pattern_parts, rank) values ('integrity-check', 1)`,
    rebuild: sql`insert into pattern_parts (pattern_parts) values ('rebuild')`,
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
