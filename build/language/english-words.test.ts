import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readKnown } from '#shared/search/language/english/known.ts'
import { readMeanings } from '#shared/search/language/english/meanings.ts'
import { englishWords } from './english-words.ts'
import { tableOf } from './table.ts'
import { readSynset, readWordNet } from './wordnet.ts'

/** A few synsets in WordNet's own format, with a meaning for two words and none for a third. Written for this test. */
const NOUNS = `
00000001 05 n 01 dog 0 001 ~ 00000002 n 0000 | an animal that barks; "the dog barked"
00000002 05 n 01 barker 0 002 @ 00000001 n 0000 ~ 00000003 n 0000 | one sort of dog
00000003 05 n 01 yapper 0 001 @ 00000002 n 0000 | a small barker
00000004 09 n 01 notion 0 000 | what somebody thinks
00000005 11 n 01 wassailing 0 000 | a custom of christmas
`.trim()
const INDEX = `
dog n 1 1 ~ 1 0 00000001
barker n 1 2 @ ~ 1 0 00000002
yapper n 1 1 @ 1 0 00000003
notion n 1 0 1 0 00000004
wassailing n 1 0 1 0 00000005
`.trim()

const dict = mkdtempSync(join(tmpdir(), 'bobbin-slice-'))
for (const name of ['noun', 'verb', 'adj', 'adv'])
  for (const [kind, text] of [
    ['data', NOUNS],
    ['index', INDEX],
  ] as const)
    writeFileSync(join(dict, `${kind}.${name}`), name === 'noun' ? `${text}\n` : '')
writeFileSync(join(dict, 'index.sense'), 'dog%1:05:00:: 00000001 1 42\n')
afterAll(() => rmSync(dict, { recursive: true }))

const words = englishWords(readWordNet(dict))
const meaningsOf = (stem: string) => words.find(word => word.stem === stem)?.meanings ?? []

test('a kind of dog is surely a dog, and less the more steps away it is', () => {
  expect(meaningsOf('barker')).toMatchObject([{ concept: 'dog', isSure: true }])
  expect(meaningsOf('yapper')[0]!.weight).toBeLessThan(meaningsOf('barker')[0]!.weight)
})

test('a definition that speaks of a concept brings it to mind, and is not sure', () => {
  expect(meaningsOf('wassail')).toMatchObject([{ concept: 'christmas', isSure: false }])
})

test('words of the thesaurus are left to it, and words without a meaning here have none', () => {
  expect(meaningsOf('dog')).toEqual([])
  expect(meaningsOf('notion')).toEqual([])
})

test('the table says again what went into it, and knows the words that mean nothing', () => {
  const { text } = tableOf(words)
  const [, concepts, meanings, known] = /OF_MEANINGS = `([^`]*)`[^`]*`([^`]*)`[^']*'([^']*)'/.exec(text)!
  const read = readMeanings(concepts!.trim().split(/\s+/), meanings!)
  expect(read('barker')).toMatchObject([{ concept: 'dog', isSure: true }])
  expect(read('barkers')).toEqual([])
  expect(readKnown(known!)('notion')).toBe(true)
})

test('the same WordNet makes the same table', () => {
  expect(tableOf(englishWords(readWordNet(dict)))).toEqual(tableOf(words))
})

test('a line of WordNet is read with its lemmas, relations and definition', () => {
  expect(readSynset('02115987 05 n 02 poodle 0 poodle_dog 0 001 @ 02086723 n 0000 | a dog; "my poodle"', 'n')).toEqual({
    id: 'n02115987',
    pos: 'n',
    lexicon: 'noun.animal',
    lemmas: ['poodle', 'poodle_dog'],
    pointers: [{ relation: '@', to: 'n02086723' }],
    definition: 'a dog',
    examples: 'my poodle"',
  })
  expect(readSynset('  1 This software and database', 'n')).toBeNull()
})
