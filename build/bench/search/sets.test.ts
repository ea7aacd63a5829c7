import { expect, test } from 'vitest'
import { type Asked, CATEGORIES } from './grade.ts'
import { HELD_BACK } from './held-back.ts'
import { HELD_BACK_SEED, searchLibrary, TUNING_SEED } from './library.ts'
import { ceilingAnswer, judgementsOf, markOf, totalOf } from './measure.ts'
import { QUERIES } from './queries.ts'

const FEWEST = 5
const set = (queries: readonly Asked[], seed: number) => {
  const library = searchLibrary(15_651, seed)
  return { queries, library, judgements: judgementsOf(queries, library) }
}
const sets = [
  ['the set to tune with', set(QUERIES, TUNING_SEED)],
  ['the set that is held back', set(HELD_BACK, HELD_BACK_SEED)],
] as const

test.each(sets)('%s asks for things the library has, in every category', (_, { queries, judgements }) => {
  const few = judgements
    .filter(({ ideal }) => ideal.filter(grade => grade >= 2).length < FEWEST)
    .map(({ asked }) => asked.text)
  expect(few).toEqual([])
  expect(new Set(queries.map(({ category }) => category))).toEqual(new Set(CATEGORIES))
})

test.each(sets)('%s can be answered from what shops wrote', (_, { judgements, library }) => {
  const marks = judgements.map(one => markOf(one, ceilingAnswer(one.asked, library)))
  expect(totalOf(marks).ndcg).toBeGreaterThan(0.97)
})

test('no query stands in both sets', () => {
  const tuned = new Set(QUERIES.map(({ text }) => text.toLowerCase()))
  expect(HELD_BACK.filter(({ text }) => tuned.has(text.toLowerCase()))).toEqual([])
  expect(QUERIES.length).toBeGreaterThanOrEqual(120)
  expect(HELD_BACK.length).toBeGreaterThanOrEqual(60)
})

test('the library is the same in every run', () => {
  expect(searchLibrary(50, TUNING_SEED)).toEqual(searchLibrary(50, TUNING_SEED))
})
