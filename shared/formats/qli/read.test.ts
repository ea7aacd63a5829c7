import { expect, test } from 'vitest'
import { measureDesign } from '#shared/geometry/measure.ts'
import { runFrom, segmentsOf } from '#shared/geometry/run-builder.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import type { Reading } from '#shared/util/reading.ts'
import type { Design } from '#shared/geometry/design.ts'
import { readQli } from './read.ts'

const read = (text: string) => readQli(encodeUtf8(text))

function designIn(text: string): Design {
  const reading = read(text)
  if (!reading.ok) throw new Error(`${reading.failure.code}: ${reading.failure.message}`)
  return reading.value
}

/** Runs as inches, lines only: x,y pairs. */
const inches = (text: string) =>
  designIn(text).runs.map(run => Array.from(run.coords, mm => Math.round((mm / 25.4) * 1e6) / 1e6))

const codes = (reading: Reading<Design>) => reading.warnings.map(warning => warning.code)

function refusalOf(text: string): string {
  const reading = read(text)
  if (reading.ok) throw new Error('this should have been refused')
  return reading.failure.line === undefined ? reading.failure.code : `${reading.failure.code} @${reading.failure.line}`
}

const MINIMAL = `#CAD2DMC
CS
VMXY
REM FIRST_MACRO ---------------
REM end macro -----------------
REM CONTINUOUS ----------------
NO NEEDLE ON
REM end macro -----------------
VP 1000,0
CR 500,270.0000,180.0000
VE
BGS
AMS
EN
`

test('the example of the format page is a line of one inch and a half circle up', () => {
  const { runs, metadata } = designIn(MINIMAL)
  expect(metadata).toEqual({ notes: [], size: 'assumed' })
  const [line, arc] = [...segmentsOf(runs[0]!)]
  expect(runs).toHaveLength(1)
  expect(line).toEqual({ kind: 'line', to: { x: 25.4, y: 0 } })
  if (arc?.kind !== 'arc') throw new Error('the second segment is an arc')
  expect(arc.centre.x).toBeCloseTo(25.4, 9)
  expect(arc.centre.y).toBeCloseTo(12.7, 9)
  expect(arc.to.x).toBeCloseTo(25.4, 9)
  expect(arc.to.y).toBeCloseTo(25.4, 9)
  expect(arc.sweep).toBeCloseTo(Math.PI, 12)
})

test('a clean file gives no warnings', () => {
  expect(read(MINIMAL).warnings).toEqual([])
})

test.each([
  ['CRLF', MINIMAL.replaceAll('\n', '\r\n')],
  ['CR', MINIMAL.replaceAll('\n', '\r')],
  ['semicolons', MINIMAL.replaceAll('\nCR', ';CR').replaceAll('\nVE\nBGS\nAMS\nEN', ';VE;BGS; AMS;EN')],
  ['a byte-order mark', `\ufeff${MINIMAL}`],
  ['small letters', MINIMAL.toLowerCase()],
  [
    'blanks around numbers',
    MINIMAL.replace('1000,0', '  1000 , 0 ').replace('CR 500,270.0000,', 'CR 500 ,\t270.0000 , '),
  ],
  ['no blank behind the word', MINIMAL.replace('VP 1000', 'VP1000').replace('CR 500', 'CR500')],
  ['speed suffixes', MINIMAL.replace('1000,0', '1000,0<2000>500').replace('180.0000', '180.0000 <100')],
  ['scaled numbers', MINIMAL.replace('1000,0', '@RND[1000*SX],(0*SY)').replace('CR 500', 'CR @rnd[ 500 * SA ]')],
  ['VM XY', MINIMAL.replace('VMXY', 'VM XY')],
  ['VMX,Y', MINIMAL.replace('VMXY', 'VMX,Y')],
  ['BG S and AM S', MINIMAL.replace('BGS', 'BG S').replace('AMS', 'AM S')],
  ['EN with digits', MINIMAL.replace('EN\n', 'EN0\n')],
  ['text behind EN', `${MINIMAL}This is ignored\nVP x\n`],
  ['WW, AN and a variable', MINIMAL.replace('CS\n', 'CS\nWW 1,2,3\nAN 4,5\nSX=1.5\nspeed = 3\n')],
])('%s read the same', (_, text) => {
  const reading = read(text)
  expect(reading).toEqual(read(MINIMAL))
})

test('with the axes changed over the two numbers of VP are', () => {
  expect(inches('CS\nVMYX\nVP 1000,250\nVM Y,X\nVP 0,500\nEN')).toEqual([[0, 0, 0.25, 1, 0.5, 0]])
})

test('VP counts from where the sequence began, not from the point before', () => {
  expect(inches('CS\nVMXY\nVP 1000,0\nVP 1000,1000\nVE\nVP 500,0\nEN')).toEqual([[0, 0, 1, 0, 1, 1, 1.5, 1]])
})

test('travel in a sequence of its own: what follows counts from its end', () => {
  const text = 'CS\nVMXY\nNO NEEDLE ON\nVP 1000,0\nVE\nNO NEEDLE OFF\nVP 1000,500\nVE\nNO NEEDLE ON\nVP 0,500\nVE\nEN'
  expect(inches(text)).toEqual([
    [0, 0, 1, 0],
    [2, 0.5, 2, 1],
  ])
})

test('travel and stitching in one sequence share its origin', () => {
  const text = 'CS\nVMXY\nNO NEEDLE ON\nVP 1000,0\nVE\nNO NEEDLE OFF\nVP 1000,500\nNO NEEDLE ON\nVP 0,500\nVE\nEN'
  expect(inches(text)).toEqual([
    [0, 0, 1, 0],
    [2, 0.5, 1, 0.5],
  ])
})

test('an arc with the needle up is travel', () => {
  const text = 'CS\nVMXY\nNO NEEDLE OFF\nCR 500,270,180\nNO NEEDLE ON\nVP 1000,1000\nEN'
  expect(inches(text)).toEqual([[0, 1, 1, 1]])
})

test('a pause inside a travel waits for the next run, through two travels at the beginning too', () => {
  const pause =
    'NO NEEDLE OFF\nREM PAUSE ------\nNO PAUSE Please change thread color\nREM end macro ----\nVP 1000,0\nVE\n'
  const { runs } = designIn(`CS\nVMXY\n${pause}NO NEEDLE OFF\nVP 0,1000\nVE\nNO NEEDLE ON\nVP 500,0\nVE\nEN`)
  expect(runs.map(run => run.pauseBefore)).toEqual(['Please change thread color'])
  expect(Array.from(runs[0]!.coords, mm => Math.round(mm * 1e6) / 1e6)).toEqual([25.4, 25.4, 38.1, 25.4])
})

test('a pause with the needle down parts the stitching in two runs', () => {
  const { runs } = designIn('CS\nVMXY\nVP 1000,0\nNO PAUSE\nVP 2000,0\nEN')
  expect(runs.map(run => run.pauseBefore)).toEqual([undefined, ''])
  expect(measureDesign({ runs, metadata: { notes: [], size: 'assumed' } }).travelLengthMm).toBe(0)
})

test('what a designer wrote is kept, what the program wrote is not', () => {
  const text = `#CAD2DMC\nREM (c) 2024; Anna\nRem end macro ------\nNO all rights reserved\n'for personal use\n"thank you\nCS\nVMXY\nVP 1000,0\nEN`
  expect(designIn(text).metadata.notes).toEqual([
    '(c) 2024; Anna',
    'all rights reserved',
    'for personal use',
    'thank you',
  ])
})

test('a note that is not UTF-8 is read as Windows-1252', () => {
  const head = encodeUtf8('#CAD2DMC\nREM ')
  const bytes = Uint8Array.from([...head, 0xa9, 0x20, 0x5a, 0x6f, 0xeb, ...encodeUtf8('\nVP 1000,0\nEN\n')])
  const reading = readQli(bytes)
  expect(reading.ok && reading.value.metadata.notes).toEqual(['© Zoë'])
})

test('the drift of rounded arcs is kept, never snapped', () => {
  // Four quarter turns whose radii are each a count too long or short end one count from where they began.
  const text = 'CS\nVMXY\nCR 1000,0,90\nCR 1001,90,90\nCR 1000,180,90\nCR 1000,270,90\nVP 0,0\nEN'
  const [run] = designIn(text).runs
  const ends = [...segmentsOf(run!)].map(segment => segment.to)
  expect(ends[3]!.x / 0.0254).toBeCloseTo(-1, 6)
  expect(ends[3]!.y / 0.0254).toBeCloseTo(-1, 6)
  expect(ends).toHaveLength(5)
})

test('a full circle ends exactly where it starts', () => {
  const [run] = designIn('CS\nVMXY\nCR 500,12.3456,360\nEN').runs
  expect(run).toEqual(runFrom({ x: 0, y: 0 }, [...segmentsOf(run!)]))
  expect([...segmentsOf(run!)][0]!.to).toEqual({ x: 0, y: 0 })
})

test.each([
  ['nothing at all', '', 'no-stitching'],
  ['no motion', '#CAD2DMC\nCS\nVMXY\nEN\n', 'no-stitching'],
  ['travel only', 'CS\nVMXY\nNO NEEDLE OFF\nVP 1,1\nEN', 'no-stitching'],
  ['VP with one number', 'CS\nVMXY\nVP 1000\nEN', 'too-few-numbers @3'],
  ['VP with a word', 'CS\nVMXY\nVP 1000,x\nEN', 'too-few-numbers @3'],
  ['CR with two numbers', 'CS\r\nVMXY\r\nCR 500,270\r\nEN', 'too-few-numbers @3'],
  ['an open wrapper', 'CS\nVMXY\nVP @RND[10*SX,5\nEN', 'too-few-numbers @3'],
  ['radius 0', 'CS\nVMXY\nCR 0,0,90\nEN', 'bad-radius @3'],
  ['negative radius', 'CS\nVMXY\n\nCR -5,0,90\nEN', 'bad-radius @4'],
  ['more than a full turn', 'CS\nVMXY\nCR 5,0,360.0001\nEN', 'bad-sweep @3'],
  ['a number too large', 'CS\nVMXY\nVP 10000001,0\nEN', 'number-out-of-range @3'],
  ['a radius too large', 'CS\nVMXY\nCR 10000001,0,1\nEN', 'number-out-of-range @3'],
  ['too many unknown commands', 'CS\nVMXY\nVP 1,1\nVP 2,2\nXX\nYY\nEN', 'not-this-format'],
  ['NUL bytes', 'CS\0\nVP 1,1', 'not-text'],
  ['control characters', '\u0001\u0002\u0003VP 1,1\n', 'not-text'],
])('refused: %s', (_, text, code) => {
  expect(refusalOf(text)).toBe(code)
})

test('the refusals of the page say so in its words', () => {
  const messageOf = (text: string) => {
    const reading = read(text)
    return reading.ok ? '' : reading.failure.message
  }
  expect(messageOf('EN')).toMatch(/no stitching in this QLI file/i)
  expect(messageOf('A\nB\nC')).toMatch(/not a QLI file/i)
  expect(messageOf('A\0')).toMatch(/not a text QLI file/i)
})

test.each([
  ['the end mark is missing', 'CS\nVMXY\nVP 1000,0\n', 'end-missing'],
  ['an arc that does not turn', 'CS\nVMXY\nVP 1000,0\nCR 5,0,0\nEN', 'arc-without-sweep'],
  ['an unknown command', 'CS\nVMXY\nVP 1,1\nVP 2,2\nVP 3,3\nVS 4000\nEN', 'unknown-command'],
  ['REM in the middle of a line', 'CS\nVMXY\nVP 1,1\nVP 2,2\nVP 3,3;REM hello\nEN', 'unknown-command'],
  ['text behind a motion', 'CS\nVMXY\nVP 1,1 and more\nEN', 'extra-text'],
  ['a stitch of no length', 'CS\nVMXY\nVP 1,1\nVP 1,1\nEN', 'zero-length-dropped'],
  ['a pause at the end', 'CS\nVMXY\nVP 1,1\nNO PAUSE\nEN', 'pause-at-end-dropped'],
  ['a size that cannot be', 'CS\nVMXY\nVP 200001,0\nEN', 'size-unknown'],
])('told, and read all the same: %s', (_, text, code) => {
  const reading = read(text)
  expect(reading.ok).toBe(true)
  expect(codes(reading)).toEqual([code])
})

test('an unknown command is told with its line', () => {
  const [warning] = read('CS\nVMXY\nVP 1,1\nVP 2,2\nVP 3,3\nVS 4000\nEN').warnings
  expect(warning).toMatchObject({ line: 6, message: expect.stringContaining('VS 4000') })
})

test('a size that cannot be true is marked, the proportions stay', () => {
  const { metadata, runs } = designIn('CS\nVMXY\nVP 1080000,0\nVP 1080000,540000\nEN')
  expect(metadata.size).toBe('unknown')
  expect(runs[0]!.coords[2]! / runs[0]!.coords[5]!).toBeCloseTo(2, 12)
})

test('a file of nothing but strange lines does not fill the memory with warnings', () => {
  const reading = read(`CS\nVMXY\n${'VP 1,1 x\n'.repeat(5000)}EN`)
  expect(reading.warnings).toHaveLength(101)
  expect(codes(reading)).toContain('more-warnings')
})

test('more than 32 MB, a million points or 100,000 pieces are too large', () => {
  const large = readQli(new Uint8Array(32 * 1024 * 1024 + 1).fill(10))
  expect(large.ok || large.failure.code).toBe('file-too-large')
  expect(refusalOf(`CS\n${'VP 1,1\nVP 2,2\n'.repeat(500_001)}EN`)).toBe('file-too-large')
  expect(refusalOf(`CS\n${'NO NEEDLE OFF\nNO NEEDLE ON\nVP 1,1\nVP 2,2\n'.repeat(100_001)}EN`)).toBe('file-too-large')
})
