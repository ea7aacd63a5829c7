import { expect, test } from 'vitest'
import { countSentences, foundSentence } from './counts.ts'

const none = {
  files: 0,
  patterns: 0,
  bundles: 0,
  alreadyHere: 0,
  twice: 0,
  locked: 0,
  unreadable: 0,
  leftAlone: 0,
  refused: 0,
  putBack: 0,
}

test('what was found is one sentence with numbers', () => {
  expect(foundSentence({ ...none, patterns: 812, files: 3940 })).toBe('Found 812 new patterns in 3,940 files.')
  expect(foundSentence({ ...none, patterns: 1, files: 1 })).toBe('Found 1 new pattern in 1 file.')
  expect(foundSentence({ ...none, files: 12 })).toBe('Nothing new in 12 files.')
})

test('only what happened is said', () => {
  expect(countSentences(none)).toEqual([])
  expect(countSentences({ ...none, alreadyHere: 41, unreadable: 3 })).toEqual([
    'You already have 41 of these files.',
    '3 files could not be read. They are kept safe all the same.',
  ])
})
