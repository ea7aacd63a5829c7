/** Values that lost: what a record had, and which of them nobody has looked at yet. */
import { type Kysely, sql } from 'kysely'
import type { Control } from '#server/db/control.ts'
import type { TenantDb } from '#server/db/tenant.ts'
import { isSameJson } from '#shared/sync/json.ts'
import type { Json, RecordKey, Stamp } from '#shared/sync/record.ts'

/** One value and where it was typed: `device` is the computer's name, null when nobody knows it any more. */
export interface ValueTold {
  readonly table: string
  readonly id: string
  readonly field: string
  readonly value: Json
  readonly stamp: Stamp
  readonly device: string | null
  readonly isConflict: boolean
  /** What the field has now; null when it has none. */
  readonly current: { readonly value: Json; readonly stamp: Stamp; readonly device: string | null } | null
}

/** Nobody looks at more than this at once; the newest come first. */
const MOST_VALUES = 500

interface Row {
  table_name: string
  row_id: string
  field: string
  value: Json
  stamp: Stamp
  is_conflict: boolean
  current_value: Json
  current_stamp: Stamp | null
}

type Names = ReadonlyMap<string, string>

/** Names of a tenant's computers by what they stamp with. */
export async function namesOfStamps(control: Control, tenantId: string): Promise<Names> {
  const rows = await control
    .selectFrom('device_stamp')
    .innerJoin('device', 'device.id', 'device_stamp.device_id')
    .select(['device_stamp.stamp_id', 'device.name'])
    .where('device_stamp.tenant_id', '=', tenantId)
    .orderBy('device_stamp.told_at')
    .execute()
  return new Map(rows.map(row => [row.stamp_id, row.name]))
}

/** The values a record had, newest first. */
export async function readHistory(db: Kysely<TenantDb>, key: RecordKey, names: Names): Promise<ValueTold[]> {
  const { rows } = await sql<Row>`
    select h.table_name, h.row_id, h.field, h.value, h.stamp, h.is_conflict and not h.settled as is_conflict,
      r.fields -> h.field as current_value, r.stamps -> h.field as current_stamp
    from record_history h join record r using (table_name, row_id)
    where h.table_name = ${key.table} and h.row_id = ${key.id}
    order by (h.stamp ->> 0)::bigint desc, (h.stamp ->> 1)::bigint desc limit ${MOST_VALUES}`.execute(db)
  return rows.map(row => told(row, names))
}

/** What two hands typed without knowing of each other, and nobody has settled; newest first. */
export async function readConflicts(db: Kysely<TenantDb>, names: Names): Promise<ValueTold[]> {
  const { rows } = await sql<Row>`
    select h.table_name, h.row_id, h.field, h.value, h.stamp, h.is_conflict,
      r.fields -> h.field as current_value, r.stamps -> h.field as current_stamp
    from record_history h join record r using (table_name, row_id)
    where h.is_conflict and not h.settled and not r.purged
    order by h.arrived_at desc, h.field limit ${MOST_VALUES}`.execute(db)
  // Somebody typed the same again meanwhile: there is nothing left to choose.
  return rows.filter(row => !isSameJson(row.value, row.current_value)).map(row => told(row, names))
}

/** The owner has decided: this value is told as a conflict no more. Whether there was one. */
export async function settle(db: Kysely<TenantDb>, key: RecordKey & { field: string; stamp: Stamp }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update record_history set settled = true
    where table_name = ${key.table} and row_id = ${key.id} and field = ${key.field}
      and stamp = ${JSON.stringify(key.stamp)}::jsonb`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}

function told(row: Row, names: Names): ValueTold {
  const nameOf = (stamp: Stamp): string | null => names.get(stamp[2]) ?? null
  return {
    table: row.table_name,
    id: row.row_id,
    field: row.field,
    value: row.value,
    stamp: row.stamp,
    device: nameOf(row.stamp),
    isConflict: row.is_conflict,
    current: row.current_stamp && {
      value: row.current_value,
      stamp: row.current_stamp,
      device: nameOf(row.current_stamp),
    },
  }
}
