import { isStorableText } from '#shared/sync/json.ts'
import type { Json } from '#shared/sync/record.ts'
import { FILE_ROLES, KINDS, PATTERN_STATES } from '#shared/domain/pattern.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { sql } from '#library/db/sql.ts'
import { type FieldValue, SYNCED, type SyncedTable } from '#library/db/synced.ts'

/** A synced field's place in its table. */
interface Column {
  readonly type: string
  readonly isNeeded: boolean
  readonly unset: FieldValue
}

/**
 * Columns that hold one of a few words, and what stands in the row for a word of a newer Bobbin; the word itself is kept beside, and used
 * after the update that knows it.
 */
const WORDS: Partial<Record<SyncedTable, Readonly<Record<string, { known: readonly string[]; instead: string }>>>> = {
  pattern: {
    kind: { known: KINDS, instead: 'other' },
    state: { known: PATTERN_STATES, instead: 'unreadable' },
  },
  file: { role: { known: FILE_ROLES, instead: 'other' } },
}

/** Everything this Bobbin has a place for: another text after an update that has more. */
export const KNOWN = JSON.stringify([SYNCED, WORDS])

/** What one of the quilter's tables has room for. */
export interface Shelf {
  /** The fields of a record that have a column: the synced ones and `created_at`. */
  readonly names: readonly string[]
  /** Without these there can be no row. */
  readonly needed: readonly string[]
  fits(field: string, value: Json | undefined): value is FieldValue
  /** What the row shows for a word that this Bobbin does not know; null: this is none. */
  instead(field: string, value: Json | undefined): FieldValue
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
  const wordOf = (field: string, value: Json | undefined) => {
    const words = WORDS[table]?.[field]
    return words !== undefined && typeof value === 'string' && !words.known.includes(value) ? words.instead : null
  }
  return {
    names,
    needed: SYNCED[table].filter(name => columns.get(name)?.isNeeded && columns.get(name)?.unset === null),
    fits(field, value): value is FieldValue {
      const column = names.includes(field) ? columns.get(field) : undefined
      return column !== undefined && value !== undefined && isOf(column, value) && wordOf(field, value) === null
    },
    instead: wordOf,
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
