import type { ReadDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

/** In the order of `hashes`, null where there is none. */
export function sketchesOf(db: ReadDb, hashes: readonly string[]): (Uint8Array<ArrayBuffer> | null)[] {
  const rows = db.all<{ hash: string; sketch: Uint8Array<ArrayBuffer> | null }>(
    sql`select hash, sketch from original where hash in ${sqlList([...new Set(hashes)])}`,
  )
  const byHash = new Map(rows.map(row => [row.hash, row.sketch]))
  return hashes.map(hash => byHash.get(hash) ?? null)
}
