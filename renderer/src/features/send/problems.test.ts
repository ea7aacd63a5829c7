import { expect, test } from 'vitest'
import type { PlannedFile } from '#shared/contract/library/sending.ts'
import { formats } from '#shared/formats/registry.ts'
import type { Design } from '#shared/geometry/design.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { en } from '#renderer/i18n/en.ts'
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

/** Everything at once that a format may be unable to hold. */
function richDesign(): Design {
  const line = runFrom({ x: 0, y: 0 }, [
    { kind: 'line', to: { x: 50, y: 10 } },
    { kind: 'arc', to: { x: 70, y: 10 }, centre: { x: 60, y: 10 }, sweep: Math.PI },
    { kind: 'cubic', c1: { x: 80, y: 40 }, c2: { x: 90, y: -20 }, to: { x: 100, y: 5 } },
  ])
  const runs = [
    { ...line, thread: '#112233', layer: 'one' },
    { ...line, thread: '#ee3311', layer: 'two', pauseBefore: 'Change to red' },
    { ...line, thread: '#22aa55', layer: 'two', pauseBefore: '' },
  ].map((run, at) => ({
    ...run,
    coords: run.coords.map((value, place) => (place % 2 === 0 ? value : value + at * 40)),
  }))
  return { runs, metadata: { name: 'Plume', notes: ['Copyright Anna'], size: 'stated' } }
}

test.each(
  formats
    .filter(format => format.write !== undefined)
    .flatMap(format =>
      (format.dialects ?? [{ id: undefined }]).map(({ id }) => [`${format.info.id} ${id ?? ''}`, format, id] as const),
    ),
)('whatever %s cannot carry is one sentence for many patterns', (_, format, dialect) => {
  const written = format.write!(richDesign(), dialect === undefined ? {} : { dialect })
  expect(written.ok).toBe(true)
  if (!written.ok) return
  const warnings = [...written.value.warnings, ...written.warnings]
  expect(warnings.filter(warning => !(warning.code in en.sendProblem))).toEqual([])
})

test('a length in the sentence of one pattern is in her unit', () => {
  const groups = whatToKnow({
    files: [
      {
        patternId: 'a',
        name: 'a',
        warnings: [{ code: 'curves-flattened', message: 'Curves become short straight lines, at most 0.02 mm off.' }],
      },
    ],
  })
  expect(groups[0]?.sentence).toBe('Curves become short straight lines, at most 0.001 in off.')
})
