/** "Keep it" of SYNC.md section 7: of what was set aside a new record is made; what belonged to the old one follows. */
import { isSameJson } from '../json.ts'
import { joiningId, keptUuid } from '../ids.ts'
import { mergeRecords } from '../merge.ts'
import { type Policies, RULES } from '../policies.ts'
import type { Json, RecordKey } from '../record.ts'
import type { AsideRecord, DevicePort, HeldRecord } from './port.ts'
import { writeFields } from './write.ts'

export interface Kept {
  readonly id: string
  /** Records that name the new id now. */
  readonly moved: readonly RecordKey[]
}

/**
 * Null when nothing of that record was set aside. Two computers that keep the same record make the same new one.
 * @param wall this computer's clock, milliseconds
 */
export function keepAside(port: DevicePort, key: RecordKey, wall: number, rules: Policies = RULES): Kept | null {
  const aside = port.aside(key)
  if (aside === null) return null
  const kept = { table: key.table, id: freeId(port, key) }
  putWithStamps(port, kept, aside, rules)
  writeFields(port, kept, { ...aside.fields, trashed_at: null }, wall, rules)
  port.dropAside(key)
  if (!rules.movesMemberships) return { id: kept.id, moved: [] }
  const moved = port.recordsNaming(key.id).map(record => follow(port, record, key.id, kept.id, wall, rules))
  return { id: kept.id, moved }
}

/** Derived from the old one, and again from that while it is purged. */
function freeId(port: DevicePort, { table, id }: RecordKey): string {
  let free = keptUuid(id)
  while (port.records([{ table, id: free }])[0]?.purged) free = keptUuid(free)
  return free
}

/** What is kept is stamped above what was there, and values typed before it go along below it, into the history. */
function putWithStamps(port: DevicePort, kept: RecordKey, aside: AsideRecord, rules: Policies): void {
  const here = port.records([kept])[0] ?? null
  const { fields, stamps } = aside
  const merged = mergeRecords(here, { ...kept, fields, stamps, purged: false }, rules.compareCells)
  port.putRecords([{ ...merged, gen: here?.gen ?? 0 }])
  const earlier = aside.entries.filter(({ field, value }) => !isSameJson(value, fields[field] ?? null))
  port.putEntries(earlier.map(entry => ({ ...entry, ...kept, held: null })))
}

/** A record that joins others has its id from their ids: another one is made, and the one of the old id goes to the trash. */
function follow(
  port: DevicePort,
  record: HeldRecord,
  from: string,
  to: string,
  wall: number,
  rules: Policies,
): RecordKey {
  const fields: Record<string, Json> = {}
  for (const [field, value] of Object.entries(record.fields)) fields[field] = value === from ? to : value
  const id = joiningId(record.table, fields) ?? record.id
  const key = { table: record.table, id }
  const here = id === record.id ? record : (port.records([key])[0] ?? null)
  writeFields(port, key, different(fields, here), wall, rules)
  if (id !== record.id && (record.fields.trashed_at ?? null) === null)
    writeFields(port, record, { trashed_at: wall }, wall, rules)
  return key
}

function different(fields: Readonly<Record<string, Json>>, here: HeldRecord | null): Readonly<Record<string, Json>> {
  if (here === null) return fields
  const entries = Object.entries(fields).filter(([field, value]) => !isSameJson(value, here.fields[field] ?? null))
  return Object.fromEntries(entries)
}
