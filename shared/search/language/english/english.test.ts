import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONCEPTS, termOf } from '../thesaurus/thesaurus.ts'
import { isKnownEnglish, meaningsOf, surelyA } from './english.ts'
import { readKnown, writeKnown } from './known.ts'
import { readMeanings, writeMeanings } from './meanings.ts'
import { CONCEPTS_OF_MEANINGS, KNOWN, MEANINGS } from './table.ts'

const licence = readFileSync(new URL('./WORDNET-LICENCE.txt', import.meta.url), 'utf8')

const MOST_BYTES = 200_000

test('every meaning is a concept of the thesaurus', () => {
  expect(
    CONCEPTS_OF_MEANINGS.trim()
      .split(/\s+/)
      .filter(id => !CONCEPTS.has(id)),
  ).toEqual([])
})

test('the words of English ship in 200 kB, notice included, before anything is compressed', () => {
  const bytes = [CONCEPTS_OF_MEANINGS, MEANINGS, KNOWN, licence].join('').length
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
})

test('the notice of those who made WordNet is whole', () => {
  expect(licence).toContain('WordNet 3.1 Copyright 2011 by Princeton University.')
  expect(licence).toContain('Title to copyright in this software, database')
})

test.each([
  ['schnauzer', 'dog'],
  ['aria', 'music'],
  ['monsoon', 'wind'],
  ['trombon', 'instrument'],
])('%s brings %s to mind', (stem, concept) => {
  expect(meaningsOf(stem).map(meaning => meaning.concept)).toContain(concept)
})

test('a schnauzer is surely a dog, a monsoon is not surely wind', () => {
  expect(surelyA('schnauzer')).toEqual(['dog'])
  expect(surelyA('monsoon')).toEqual([])
})

test('hardly any stranger is taken for a word', () => {
  const strangers = Array.from({ length: 2_000 }, (_, index) => `zq${index.toString(36)}xv`)
  expect(strangers.filter(isKnownEnglish).length).toBeLessThan(60)
  expect(['palac', 'window', 'notion'].filter(stem => !isKnownEnglish(stem) && !termOf(stem))).toEqual([])
})

test('what is written is read again', () => {
  const words = Array.from({ length: 40 }, (_, index) => ({
    stem: `word${String.fromCharCode(97 + (index % 26))}${'x'.repeat(index % 5)}${index < 26 ? '' : 'y'}`,
    meanings: [{ concept: index % 2 ? 'dog' : 'cat', weight: 0.85, isSure: index % 3 === 0 }],
  }))
  const read = readMeanings(['cat', 'dog'], writeMeanings(['cat', 'dog'], words))
  for (const { stem, meanings } of words) expect(read(stem)).toEqual(meanings)
  const known = readKnown(
    writeKnown(
      words.map(word => word.stem),
      10,
    ),
  )
  expect(words.every(word => known(word.stem))).toBe(true)
})
