import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conceptsOf } from './concepts.ts'
import { termWords } from './thesaurus/thesaurus.ts'
import { tokensOf } from './tokens.ts'
import { understand } from './understand.ts'
import { without } from './without.ts'

const stranger = { has: () => false, near: () => [] }
const word = fc.oneof(
  fc.constantFrom(...termWords().keys()),
  fc.constantFrom(
    'no',
    'not',
    'without',
    'or',
    'and',
    'but',
    '-',
    ',',
    '6',
    '"',
    'inch',
    'x',
    '10x10',
    'to',
    'under',
    '½',
    '1/2',
    'e2e',
    'the',
    'FTHRBRDR',
  ),
  fc.string({ maxLength: 8 }),
)
const query = fc.oneof(
  fc.array(word, { maxLength: 12 }).map(words => words.join(' ')),
  fc.string({ maxLength: 1_000, unit: 'binary' }),
  fc.string({ maxLength: 1_000, unit: 'grapheme' }),
)

test('whatever is typed is understood somehow: pieces stand in order within the query, and each has a weight', () => {
  fc.assert(
    fc.property(query, typed => {
      let before = 0
      for (const { from, to, weight, any, label } of understand(typed, stranger, 'in').pieces) {
        expect(from).toBeGreaterThanOrEqual(before)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(typed.length)
        expect(weight).toBeGreaterThan(0)
        expect(label).not.toBe('')
        for (const one of any) expect(one.weight > 0 && one.weight <= 1).toBe(true)
        before = from
      }
    }),
    { numRuns: 400 },
  )
})

test('each token says where in the text it was read', () => {
  fc.assert(
    fc.property(query, text => {
      for (const token of tokensOf(text)) {
        expect(token.from).toBeLessThan(token.to)
        expect(token.to).toBeLessThanOrEqual(text.length)
        expect(token.text).not.toBe('')
      }
      expect(conceptsOf(tokensOf(text)).every(id => typeof id === 'string')).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('taking a chip off never makes a query longer by more than the word that still means no', () => {
  fc.assert(
    fc.property(query, typed => {
      for (const piece of understand(typed, stranger, 'in').pieces)
        expect(without(typed, piece).length).toBeLessThanOrEqual(typed.length + 'excluding '.length)
    }),
    { numRuns: 300 },
  )
})

test('a pasted page takes no longer a letter than a line does', () => {
  for (const unit of ['a', '1/', '"', 'no ', 'x1', '-', 'feather', 'or ', '6 to ', "o'", 'not but ', 'ⅷ'])
    for (const typed of [unit.repeat(40), unit.repeat(1_000)])
      expect(understand(typed, stranger, 'in').pieces.length).toBeLessThanOrEqual(16)
})
