import { expect, test } from 'vitest'
import type { Chip } from '#shared/contract/library/search.ts'
import { waysOn } from './ways-on.ts'

const QUERY = 'feather border not dense'
const CHIPS: Chip[] = [
  { from: 0, to: 7, kind: 'concept', label: 'feathers', not: false },
  { from: 8, to: 14, kind: 'kind', label: 'border', not: false },
  { from: 15, to: 24, kind: 'density', label: 'dense', not: true },
]

test('each thing that was understood or chosen can be left out, and all the others stay', () => {
  const ways = waysOn({ query: QUERY }, CHIPS, { place: { favourite: true }, choices: { kinds: ['border'] } })
  expect(ways.map(({ query, filter }) => [query, filter])).toEqual([
    ['border not dense', { favourite: true, kinds: ['border'] }],
    ['feather not dense', { favourite: true, kinds: ['border'] }],
    ['feather border', { favourite: true, kinds: ['border'] }],
    [QUERY, { favourite: true }],
  ])
})

test('the only thing asked for is not offered to be left out: that is everything', () => {
  expect(waysOn({ query: 'feather' }, CHIPS.slice(0, 1), { place: {}, choices: {} })).toEqual([])
  expect(waysOn({ query: '' }, [], { place: {}, choices: { kinds: ['border'] } })).toEqual([])
})

test('words of which nothing was understood by itself are left out together', () => {
  const [way] = waysOn({ query: 'zzz' }, [], { place: {}, choices: { favourite: true } })
  expect(way).toMatchObject({ off: { kind: 'words' }, query: '', filter: { favourite: true } })
})
