import { expect, test } from 'vitest'
import { isRight, isSame, judgePairs } from './duplicates/evaluate.ts'
import { TUNING_SEED } from './search/library.ts'
import { judgementsOf, markOf, totalOf } from './search/measure.ts'
import { QUERIES } from './search/queries.ts'
import { openWordsSetting } from './search/setting.ts'
import { mean } from './shape/judge.ts'
import { ourShapeMarks, shapeSet } from './shape/evaluate.ts'

// Small slices of the evaluation, so that nobody makes search worse unnoticed. The floors lie a little under what these slices reached when
// they were set; they are no goals, those are in the bench.

test('a search by words still finds what quilters ask for', async () => {
  const setting = await openWordsSetting(900, TUNING_SEED)
  try {
    const judgements = judgementsOf(QUERIES, setting.entries).filter(
      ({ ideal }) => ideal.filter(grade => grade >= 2).length >= 5,
    )
    const { ndcg, recall } = totalOf(judgements.map(one => markOf(one, setting.best(one.asked.text))))
    expect(ndcg).toBeGreaterThan(0.84)
    expect(recall).toBeGreaterThan(0.84)
  } finally {
    setting.close()
  }
})

test('designs of one family, and a motif in another layout, are still found by their shape', () => {
  const marks = ourShapeMarks(shapeSet(11, 1, 7))
  expect(marks.sameFamily).toBeGreaterThan(0.95)
  expect(marks.border).toBeGreaterThan(0.93)
  expect(marks.fourUp).toBeGreaterThan(0.93)
})

test('copies are still told to be the same design, and no other design is', () => {
  const judged = judgePairs(2, 9, 7)
  const copies = judged.filter(({ expected }) => expected !== 'other')
  expect(mean(copies.map(one => Number(isRight(one))))).toBeGreaterThan(0.98)
  expect(judged.filter(one => one.expected === 'other' && isSame(one)).map(({ kind }) => kind)).toEqual([])
})
