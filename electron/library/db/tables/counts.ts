import type { LibraryInfo } from '#shared/contract/library/upkeep.ts'
import type { ReadDb } from '../handles.ts'
import { sql } from '../sql.ts'

export interface Counts {
  readonly counts: LibraryInfo['counts']
  readonly kinds: Record<string, number>
  /** The import that waits to be looked at, chosen from or finished. */
  readonly openImportId: string | null
}

/** What the side bar shows. All but the kinds' grouping are covered by an index. */
export function countsOf(db: ReadDb): Counts {
  const kinds = db.all<{ kind: string; patterns: number; favourites: number }>(
    sql`select kind, count(*) as patterns, sum(favourite) as favourites from pattern where trashed_at is null group by kind`,
  )
  const one = (count: number[]): number => count[0] ?? 0
  return {
    counts: {
      patterns: kinds.reduce((sum, row) => sum + row.patterns, 0),
      favourites: kinds.reduce((sum, row) => sum + row.favourites, 0),
      used: one(
        db.values<number>(sql`select count(*) from pattern where trashed_at is null and last_used_at is not null`),
      ),
      collections: one(db.values<number>(sql`select count(*) from collection where trashed_at is null`)),
      trashed: one(db.values<number>(sql`select count(*) from pattern where trashed_at is not null`)),
    },
    kinds: Object.fromEntries(kinds.map(row => [row.kind, row.patterns])),
    openImportId:
      db.values<string>(sql`select id from job where state in ('waiting', 'running', 'paused') and kind = 'import'
        order by created_at desc limit 1`)[0] ?? null,
  }
}
