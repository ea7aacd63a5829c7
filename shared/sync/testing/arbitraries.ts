import * as fc from 'fast-check'
import type { Cell, Json, Stamp, SyncRecord } from '../record.ts'
import type { PushRecord } from '../wire.ts'

const FIELDS = ['name', 'notes', 'trashed_at', 'newer'] as const

/** From so few that equal ones are met every day. */
export function aStamp(): fc.Arbitrary<Stamp> {
  return fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom('a', 'b'))
}

export function aValue(): fc.Arbitrary<Json> {
  return fc.oneof(
    fc.constantFrom<Json>(null, 1, 'Swirl', 'swirl', true, { a: 1, b: [2] }, { b: [2], a: 1 }, '\u{1f9f5}', '\uff5e'),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
}

export function aCell(): fc.Arbitrary<Cell> {
  return fc.record({ v: aValue(), s: aStamp() })
}

/** Always the same record, as different hands may hold it. */
export function aRecord(): fc.Arbitrary<SyncRecord> {
  const cells = fc.dictionary(fc.constantFrom(...FIELDS), aCell(), { noNullPrototype: true })
  return fc.tuple(cells, fc.integer({ min: 0, max: 7 })).map(([held, dice]) => {
    const purged = dice === 0
    const entries = Object.entries(held)
    return {
      table: 'pattern',
      id: 'p1',
      fields: purged ? {} : Object.fromEntries(entries.map(([field, { v }]) => [field, v])),
      stamps: Object.fromEntries(entries.map(([field, { s }]) => [field, s])),
      purged,
    }
  })
}

export function aPush(): fc.Arbitrary<PushRecord> {
  const entry = fc.record({
    field: fc.constantFrom(...FIELDS),
    value: aValue(),
    stamp: aStamp().map((stamp): [number, number, string] => [...stamp]),
    base: fc.option(
      aStamp().map((stamp): [number, number, string] => [...stamp]),
      { nil: null },
    ),
    again: fc.boolean(),
  })
  return fc.array(entry, { minLength: 1, maxLength: 4 }).map(entries => ({ table: 'pattern', id: 'p1', entries }))
}
