import { expect, test } from 'vitest'
import type { HeldRecord } from '#shared/sync/device/port.ts'
import type { Stamp } from '#shared/sync/record.ts'
import { restoreOf, stampedBy } from './origin.ts'

const held = (stamps: Record<string, Stamp>, purged = false): HeldRecord => ({
  table: 'pattern',
  id: 'p',
  fields: {},
  stamps,
  purged,
  gen: 1,
})

test('a change came from whoever typed the newest of what is new in it, not from who typed the rest', () => {
  const before = held({ name: [1, 0, 'studio'], notes: [5, 0, 'studio'] })
  const after = held({ name: [3, 0, 'laptop'], notes: [5, 0, 'studio'] })
  expect(stampedBy({ before, after })).toBe('laptop')
  expect(stampedBy({ before: null, after })).toBe('studio')
  expect(stampedBy({ before: after, after })).toBeNull()
})

test('what was deleted for good was thrown away by who put it in the trash', () => {
  const stamps: Record<string, Stamp> = { name: [9, 0, 'studio'], trashed_at: [3, 0, 'laptop'] }
  expect(stampedBy({ before: held(stamps), after: held(stamps, true) })).toBe('laptop')
})

test('a restore is known by what it stamps with', () => {
  expect(restoreOf('restore-7')).toEqual({ restoreId: '7', isUndo: false })
  expect(restoreOf('undo-7')).toEqual({ restoreId: '7', isUndo: true })
  expect(restoreOf('0190b8a0-0000-7000-8000-00000000e15e')).toBeNull()
})
