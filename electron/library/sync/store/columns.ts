import { isStorableText } from '#shared/sync/json.ts'
import type { Json } from '#shared/sync/record.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { sql } from '#library/db/sql.ts'
import { type FieldValue, SYNCED, type SyncedTable } from '#library/db/synced.ts'

/** A synced field's place in its table. */
interface Column {
  readonly type: string
  readonly isNeeded: boolean
  readonly unset: FieldValue
}

/** What one of the quilter's tables has room for. */
export interface Shelf {
  /** The fields of a record that have a column: the synced ones and `created_at`. */
  readonly names: readonly string[]
  /** Without these there can be no row. */
  readonly needed: readonly string[]
  fits(field: string, value: Json | undefined): value is FieldValue
  /** The column's value when nobody set it. */
  unset(field: string): FieldValue
}

export const CREATED_AT = 'created_at'
export const TRASHED_AT = 'trashed_at'

export function isSyncedTable(table: string): table is SyncedTable {
  return Object.hasOwn(SYNCED, table)
}

/** Per connection: what a table has room for changes with a migration only, which runs before. */
const shelves = new WeakMap<ReadDb, Map<SyncedTable, Shelf>>()

export function shelfOf(db: ReadDb, table: SyncedTable): Shelf {
  const known = shelves.get(db) ?? new Map<SyncedTable, Shelf>()
  shelves.set(db, known)
  const shelf = known.get(table) ?? readShelf(db, table)
  known.set(table, shelf)
  return shelf
}

function readShelf(db: ReadDb, table: SyncedTable): Shelf {
  const columns = new Map<string, Column>()
  for (const row of db.all<{ name: string; type: string; notnull: number; dflt_value: string | null }>(
    sql`select name, type, "notnull", dflt_value from pragma_table_info(${table})`,
  )) {
    const unset = row.dflt_value === null ? null : literal(row.dflt_value)
    columns.set(row.name, { type: row.type, isNeeded: row.notnull === 1, unset })
  }
  const names: readonly string[] = [...SYNCED[table], CREATED_AT]
  return {
    names,
    needed: SYNCED[table].filter(name => columns.get(name)?.isNeeded && columns.get(name)?.unset === null),
    fits(field, value): value is FieldValue {
      const column = names.includes(field) ? columns.get(field) : undefined
      return column !== undefined && value !== undefined && isOf(column, value)
    },
    unset: field => columns.get(field)?.unset ?? null,
  }
}

/** Of a strict table: another kind of value, which a newer Bobbin may well send, cannot stand in the column. */
function isOf({ type, isNeeded }: Column, value: Json): boolean {
  if (value === null) return !isNeeded
  switch (type) {
    case 'TEXT':
      // SQLite would hold another text than this one.
      return typeof value === 'string' && isStorableText(value)
    case 'INTEGER':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'REAL':
      return typeof value === 'number'
    default:
      return false
  }
}

/** Of the defaults our tables have: numbers and quoted text. */
function literal(text: string): FieldValue {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : Number(text)
}
