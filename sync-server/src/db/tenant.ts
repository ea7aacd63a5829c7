/** A tenant's own database. Types of migrations/tenant. */
import type { ColumnType, Generated, Kysely, Transaction } from 'kysely'
import type { Json, Stamp } from '#shared/sync/record.ts'

/** Written as JSON text, read as what it says. */
type Jsonb<T> = ColumnType<T, string, string>
type Moment = ColumnType<Date, Date | undefined, Date>

export interface TenantDb {
  feed_counter: { is_only: Generated<boolean>; seq: number; night: number; night_day: string | null }
  record: {
    table_name: string
    row_id: string
    fields: Jsonb<Record<string, Json>>
    stamps: Jsonb<Record<string, Stamp>>
    purged: Generated<boolean>
    /** Taken by a trigger from the locked counter: never written by us. */
    seq: ColumnType<number, never, never>
    changed_night: number
    /** Signed, as text: 64 bits do not fit a number. */
    hash: ColumnType<string, string, string>
    bucket: number
  }
  record_history: {
    table_name: string
    row_id: string
    field: string
    cell_key: string
    value: Jsonb<Json>
    stamp: Jsonb<Stamp>
    is_conflict: boolean
    arrived_night: number
    arrived_at: Moment
    settled: Generated<boolean>
  }
  restore: {
    id: string
    at: number
    asked_at: number
    device: string
    state: 'running' | 'done' | 'undone'
    records: Generated<number>
  }
}

export type TenantDatabase = Kysely<TenantDb>
export type TenantTransaction = Transaction<TenantDb>
