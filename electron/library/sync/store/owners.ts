import type { Json, RecordKey } from '#shared/sync/record.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { sql, sqlList, sqlName } from '#library/db/sql.ts'
import type { SyncedTable } from '#library/db/synced.ts'
import { TRASHED_AT } from './columns.ts'

/** What belongs to a pattern, and by which fields: it has no row in its table while the pattern has none. */
const OWNED: Partial<Record<SyncedTable, readonly string[]>> = {
  file: ['pattern_id'],
  plan: ['pattern_id'],
  pattern_tag: ['pattern_id'],
  collection_pattern: ['pattern_id'],
  machine_mark: ['pattern_id'],
  tidy_answer: ['pattern_id'],
  design_pair: ['first_id', 'second_id'],
}

/** When she deleted it for good: a field of the record, so that it is gone on all her computers. */
export const DELETED_AT = 'deleted_at'

/** Deleted for good after it was put in the trash. What was put back since, on any computer, is there again. */
export function isDeletedForGood(fields: Readonly<Record<string, Json>>): boolean {
  const [deleted, trashed] = [fields[DELETED_AT], fields[TRASHED_AT]]
  return typeof deleted === 'number' && typeof trashed === 'number' && deleted >= trashed
}

export interface Owners {
  /** The pattern that keeps this record away: it is known, and has no row. */
  awayOwnerOf(table: SyncedTable, fields: Readonly<Record<string, Json>>): string | null
  set(patternId: string, isAway: boolean): void
}

export function createOwners(db: ReadDb): Owners {
  const known = new Map<string, boolean>()
  // Nearly always nothing is away, and nobody is asked for.
  let isAnyAway = db.get(sql`select 1 from sync_row where table_name = 'pattern' and away = 1 limit 1`) !== undefined

  function isAway(id: string): boolean {
    const answer =
      known.get(id) ??
      (isAnyAway &&
        db.get(sql`select 1 from sync_row where table_name = 'pattern' and row_id = ${id} and away = 1`) !== undefined)
    known.set(id, answer)
    return answer
  }

  return {
    awayOwnerOf(table, fields) {
      for (const field of OWNED[table] ?? []) {
        const owner = fields[field]
        if (typeof owner === 'string' && isAway(owner)) return owner
      }
      return null
    },
    set(patternId, isAwayNow) {
      isAnyAway ||= isAwayNow
      known.set(patternId, isAwayNow)
    },
  }
}

/** Everything that belongs to a pattern and has a row. */
export function keysOfPattern(db: ReadDb, patternId: string): RecordKey[] {
  return (Object.entries(OWNED) as [SyncedTable, readonly string[]][]).flatMap(([table, fields]) =>
    fields.flatMap(field =>
      db
        .values<string>(sql`select id from ${sqlName(table)} where ${sqlName(field)} = ${patternId}`)
        .map(id => ({ table, id })),
    ),
  )
}

export function keysKeptAwayBy(db: ReadDb, patternId: string): RecordKey[] {
  return db
    .all<{ table: string; id: string }>(
      sql`select table_name as "table", row_id as id from sync_row where owner = ${patternId}`,
    )
    .map(({ table, id }) => ({ table, id }))
}

/** Of the files that these patterns keep away. */
export function hashesKeptAwayBy(db: ReadDb, patternIds: readonly string[]): string[] {
  return db.values<string>(sql`select distinct json_extract(extra, '$.hash') from sync_row
    where owner in ${sqlList(patternIds)} and table_name = 'file' and json_type(extra, '$.hash') = 'text'`)
}
