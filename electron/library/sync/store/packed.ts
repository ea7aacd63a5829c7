import { isSameJson } from '#shared/sync/json.ts'
import type { OutboxEntry } from '#shared/sync/device/port.ts'
import type { Json, RecordKey, Stamp } from '#shared/sync/record.ts'
import { compareStamps } from '#shared/sync/stamp.ts'

/**
 * The stamps of a record and those of its outbox entries that are what the record holds, as they stand in sync_row.cells. Most records are
 * made in one moment: one stamp for all fields, all of them waiting. Each group is
 * `[ms, counter, device, fields, base?, again?]`; a base, null too, says that the fields wait for the cloud.
 */
type Group = readonly [
  ms: number,
  counter: number,
  device: string,
  fields: string | readonly string[],
  base?: Stamp | null,
  again?: 1,
]

export interface Packed {
  readonly cells: string
  /** Milliseconds of the oldest stamp that waits; null: none does. */
  readonly waiting: number | null
  /** Entries that are no present cell, or are held: they stand in rows of their own, with their values. */
  readonly rest: readonly OutboxEntry[]
}

export interface Held {
  readonly fields: Readonly<Record<string, Json>>
  readonly stamps: Readonly<Record<string, Stamp>>
  readonly purged: boolean
}

const BETWEEN = ','

export function pack({ fields, stamps, purged }: Held, entries: readonly OutboxEntry[]): Packed {
  const inside = new Map<string, OutboxEntry>()
  const rest: OutboxEntry[] = []
  for (const entry of entries) {
    // Of a purged record nothing is a present cell.
    if (!purged && isPresentCell(entry, fields, stamps)) inside.set(entry.field, entry)
    else rest.push(entry)
  }
  const groups: { group: Group; names: string[]; entry: OutboxEntry | undefined }[] = []
  let waiting: number | null = null
  for (const [field, stamp] of Object.entries(stamps)) {
    const entry = inside.get(field)
    if (entry !== undefined && (waiting === null || stamp[0] < waiting)) waiting = stamp[0]
    const same = groups.find(one => isSameGroup(one.group, stamp, one.entry, entry))
    if (same) same.names.push(field)
    else groups.push({ group: [...stamp, ''], names: [field], entry })
  }
  const packed = groups.map(({ group: [ms, counter, device], names, entry }): Group => {
    const together = names.some(name => name.includes(BETWEEN)) ? names : names.join(BETWEEN)
    if (entry === undefined) return [ms, counter, device, together]
    return entry.again ? [ms, counter, device, together, entry.base, 1] : [ms, counter, device, together, entry.base]
  })
  return { cells: JSON.stringify(packed), waiting, rest }
}

export function unpackStamps(cells: string): Record<string, Stamp> {
  const stamps: Record<string, Stamp> = {}
  for (const [ms, counter, device, names] of JSON.parse(cells) as Group[]) {
    const stamp: Stamp = [ms, counter, device]
    for (const name of namesOf(names)) stamps[name] = stamp
  }
  return stamps
}

/** The entries that are what the record holds. */
export function unpackEntries(cells: string, { table, id }: RecordKey, fields: Held['fields']): OutboxEntry[] {
  return (JSON.parse(cells) as Group[]).flatMap(([ms, counter, device, names, base, again]) => {
    if (base === undefined) return []
    const stamp: Stamp = [ms, counter, device]
    return namesOf(names).map(field => {
      const value = fields[field] ?? null
      return { table, id, field, value, stamp, base, again: again === 1, held: null }
    })
  })
}

function namesOf(names: Group[3]): readonly string[] {
  return typeof names === 'string' ? names.split(BETWEEN) : names
}

function isPresentCell(entry: OutboxEntry, fields: Held['fields'], stamps: Held['stamps']): boolean {
  const stamp = stamps[entry.field]
  return (
    entry.held === null &&
    stamp !== undefined &&
    compareStamps(entry.stamp, stamp) === 0 &&
    isSameJson(entry.value, fields[entry.field] ?? null)
  )
}

function isSameGroup(
  [ms, counter, device]: Group,
  stamp: Stamp,
  one: OutboxEntry | undefined,
  other: OutboxEntry | undefined,
): boolean {
  if (ms !== stamp[0] || counter !== stamp[1] || device !== stamp[2]) return false
  if (one === undefined || other === undefined) return one === other
  return one.again === other.again && isSameBase(one.base, other.base)
}

function isSameBase(one: Stamp | null, other: Stamp | null): boolean {
  if (one === null || other === null) return one === other
  return compareStamps(one, other) === 0
}
