/** What was typed, what may be gone, and what went wrong: the invariants' own book-keeping, which knows no rule of sync. */
import type { HeldRecord } from '../device/port.ts'
import type { Json, RecordKey } from '../record.ts'
import { compareStamps } from '../stamp.ts'
import type { CloudContents } from './cloud.ts'
import type { OpenDisk } from './disk.ts'

export interface Ledger {
  readonly violations: string[]
  violated(what: string): void
  /** The next value a person types; each is another one. */
  nextValue(): string
  /** Nobody has to have this value any more. */
  excuse(value: Json): void
  isExcused(value: Json): boolean
  readonly typed: ReadonlySet<Json>
}

export function createLedger(): Ledger {
  const violations: string[] = []
  const typed = new Set<Json>()
  const excused = new Set<Json>()
  return {
    violations,
    violated: what => void violations.push(what),
    nextValue() {
      const value = `v${typed.size + 1}`
      typed.add(value)
      return value
    },
    excuse: value => void excused.add(value),
    isExcused: value => excused.has(value),
    typed,
  }
}

/** Whether a person typed it, and not this test. */
export function isTyped(value: Json): boolean {
  return typeof value === 'string' && /^v\d+$/.test(value)
}

/** Whether a computer made it of a record set aside: its id is a UUIDv8. */
export function isKept({ id }: Pick<RecordKey, 'id'>): boolean {
  return id[14] === '8'
}

/** Every value that is on this computer, in whatever place. */
export function valuesOn(port: OpenDisk): Set<Json> {
  const values = new Set<Json>()
  for (const { fields } of port.everyRecord()) for (const value of Object.values(fields)) values.add(value)
  for (const value of waitingOn(port)) values.add(value)
  return values
}

/** Values this computer keeps for the quilter beside its records: waiting, refused or set aside. */
export function waitingOn(port: OpenDisk): Set<Json> {
  const values = new Set<Json>()
  for (const { value } of port.everyEntry()) values.add(value)
  for (const { fields, entries } of port.asides()) {
    for (const value of Object.values(fields)) values.add(value)
    for (const { value } of entries) values.add(value)
  }
  return values
}

export function valuesIn({ records, history }: CloudContents): Set<Json> {
  const values = new Set<Json>(history.map(({ cell }) => cell.v))
  for (const { fields } of records) for (const value of Object.values(fields)) values.add(value)
  return values
}

/** Invariants 5 and 6 of one write to a device's storage: nothing it shows becomes older, no field and no record goes. */
export function stepBack(before: HeldRecord | null, after: HeldRecord): string | null {
  if (before === null || before.purged || after.purged) return null
  for (const [field, stamp] of Object.entries(before.stamps)) {
    const next = after.stamps[field]
    if (next === undefined) return `${after.table} ${after.id} lost its field ${field}`
    if (compareStamps(next, stamp) < 0) return `${field} of ${after.table} ${after.id} went back to an older value`
  }
  return null
}
