import { expect, test } from 'vitest'
import type { PlannedFile } from '#shared/contract/library/sending.ts'
import { whatCannotGo, whatToKnow } from './problems.ts'

const skip = (patternId: string, code: string, message = 'its own sentence') => ({
  patternId,
  name: patternId,
  code,
  message,
})

const file = (patternId: string, ...codes: string[]) =>
  ({
    patternId,
    name: patternId,
    warnings: codes.map(code => ({ code, message: `${code} of ${patternId}` })),
  }) as unknown as PlannedFile

test('however many patterns have a problem, it is one sentence, with what to do', () => {
  const groups = whatCannotGo({
    skipped: [
      skip('a', 'pattern-locked-to-machine'),
      skip('b', 'no-stitching'),
      skip('c', 'pattern-locked-to-machine'),
    ],
  })
  expect(groups.map(group => [group.sentence, group.patterns.map(one => one.id)])).toEqual([
    ['2 are locked to a machine by their designer. Ask the shop for a file for this machine.', ['a', 'c']],
    ['its own sentence', ['b']],
  ])
})

test('what is worth knowing of most patterns comes first; of one alone it is told in its own words', () => {
  const groups = whatToKnow({ files: [file('a', 'very-wide', 'name-changed'), file('b', 'name-changed')] })
  expect(groups.map(group => group.sentence)).toEqual([
    '2 names are changed so that the machine can read them.',
    'very-wide of a',
  ])
})

test('a problem nobody has a sentence for is told as it came', () => {
  expect(whatToKnow({ files: [file('a', 'odd'), file('b', 'odd')] }).map(group => group.sentence)).toEqual([
    'odd of a',
    'odd of b',
  ])
})
