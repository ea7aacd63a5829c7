import { expect, test } from 'vitest'
import type { PairRow } from '../db/tables/design-twin.ts'
import { groupPairs } from './group-pairs.ts'

const row = (first: string, second: string, kind: PairRow['kind'] = 'same', scale = 1): PairRow => ({
  first,
  second,
  kind,
  coverage: 1,
  verdict: JSON.stringify({ scale }),
})
const names = (rows: readonly PairRow[]) => groupPairs(rows).map(({ row: { first, second } }) => first + second)

test('of three that are one design, each is asked about with one of them, not all with all', () => {
  expect(groupPairs([row('a', 'b'), row('b', 'c'), row('a', 'c')])).toHaveLength(2)
})

test('every pattern that has a twin is asked about', () => {
  const pairs = [row('a', 'b'), row('b', 'c'), row('c', 'd')]
  expect(new Set(names(pairs).join(''))).toEqual(new Set(['a', 'b', 'c', 'd']))
})

test('the same bytes come before the same design, one size before two, and nearly the same last', () => {
  const pairs = [row('a', 'b', 'near'), row('c', 'd', 'same', 1.5), row('e', 'f'), row('g', 'h', 'exact')]
  expect(names(pairs)).toEqual(['gh', 'ef', 'cd', 'ab'])
})

test('pairs that are only near are all asked about, each for itself', () => {
  const groups = groupPairs([row('a', 'b', 'near'), row('b', 'c', 'near')]).map(({ group }) => group)
  expect(groups).toEqual([0, 1])
})
