import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../json.ts'
import { mergeRecords } from '../merge.ts'
import type { SyncRecord } from '../record.ts'
import { aPush, aRecord, aStamp } from '../testing/arbitraries.ts'
import type { PushRecord } from '../wire.ts'
import { type Admission, admit } from './admit.ts'

const AT = { now: 1, heard: 1 }

const recordOf = (stored: SyncRecord | null, admission: Admission) =>
  admission.outcome === 'stored' ? admission.record : stored
const lostOf = (admission: Admission) =>
  admission.outcome === 'stored'
    ? admission.history.map(({ field, cell }) => canonicalJson([field, cell.s, cell.v]))
    : []

test('the same push again, or any part of it, changes nothing and brings nothing new to the history', () => {
  fc.assert(
    fc.property(fc.option(aRecord()), aPush(), fc.nat(), (stored, push, dice) => {
      const first = admit(stored, push, AT)
      const record = recordOf(stored, first)
      const part: PushRecord = { ...push, entries: push.entries.slice(dice % push.entries.length) }
      const again = admit(record, part, AT)
      if (first.outcome !== 'stored' || again.outcome !== 'stored') return
      expect(again.isChanged).toBe(false)
      expect(again.record).toEqual(first.record)
      for (const lost of lostOf(again)) expect(lostOf(first)).toContain(lost)
    }),
  )
})

test('what is stored is the merge of what was there and what came', () => {
  fc.assert(
    fc.property(fc.option(aRecord()), aPush(), (stored, push) => {
      const admission = admit(stored, push, AT)
      if (admission.outcome !== 'stored') return
      const merged = push.entries.reduce<SyncRecord | null>((record, { field, value, stamp }) => {
        const asked = { table: push.table, id: push.id, fields: { [field]: value }, stamps: { [field]: stamp } }
        return mergeRecords(record, { ...asked, purged: false })
      }, stored)
      expect(canonicalJson(admission.record as never)).toBe(canonicalJson(merged as never))
    }),
  )
})

test('every value of a push is current or in the history, and so is every value that was there', () => {
  fc.assert(
    fc.property(fc.option(aRecord()), aPush(), (stored, push) => {
      const admission = admit(stored, push, AT)
      if (admission.outcome !== 'stored') return
      const { record } = admission
      const cells = Object.keys(record.stamps).map(field => [field, record.stamps[field], record.fields[field]])
      const known = new Set([...cells.map(cell => canonicalJson(cell as never)), ...lostOf(admission)])
      const typed = push.entries.map(({ field, stamp, value }) => canonicalJson([field, stamp, value]))
      const before = Object.entries(stored?.fields ?? {}).map(([field, v]) =>
        canonicalJson([field, stored!.stamps[field]!, v]),
      )
      for (const cell of [...typed, ...before]) expect(known).toContain(cell)
    }),
  )
})

const push = (entry: Partial<PushRecord['entries'][number]>): PushRecord => ({
  table: 'pattern',
  id: 'p1',
  entries: [{ field: 'name', value: 'Swirl', stamp: [1, 0, 'a'], base: null, again: false, ...entry }],
})
const stored: SyncRecord = {
  table: 'pattern',
  id: 'p1',
  fields: { name: 'Leaf' },
  stamps: { name: [5, 0, 'b'] },
  purged: false,
}

test('a stamp ahead of the server is not stored and not clamped: the device is told to stamp it again', () => {
  expect(admit(stored, push({ stamp: [60_002, 0, 'a'] }), AT)).toEqual({
    outcome: 'clock',
    named: [0],
    stored: { name: [5, 0, 'b'] },
  })
  expect(admit(stored, push({ stamp: [60_001, 0, 'a'] }), AT).outcome).toBe('stored')
  expect(admit(stored, push({ stamp: [60_002, 0, 'a'], again: true }), AT).outcome).toBe('stored')
})

test('two hands that knew nothing of each other make a conflict, one that typed over the other does not', () => {
  const conflict = (entry: Partial<PushRecord['entries'][number]>) => {
    const admission = admit(stored, push(entry), AT)
    return admission.outcome === 'stored' && admission.history.map(({ isConflict }) => isConflict)
  }
  expect(conflict({ stamp: [6, 0, 'a'], base: null })).toEqual([true])
  expect(conflict({ stamp: [6, 0, 'a'], base: [4, 0, 'b'] })).toEqual([true])
  expect(conflict({ stamp: [4, 0, 'a'], base: [3, 0, 'b'] })).toEqual([true])
  expect(conflict({ stamp: [6, 0, 'a'], base: [5, 0, 'b'] })).toEqual([false])
  expect(conflict({ stamp: [6, 0, 'b'], base: null })).toEqual([false])
  expect(conflict({ stamp: [6, 0, 'a'], base: null, value: 'Leaf' })).toEqual([false])
  expect(conflict({ stamp: [6, 0, 'a'], base: null, again: true })).toEqual([false])
})

test('one stamp with two values tells the device that it is a copy', () => {
  fc.assert(
    fc.property(aStamp(), stamp => {
      const own = { ...stored, stamps: { name: stamp } }
      const admission = admit(own, push({ stamp: [...stamp] }), AT)
      expect(admission).toMatchObject({ outcome: 'stored', renew: true, isChanged: true })
    }),
  )
})

test('what no database can hold is refused with a sentence', () => {
  for (const value of ['\0', '\ud800', { a: ['\0'] }, { '\udc00': 1 }])
    expect(admit(null, push({ value }), AT)).toMatchObject({ outcome: 'refused', code: 'not-storable', named: [0] })
  expect(admit(null, push({ field: '__proto__' }), AT).outcome).toBe('refused')
})
