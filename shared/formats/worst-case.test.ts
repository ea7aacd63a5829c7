import { expect, test } from 'vitest'
import { readDesign } from './registry.ts'
import { MAX_FILE_BYTES } from './types.ts'

/**
 * Thirty-two megabytes made of one short piece, which is how a file takes a reader the longest. Two seconds is the promise of every
 * reader on a computer of today; this asks for it in processor time, which other programs do not lengthen, with room for an old one.
 */
const MOST_MS = 8000

const QLI = '#CAD2DMC\nCS\nVMXY\n'
const BQM = 'N10G00X0Y0\n'
const CASES: readonly (readonly [string, string])[] = [
  ...[
    "'a\n",
    ';',
    'A=1\n',
    'NO a\n',
    '\n',
    ' ',
    'x',
    'x\n',
    'NO PAUSE aaaaaaa\n',
    'VE\n',
    'EN x\n',
    'CR 1,0,0\n',
    'REM - - a\n',
    'REM --------- \n',
    'VP 1,1\n',
    'VP 1,1\nVP 2,2\n',
    'NO NEEDLE OFF\nNO NEEDLE ON\nVP 1,1\nVP 2,2\n',
  ].map(unit => [QLI, unit] as const),
  ...['\n', ' ', 'M2\n', 'G1X0Y0\n', 'G0X0Y0\nG1X0Y0\n', 'G1X1Y1\nG1X2Y2\n', 'G0X1Y1\nG1X2Y2\n', 'G2X0Y0I1J1\n'].map(
    unit => [BQM, unit] as const,
  ),
  ...['1 2\n', '<', '<!', '<?xml ', '0\n', '999\n', ' '].map(unit => ['', unit] as const),
]

test.each(CASES)('32 MB of %j and then %j are read or refused in time', (head, unit) => {
  readInTime(repeated(head, unit, ''), 'feather.qli')
})

const DXF_ENTITIES = '0\nSECTION\n2\nENTITIES\n'
const DXF_END = '0\nENDSEC\n0\nEOF\n'
const QUINTIC = [
  ...[0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1].flatMap(knot => [40, knot]),
  ...[0, 1, 4, 2, 2, 4].flatMap((y, x) => [10, x, 20, y]),
]
const dxfCases = [
  ['lines on the same place', groups(0, 'LINE', 10, 0, 20, 0, 11, 1, 21, 1)],
  ['lines of no length', groups(0, 'LINE', 10, 1, 20, 1, 11, 1, 21, 1)],
  ['ellipses', groups(0, 'ELLIPSE', 10, 0, 20, 0, 11, 1, 21, 0, 40, 0.5, 41, 0, 42, 6)],
  ['texts', groups(0, 'TEXT', 1, 'a')],
  ['inserts of nothing', groups(0, 'INSERT', 2, 'B')],
  ['splines of degree five', groups(0, 'SPLINE', 71, 5, ...QUINTIC)],
] as const

test.each(dxfCases)('a DXF of 32 MB of %s is read or refused in time', (_, unit) => {
  readInTime(repeated(DXF_ENTITIES, unit, DXF_END), 'feather.dxf')
})

test('a DXF of a million kinds of things nobody has heard of is refused in time, without telling them all', () => {
  const kinds = Array.from({ length: 1_000_000 }, (_, index) => groups(0, `KIND${index}`, 1, 'x')).join('')
  readInTime(Buffer.from(`${DXF_ENTITIES}${kinds}${DXF_END}`), 'feather.dxf')
})

test('a DXF whose blocks stand in each other a million times is refused in time', () => {
  let blocks = `0\nSECTION\n2\nBLOCKS\n${groups(0, 'BLOCK', 2, 'B0', 0, 'ENDBLK')}`
  for (let i = 1; i < 15; i++)
    blocks += groups(0, 'BLOCK', 2, `B${i}`) + groups(0, 'INSERT', 2, `B${i - 1}`).repeat(10) + groups(0, 'ENDBLK')
  readInTime(
    Buffer.from(`${blocks}0\nENDSEC\n${DXF_ENTITIES}${groups(0, 'INSERT', 2, 'B14')}${DXF_END}`),
    'feather.dxf',
  )
})

const svgCases = [
  ['lines in one path', '<path d="M0 0', ' 1 1 2 2', '"/>'],
  ['moves in one path', '<path d="M0 0', 'M1 1', '"/>'],
  ['flat arcs', '<path d="M0 0a', '1e9 1e-9 30 1 1 5 5 ', '"/>'],
  ['points', '<polyline points="', '1,1 2,2 ', '"/>'],
  ['empty groups', '', '<g/>', ''],
  ['comments', '', '<!---->', ''],
  ['styles', '<path d="M0 0h1" style="', 'stroke:red;', '"/>'],
  ['transforms', '<path d="M0 0h1" transform="', 'scale(1)', '"/>'],
] as const

test.each(svgCases)('an SVG of 32 MB of %s is read or refused in time', (_, head, unit, tail) => {
  readInTime(
    repeated(`<svg width="10mm" height="10mm" viewBox="0 0 9 9">${head}`, unit, `${tail}</svg>`),
    'feather.svg',
  )
})

test('an SVG whose groups use each other a million times is refused in time', () => {
  let groups = '<g id="a0"/>'
  for (let i = 1; i < 15; i++) groups += `<g id="a${i}">${`<use href="#a${i - 1}"/>`.repeat(10)}</g>`
  readInTime(Buffer.from(`<svg><defs>${groups}</defs><use href="#a14"/></svg>`), 'feather.svg')
})

function readInTime(bytes: Uint8Array, name: string): void {
  const started = process.cpuUsage()
  const { reading } = readDesign(bytes, name)
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(MOST_MS)
  expect(reading.warnings.length).toBeLessThan(200)
  expect(reading.ok || reading.failure.code).not.toBeOneOf(['internal-reader-error', 'unreadable'])
}

function repeated(head: string, unit: string, tail: string): Uint8Array {
  const times = Math.floor((MAX_FILE_BYTES - head.length - tail.length) / unit.length)
  const bytes = Buffer.alloc(head.length + times * unit.length + tail.length)
  bytes.write(head)
  bytes.fill(unit, head.length, head.length + times * unit.length)
  bytes.write(tail, head.length + times * unit.length)
  return bytes
}

/** Group codes and values of a DXF, each on a line. */
function groups(...pairs: (string | number)[]): string {
  return `${pairs.join('\n')}\n`
}
