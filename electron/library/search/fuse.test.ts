import { expect, test } from 'vitest'
import { fuse } from './fuse.ts'

const words = (count: number) => Array.from({ length: count }, (_, index) => ({ seq: index + 1, score: count - index }))

test('with no helper the words stand as they are', () => {
  expect(fuse(words(3), [])).toEqual(words(3))
})

test('words lead: what meaning alone found comes after fifty of them', () => {
  const order = fuse(words(80), [900]).map(({ seq }) => seq)
  expect(order.indexOf(900)).toBe(50)
})

test('what both found rises', () => {
  const order = fuse(words(5), [5]).map(({ seq }) => seq)
  expect(order[0]).toBe(5)
})

test('only what meaning alone found is marked', () => {
  const found = fuse(words(2), [2, 7])
  expect(found.filter(({ also }) => also).map(({ seq }) => seq)).toEqual([7])
})

test('where words found nothing the meaning answers', () => {
  expect(fuse([], [5, 4]).map(({ seq }) => seq)).toEqual([5, 4])
})
