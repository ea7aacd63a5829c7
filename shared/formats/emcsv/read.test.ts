import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FIXTURES, SAMPLES, filesBelow, samplesArePresent } from '#shared/testing/files.ts'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { readEmbroidermodderCsv } from './read.ts'

const read = (...lines: string[]) => readEmbroidermodderCsv(encodeUtf8(lines.join('\n')))

test('jumps and trims lift the needle, colours change the thread, Y up, millimetres as we take it', () => {
  const reading = readEmbroidermodderCsv(readFileSync(join(FIXTURES, 'generated/two-threads.csv')))
  const design = valueOf(reading)
  expect(toldAll(design)).toEqual(['10,0 L20,0 L20,10', '30,10 L40,10', '-10,0 L-10,20'])
  expect(design.runs.map(run => run.thread)).toEqual(['#ff0000', '#ff0000', '#00ff00'])
  expect(design.metadata.size).toBe('assumed')
  expect(codesOf(reading)).toEqual(['size-assumed'])
})

test('a table without threads, and without an end, is read', () => {
  const reading = read('"*","JUMP","1.5","0"', '"*","STITCH","-2.5e0","0"')
  expect(toldAll(valueOf(reading))).toEqual(['1.5,0 L-2.5,0'])
  expect(codesOf(reading)).toEqual(['end-missing', 'size-assumed'])
})

test.each([
  ['another table', ['"a","b"'], 'unknown-line', 1],
  ['an unknown kind of stitch', ['"*","SEQUIN","0","0"'], 'unknown-stitch', 1],
  ['a place without a number', ['"*","STITCH","x","0"'], 'bad-number', 1],
  ['a place too far out', ['"*","STITCH","1e9","0"'], 'number-out-of-range', 1],
  ['a colour that is none', ['"$","1","300","0","0"'], 'bad-colour', 1],
  ['stitching behind the end', ['"*","END","0","0"', '"*","STITCH","0","0"'], 'motion-after-end', 2],
])('%s is refused with its line', (_, lines, code, line) => {
  expect(failureOf(read(...lines))).toMatchObject({ code, line })
})

test('travel alone is no stitching', () => {
  expect(failureOf(read('"*","JUMP","1","0"', '"*","END","0","0"')).code).toBe('no-stitching')
})

test.skipIf(!samplesArePresent)('every sample is read (skipped where ../shared/samples is absent)', () => {
  for (const { name, bytes } of filesBelow(join(SAMPLES, 'csv-embroidermodder')))
    expect([name, readEmbroidermodderCsv(bytes).ok]).toEqual([name, true])
})
