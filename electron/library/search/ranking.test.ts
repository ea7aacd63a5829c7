import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ranking, rankOf, scoreOf, seqOf } from './ranking.ts'

const found = fc.uniqueArray(
  fc.record({ seq: fc.nat(4_000_000), score: fc.double({ min: 0, max: 500, noNaN: true }) }),
  { maxLength: 400, selector: ({ seq }) => seq },
)

test('a rank gives back its row, and its score to a quarter of a millionth', () => {
  fc.assert(
    fc.property(fc.nat(4_000_000), fc.double({ min: 0, max: 500, noNaN: true }), (seq, score) => {
      const rank = rankOf(score, seq)
      expect(Number.isSafeInteger(rank)).toBe(true)
      expect(seqOf(rank)).toBe(seq)
      expect(Math.abs(scoreOf(rank) - score)).toBeLessThan(2.5e-7)
    }),
  )
})

test('page after page, in any size, is the whole in order: best first, of equal ones the newer', () => {
  fc.assert(
    fc.property(found, fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), (all, sizes) => {
      const ranks = Float64Array.from(all, ({ seq, score }) => rankOf(Math.round(score), seq))
      const expected = all.toSorted((a, b) => Math.round(b.score) - Math.round(a.score) || b.seq - a.seq)
      const ranking = new Ranking(ranks)
      const seqs: number[] = []
      for (let page = 0; seqs.length < all.length; page++) {
        const size = sizes[page % sizes.length]!
        seqs.push(...Array.from(ranking.slice(seqs.length, seqs.length + size), seqOf))
      }
      expect(seqs).toEqual(expected.map(({ seq }) => seq))
    }),
  )
})
