import { expect, test } from 'vitest'
import { asTyped } from './as-typed.ts'

test('only the word that was taken for another is put between quotation marks', () => {
  const query = 'soft fether border'
  expect(asTyped(query, { from: 5, to: 11, repairedFrom: 'fether' })).toBe('soft "fether" border')
  expect(asTyped('not fether', { from: 0, to: 10, repairedFrom: 'fether' })).toBe('not "fether"')
})
