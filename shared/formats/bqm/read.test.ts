import { expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { segmentsOf } from '#shared/geometry/run-builder.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { readBqm } from './read.ts'

const read = (text: string) => readBqm(encodeUtf8(text))

function designIn(text: string): Design {
  const reading = read(text)
  if (!reading.ok) throw new Error(`${reading.failure.code}: ${reading.failure.message}`)
  return reading.value
}

function refusalOf(text: string): string {
  const reading = read(text)
  if (reading.ok) throw new Error('this should have been refused')
  return reading.failure.line === undefined ? reading.failure.code : `${reading.failure.code} @${reading.failure.line}`
}

const MINIMAL = `N10G00X0.0000Y-0.0000
N11G01X1.0000Y0.0000
N12G03X1.0000Y1.0000I1.0000J0.5000
N13G00X2.0000Y0.0000
N14G01X2.0000Y1.0000
N15M02
`

test('the example of the format page is a line, a half circle counter-clockwise, and a second run', () => {
  const { runs, metadata } = designIn(MINIMAL)
  expect(metadata).toEqual({ notes: [], size: 'stated' })
  expect(runs).toHaveLength(2)
  expect([...segmentsOf(runs[0]!)]).toEqual([
    { kind: 'line', to: { x: 25.4, y: 0 } },
    { kind: 'arc', to: { x: 25.4, y: 25.4 }, centre: { x: 25.4, y: 12.7 }, sweep: Math.PI },
  ])
  expect([...runs[1]!.coords]).toEqual([50.8, 0, 50.8, 25.4])
})

test('a clean file gives no warnings', () => {
  expect(read(MINIMAL).warnings).toEqual([])
})

test.each([
  ['CRLF', MINIMAL.replaceAll('\n', '\r\n')],
  ['small letters', MINIMAL.toLowerCase()],
  ['blanks between words', MINIMAL.replaceAll(/([GXYIJM])/g, ' $1').replaceAll('X', 'X ')],
  ['fewer decimals', MINIMAL.replaceAll('.0000', '').replaceAll('.5000', '.5')],
  ['more decimals', MINIMAL.replaceAll('0000', '000000')],
  ['no line numbers', MINIMAL.replaceAll(/^N\d+/gm, '')],
  ['no zero in the codes', MINIMAL.replaceAll('G0', 'G')],
  ['empty lines', MINIMAL.replaceAll('\n', '\n\n')],
  ['no last line end', MINIMAL.trimEnd()],
])('%s read the same', (_, text) => {
  expect(read(text)).toEqual(read(MINIMAL))
})

test('clockwise arcs turn the other way', () => {
  const [run] = designIn('N10G00X0Y0\nN11G02X1Y1I1J0\nN12M02\n').runs
  expect([...segmentsOf(run!)][0]).toMatchObject({ kind: 'arc', sweep: -Math.PI / 2 })
})

test('an arc that ends where it starts is a full circle', () => {
  const [run] = designIn('N10G00X0Y0\nN11G03X0Y0I1J0\nN12M02\n').runs
  expect([...segmentsOf(run!)][0]).toMatchObject({ kind: 'arc', sweep: 2 * Math.PI, to: { x: 0, y: 0 } })
})

test('the rounding of arc ends is kept, never snapped', () => {
  const [run] = designIn('N10G00X0Y0\nN11G03X1.0002Y1I0J1\nN12M02\n').runs
  expect([...segmentsOf(run!)][0]).toMatchObject({ to: { x: 1.0002 * 25.4, y: 25.4 }, centre: { x: 0, y: 25.4 } })
})

test('a stitch of no length behind a travel is a pause before the next run', () => {
  const { runs } = designIn('N10G00X0Y0\nN11G01X1Y0\nN12G00X5Y5\nN13G01X5Y5\nN14G00X7Y7\nN15G01X8Y8\nN16M02\n')
  expect(runs.map(run => run.pauseBefore)).toEqual([undefined, ''])
  expect([...runs[1]!.coords]).toEqual([7, 7, 8, 8].map(inch => inch * 25.4))
})

test('stitching may go on right from a pause', () => {
  const { runs } = designIn('N10G00X5Y5\nN11G01X5Y5\nN12G01X6Y5\nN13M02\n')
  expect(runs.map(run => run.pauseBefore)).toEqual([''])
  expect([...runs[0]!.coords]).toEqual([5, 5, 6, 5].map(inch => inch * 25.4))
})

test('other stitches of no length are dropped and told', () => {
  const reading = read('N10G00X0Y0\nN11G01X1Y0\nN12G01X1Y0\nN13G01X2Y0\nN14M02\n')
  expect(reading.ok && [...reading.value.runs[0]!.coords]).toEqual([0, 0, 1, 0, 2, 0].map(inch => inch * 25.4))
  expect(reading.warnings.map(w => w.code)).toEqual(['zero-length-dropped'])
})

test('a centre told from the start of the arc is understood and told', () => {
  const reading = read('N10G00X5Y5\nN11G03X6Y6I0J1\nN12M02\n')
  expect(reading.ok && [...segmentsOf(reading.value.runs[0]!)][0]).toMatchObject({
    centre: { x: 5 * 25.4, y: 6 * 25.4 },
  })
  expect(reading.warnings).toMatchObject([{ code: 'relative-centre', line: 2 }])
})

test('a missing end mark is told', () => {
  expect(read('N10G00X0Y0\nN11G01X1Y0\n').warnings.map(w => w.code)).toEqual(['end-missing'])
})

test('a second end mark with nothing behind it does no harm', () => {
  expect(read(`${MINIMAL}N16M02\n`)).toEqual(read(MINIMAL))
})

test.each([
  ['nothing at all', '', 'no-stitching'],
  ['travel only', 'N10G00X0Y0\nN11G00X5Y0\nN12M02\n', 'no-stitching'],
  ['a pause only', 'N10G00X0Y0\nN11G01X0Y0\nN12M02\n', 'no-stitching'],
  ['a line without a code', 'N10G00X0Y0\nN11X1Y0\n', 'missing-code @2'],
  ['a line of words', 'BEGIN STITCH\n', 'missing-code @1'],
  ['an unknown G code', 'N10G00X0Y0\r\nN11G04X1Y0\r\n', 'unknown-code @2'],
  ['an unknown M code', 'N10G00X0Y0\nN11M30\n', 'unknown-code @2'],
  ['a number that is none', 'N10G00X0Y0\nN11G01X1.0Yabc\n', 'bad-number @2'],
  ['a code that is none', 'N10Gx\n', 'bad-number @1'],
  ['a line number that is none', 'NxG00X0Y0\n', 'bad-number @1'],
  ['Y missing', 'N10G00X0Y0\nN11G01X1\n', 'too-few-numbers @2'],
  ['J missing', 'N10G00X0Y0\nN11G02X1Y1I0\n', 'too-few-numbers @2'],
  ['a word too many', 'N10G00X0Y0\nN11G01X1Y1Z5\n', 'unexpected-text @2'],
  ['a word twice', 'N10G00X0Y0\nN11G01X1Y1X5\n', 'unexpected-text @2'],
  ['an exponent', 'N10G00X0Y0\nN11G01X1e3Y1\n', 'unexpected-text @2'],
  ['text behind the end mark', 'N10G00X0Y0\nN11G01X1Y1\nN12M02 bye\n', 'unexpected-text @3'],
  ['motion behind the end mark', `${MINIMAL}N16G01X5Y5\nN17M02\n`, 'motion-after-end @7'],
  ['beyond 1000 inches', 'N10G00X0Y0\nN11G01X1000.0001Y1\n', 'number-out-of-range @2'],
  ['an arc off its circle either way', 'N10G00X0Y0\nN11G03X1Y1I5J0\n', 'arc-off-circle @2'],
  ['NUL bytes', 'N10G00X0Y0\0\n', 'not-text'],
])('refused: %s', (_, text, code) => {
  expect(refusalOf(text)).toBe(code)
})

test('more than 32 MB, a million points or 100,000 pieces are too large', () => {
  const large = readBqm(new Uint8Array(32 * 1024 * 1024 + 1).fill(10))
  expect(large.ok || large.failure.code).toBe('file-too-large')
  expect(refusalOf('G1X1Y1\nG1X2Y2\n'.repeat(500_001))).toBe('file-too-large')
  expect(refusalOf('G0X1Y1\nG1X2Y2\n'.repeat(100_001))).toBe('file-too-large')
})
