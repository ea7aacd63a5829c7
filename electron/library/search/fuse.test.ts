import { expect, test } from 'vitest'
import { fuse } from './fuse.ts'
import { rankOf, seqOf } from './ranking.ts'

const words = (count: number) => ({
  ranks: Float64Array.from({ length: count }, (_, index) => rankOf((count - index) / 1000, index + 1)),
  understood: [],
})
const orderOf = (ranks: Float64Array) => Array.from(ranks.slice().sort(), seqOf)

test('with no helper the words stand as they are', () => {
  expect(fuse(words(3), [])).toEqual(words(3))
})

test('words lead: what meaning alone found comes after fifty of them', () => {
  expect(orderOf(fuse(words(80), [900]).ranks).indexOf(900)).toBe(50)
})

test('what both found rises, and the rest stays in its order to the end of a large library', () => {
  const order = orderOf(fuse(words(100_000), [5]).ranks)
  expect(order[0]).toBe(5)
  expect(order.slice(1)).toEqual(orderOf(words(100_000).ranks).filter(seq => seq !== 5))
})

test('only what meaning alone found is marked', () => {
  expect([...(fuse(words(2), [2, 7]).also ?? [])]).toEqual([7])
})

test('where words found nothing the meaning answers', () => {
  expect(orderOf(fuse(words(0), [5, 4]).ranks)).toEqual([5, 4])
})
