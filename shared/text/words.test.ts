import { expect, test } from 'vitest'
import { foldName, sortKey } from './fold.ts'
import { squeezed } from './squeezed.ts'
import { fileStem, wordsOf } from './words.ts'

test.each([
  ['Feather Swirl', ['feather', 'swirl']],
  ['FeatherSwirl', ['feather', 'swirl']],
  ['feather_swirl-B2B', ['feather', 'swirl', 'b', '2', 'b']],
  ['Swirl12in', ['swirl', '12', 'in']],
  ['featherswirl', ['feather', 'swirl']],
  ['DXFExport', ['dxf', 'export']],
  ['fleurÉtoilée', ['fleur', 'étoilée']],
])('%s is found by each of its words', (name, words) => {
  expect(wordsOf(name)).toEqual(expect.arrayContaining(words))
})

test('a name is also found by the whole as it was written', () => {
  expect(wordsOf('FeatherSwirl12')).toContain('featherswirl12')
  expect(wordsOf('Feather')).toEqual(['feather'])
})

test('only names wholly made of known words are taken apart', () => {
  expect(squeezed('starburst')).toBeNull()
  expect(squeezed('oakleafborder')).toEqual(['oak', 'leaf', 'border'])
  expect(squeezed('featherzzz')).toBeNull()
  expect(squeezed('feather')).toBeNull()
})

test('the extension of a file is no word of its name', () => {
  expect(fileStem('Swirl.qli')).toBe('Swirl')
  expect(fileStem('St. Nicholas and his friends')).toBe('St. Nicholas and his friends')
  expect(fileStem('.qli')).toBe('.qli')
})

test('names differ by their words only', () => {
  expect(foldName('  Wild\u00a0 FLOWERS ')).toBe('wild flowers')
})

test('numbers stand in the order one counts, accents where their letter stands', () => {
  const names = ['Swirl 10', 'swirl 2', 'Éclair', 'Eagle', 'Zebra', 'swirl 02b']
  expect(names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    'Eagle',
    'Éclair',
    'swirl 2',
    'swirl 02b',
    'Swirl 10',
    'Zebra',
  ])
})
