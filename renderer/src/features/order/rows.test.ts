import { expect, test } from 'vitest'
import type { Entry, Shelf } from './kinds.ts'
import { type Looking, rowsOf } from './rows.ts'

const entry = (name: string, more: Partial<Entry> = {}): Entry => ({
  id: name.toLowerCase(),
  name,
  patterns: 1,
  groupId: null,
  pinned: false,
  ...more,
})
const looking: Looking = { text: '', sort: 'name', folded: new Set() }
const shelf: Shelf = {
  entries: [
    entry('Leaf', { patterns: 9 }),
    entry('Émilie', { groupId: 'who' }),
    entry('Feather 10'),
    entry('feather 2', { pinned: true }),
  ],
  groups: [
    { id: 'who', name: 'Customers' },
    { id: 'new', name: 'Seasons' },
  ],
}
const drawn = (from: Shelf, how: Partial<Looking> = {}) =>
  rowsOf(from, { ...looking, ...how }).map(row =>
    row.type === 'entry' ? row.entry.name : `${row.folded ? '>' : 'v'} ${row.group?.name ?? '-'} ${row.count}`,
  )

test('groups are headings, empty ones too, and what is in none stands last', () => {
  expect(drawn(shelf)).toEqual(['v Customers 1', 'Émilie', 'v Seasons 0', 'v - 3', 'feather 2', 'Feather 10', 'Leaf'])
  expect(drawn(shelf, { sort: 'most' }).slice(-3)).toEqual(['Leaf', 'feather 2', 'Feather 10'])
})

test('without groups it is a plain list', () => {
  expect(drawn({ ...shelf, groups: [] })).toEqual(['feather 2', 'Émilie', 'Feather 10', 'Leaf'])
})

test('a folded group shows its heading; looking for something unfolds it and hides what has no hit', () => {
  const folded = new Set(['who', 'none'])
  expect(drawn(shelf, { folded })).toEqual(['> Customers 1', 'v Seasons 0', '> - 3'])
  expect(drawn(shelf, { folded, text: 'EMI' })).toEqual(['v Customers 1', 'Émilie'])
})
