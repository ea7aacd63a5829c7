import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareCells, mergeRecords } from '#shared/sync/merge.ts'
import type { Cell, SyncRecord } from '#shared/sync/record.ts'
import { changesBackTo, changesWithout } from './back-to.ts'

/** One hand's edits of one field after another: when, and what. */
const edits = fc.array(
  fc.record({
    ms: fc.integer({ min: 1, max: 30 }),
    field: fc.constantFrom('name', 'notes', 'trashed_at'),
    v: fc.nat(5),
  }),
  { minLength: 1, maxLength: 12 },
)

const recordOf = (cells: readonly { field: string; cell: Cell }[]): SyncRecord | null =>
  cells.reduce<SyncRecord | null>(
    (record, { field, cell }) =>
      mergeRecords(record, {
        table: 'tag',
        id: 't1',
        fields: { [field]: cell.v },
        stamps: { [field]: cell.s },
        purged: false,
      }),
    null,
  )

test('a field that had a value then has it again, whatever came after and in whatever order', () => {
  fc.assert(
    fc.property(edits, fc.integer({ min: 0, max: 31 }), (made, at) => {
      const cells = made.map(({ ms, field, v }, place) => ({ field, cell: { v, s: [ms, place, 'a'] } as Cell }))
      const now = recordOf(cells)!
      const then = recordOf(cells.filter(({ cell }) => cell.s[0] <= at))
      const lost = new Map<string, Cell[]>()
      for (const { field, cell } of cells)
        if (compareCells(cell, { v: now.fields[field]!, s: now.stamps[field]! }) !== 0)
          lost.set(field, [...(lost.get(field) ?? []), cell])
      const fields = { ...now.fields, ...Object.fromEntries(changesBackTo(now, lost, at, 99)) }
      if (then === null) expect(fields.trashed_at ?? null).not.toBeNull()
      else for (const field of Object.keys(then.fields)) expect(fields[field]).toEqual(then.fields[field])
    }),
  )
})

const record = (fields: SyncRecord['fields'], ms: Record<string, number>, device = 'a'): SyncRecord => ({
  table: 'tag',
  id: 't1',
  fields,
  stamps: Object.fromEntries(Object.entries(ms).map(([field, when]) => [field, [when, 0, device]])),
  purged: false,
})

test('what was made since goes to the trash; what was put into the trash since comes back', () => {
  const made = record({ name: 'New', created_at: 50 }, { name: 50, created_at: 50 })
  expect([...changesBackTo(made, new Map(), 40, 60)]).toEqual([['trashed_at', 60]])
  const trashed = record({ name: 'Old', trashed_at: 50 }, { name: 10, trashed_at: 50 })
  const lost = new Map([['trashed_at', [{ v: null, s: [10, 0, 'a'] } as Cell]]])
  expect([...changesBackTo(trashed, lost, 40, 60)]).toEqual([['trashed_at', null]])
})

test('a row older than sync, stamped the day sync began, is not taken for a new one', () => {
  const old = record({ name: 'Old', created_at: 5, trashed_at: null }, { name: 50, created_at: 50, trashed_at: 50 })
  expect([...changesBackTo(old, new Map(), 40, 60)]).toEqual([])
})

test('taking a restore back leaves alone what was typed since', () => {
  const restored: SyncRecord = {
    ...record({ name: 'Then', notes: 'Typed since' }, {}),
    stamps: { name: [60, 0, 'restore-1'], notes: [70, 0, 'a'] },
  }
  const lost = new Map([
    ['name', [{ v: 'Then', s: [10, 0, 'a'] } as Cell, { v: 'Now', s: [50, 0, 'a'] } as Cell]],
    ['notes', [{ v: 'x', s: [60, 0, 'restore-1'] } as Cell]],
  ])
  expect([...changesWithout(restored, lost, 'restore-1')]).toEqual([['name', 'Now']])
})
