import { expect, test } from 'vitest'
import { BobbinError } from '#shared/contract/errors.ts'
import { problemOf, sentenceFor } from './sentence.ts'

test('a code of the catalogue gets its sentence, any other the sentence of the core', () => {
  expect(sentenceFor({ code: 'cancelled', message: 'raw' })).toBe('Stopped. Nothing was lost.')
  expect(sentenceFor({ code: 'stick-removed', message: 'The stick was taken out. 7 of 12 are on it.' })).toBe(
    'The stick was taken out. 7 of 12 are on it.',
  )
})

test('a failure keeps its code; a fault of ours never shows its message', () => {
  expect(problemOf(new BobbinError('disk-full', 'Full.')).code).toBe('disk-full')
  expect(sentenceFor(problemOf(new TypeError('x is undefined')))).not.toContain('undefined')
})
