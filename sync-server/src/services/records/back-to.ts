/**
 * What a record was on a day, as changes to make now. A field's value then is its greatest cell stamped by then: the very order by which
 * every computer decided at the time. Pure.
 */
import { isSameJson } from '#shared/sync/json.ts'
import { compareCells } from '#shared/sync/merge.ts'
import type { Cell, Json, Stamp, SyncRecord } from '#shared/sync/record.ts'

/** Cells of one record that lost, by field. */
export type LostCells = ReadonlyMap<string, readonly Cell[]>

/** Values to set so that the record is as it was at `at` (milliseconds since 1970); none when it is. */
export function changesBackTo(record: SyncRecord, lost: LostCells, at: number, now: number): Map<string, Json> {
  const changes = new Map<string, Json>()
  if (!wasThere(record, lost, at)) {
    // Made since then: to the trash, where it keeps all it has.
    if (!isTrashed(record)) changes.set('trashed_at', now)
    return changes
  }
  for (const [field, stamp] of Object.entries(record.stamps)) {
    if (stamp[0] <= at) continue
    const value = record.fields[field] ?? null
    const then = greatest((lost.get(field) ?? []).filter(cell => cell.s[0] <= at))
    // A field first filled since then stays as it is; only the trash is left again.
    const wanted = then ? then.v : field === 'trashed_at' && Number(value) > at ? null : value
    if (!isSameJson(wanted, value)) changes.set(field, wanted)
  }
  return changes
}

/** Values to set so that what `device` stamped is as it was before; what was typed since stays. */
export function changesWithout(record: SyncRecord, lost: LostCells, device: string): Map<string, Json> {
  const changes = new Map<string, Json>()
  for (const [field, stamp] of Object.entries(record.stamps)) {
    if (stamp[2] !== device) continue
    const value = record.fields[field] ?? null
    const current = { v: value, s: stamp }
    const before = greatest((lost.get(field) ?? []).filter(cell => compareCells(cell, current) < 0))
    const wanted = before ? before.v : null
    if (!isSameJson(wanted, value)) changes.set(field, wanted)
  }
  return changes
}

/** A row older than sync has stamps of the day sync began, but its own day of making. */
function wasThere(record: SyncRecord, lost: LostCells, at: number): boolean {
  const made = record.fields.created_at
  if (typeof made === 'number' && made <= at) return true
  const stamps: Stamp[] = [...Object.values(record.stamps), ...[...lost.values()].flat().map(cell => cell.s)]
  return stamps.some(stamp => stamp[0] <= at)
}

const isTrashed = (record: SyncRecord): boolean => (record.fields.trashed_at ?? null) !== null

function greatest(cells: readonly Cell[]): Cell | null {
  return cells.reduce<Cell | null>((best, cell) => (best === null || compareCells(cell, best) > 0 ? cell : best), null)
}
