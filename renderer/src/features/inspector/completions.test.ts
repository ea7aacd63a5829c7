import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { completions, named } from './completions.ts'

const known = [
  { id: 'a', name: 'Feathers', patterns: 3 },
  { id: 'b', name: 'Floral', patterns: 90 },
  { id: 'c', name: 'Soft feathers', patterns: 12 },
  { id: 'd', name: 'Leftovers', patterns: 40 },
]
const names = (text: string, options = {}) => completions(known, text, options).map(one => one.name)

test('without letters the most worn come first, and before them what was used last', () => {
  expect(names('')).toEqual(['Floral', 'Leftovers', 'Soft feathers', 'Feathers'])
  expect(names('', { recent: ['feathers'] })[0]).toBe('Feathers')
})

test('a name that begins with the letters comes before one that only holds them', () => {
  expect(names('fe')).toEqual(['Feathers', 'Soft feathers'])
  expect(names('F')).toEqual(['Floral', 'Feathers', 'Soft feathers', 'Leftovers'])
})

test('what the pattern has already is not offered again', () => {
  expect(names('fe', { without: ['a'] })).toEqual(['Soft feathers'])
})

test('a name is known however it is written', () => {
  expect(named(known, '  soft   FEATHERS ')?.id).toBe('c')
  expect(named(known, 'feather')).toBeNull()
})

test('everything offered holds the letters, and nothing is offered twice', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3 }), text => {
      const found = completions(known, text)
      expect(new Set(found.map(one => one.id)).size).toBe(found.length)
      for (const one of found)
        expect(one.name.toLowerCase()).toContain(text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim())
    }),
  )
})
