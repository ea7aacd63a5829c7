/** `write(field, v)` of SYNC.md section 7: the one way a value of the quilter's own gets its stamp and its place in the outbox. */
import { cellOf } from '../merge.ts'
import { type Policies, RULES } from '../policies.ts'
import type { Json, RecordKey, Stamp } from '../record.ts'
import { clears } from './judge.ts'
import type { DevicePort, EntryName, HeldRecord, OutboxEntry } from './port.ts'

/**
 * Sets these fields of a record, which is made when its id is new, stamps them, and puts each into the outbox. Entries held for the
 * record are sent again with it.
 * @param wall this computer's clock, milliseconds
 * @throws Error for a record that was purged: it never comes back by itself (`keepAside` makes a new one)
 */
export function writeFields(
  port: DevicePort,
  key: RecordKey,
  fields: Readonly<Record<string, Json>>,
  wall: number,
  rules: Policies = RULES,
): HeldRecord {
  const before = port.records([key])[0] ?? null
  if (before?.purged) throw new Error(`${key.table} ${key.id} was purged`)
  const { device, clockOffset: offset, heard, gen, isComparing } = port.meta()
  // The new epoch has not said yet whether it has what is typed over now: it goes along, as it would have if nobody had typed.
  const isUnread = isComparing && before !== null && before.gen < gen
  const entries = before === null ? [] : port.entriesOf(key)
  const stamps: Record<string, Stamp> = { ...before?.stamps }
  const replaced: EntryName[] = []
  const added: OutboxEntry[] = []
  for (const [field, value] of Object.entries(fields)) {
    const present = cellOf(before, field)
    const mine = present === null ? undefined : entries.find(entry => isCell(entry, field, present))
    if (mine !== undefined) replaced.push(mine)
    else if (isUnread && present !== null && rules.sendsTypedOver) {
      const { v, s } = present
      const isThere = entries.some(entry => clears(entry, { field, value: v, stamp: s }))
      if (!isThere)
        added.push({ table: key.table, id: key.id, field, value: v, stamp: s, base: null, again: true, held: null })
    }
    const stamp = rules.nextStamp({ field: present?.s ?? null, wall, offset, heard, device })
    stamps[field] = stamp
    // Typed over an own value nobody has seen yet: what that was typed over is what this is typed over.
    const base = mine === undefined ? (present?.s ?? null) : mine.base
    added.push({ table: key.table, id: key.id, field, value, stamp, base, again: false, held: null })
  }
  const record: HeldRecord = {
    table: key.table,
    id: key.id,
    fields: { ...before?.fields, ...fields },
    stamps,
    purged: false,
    gen: before?.gen ?? 0,
  }
  port.putRecords([record])
  if (replaced.length > 0) port.dropEntries(key, replaced)
  const freed = entries.filter(({ held }) => held !== null).filter(entry => !replaced.includes(entry))
  port.putEntries([...freed.map(entry => ({ ...entry, held: null })), ...added])
  return record
}

/** An entry that was typed, and is what the field holds. */
function isCell(entry: OutboxEntry, field: string, present: { readonly v: Json; readonly s: Stamp }): boolean {
  return !entry.again && clears(entry, { field, value: present.v, stamp: present.s })
}
