import { expect, test } from 'vitest'
import { everyFile, filesOf } from '#shared/testing/format-files.ts'
import { readInTime, readInTimeWith, repeated } from '#shared/testing/worst-case.ts'
import { formats } from './registry.ts'

// Thirty-two megabytes made of one short piece are how a file takes a reader the longest.

/** Pieces of its own files that are repeated for each format; a soak takes every one. */
const MOST_PIECES = process.env.BOBBIN_SOAK === undefined ? 2 : 1000

const readers = formats.flatMap(format =>
  format.read === undefined ? [] : [[format.info.id, format, format.read] as const],
)
const files = everyFile()

test.each(readers)(
  '%s: 32 MB of any piece of its files are read or refused in time',
  { timeout: 3_600_000 },
  (_, format, read) => {
    const own = filesOf(format, files).filter(({ bytes }) => bytes.length < 20_000)
    const seen = new Map<string, readonly [Uint8Array, Uint8Array]>()
    for (const { bytes } of own) for (const [kind, head, piece] of piecesOf(bytes)) seen.set(kind, [head, piece])
    expect(seen.size).toBeGreaterThan(0)
    const all = [...seen.values()]
    // Spread over all kinds there are, the same ones every time.
    const step = Math.max(1, all.length / MOST_PIECES)
    for (let at = 0; at < all.length; at += step) {
      const [head, piece] = all[Math.floor(at)]!
      readInTimeWith(read, repeated(head, piece, ''))
    }
  },
)

/** Each line of a file, or each stretch where it has none, by its looks: the same words with other numbers look the same. */
function* piecesOf(bytes: Uint8Array): Generator<readonly [string, Uint8Array, Uint8Array]> {
  let start = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 10 && bytes[at] !== 13 && at - start < LONGEST_PIECE) continue
    const piece = bytes.subarray(start, at + 1)
    const looks = Array.from(piece, byte => (byte >= 48 && byte <= 57 ? '0' : String.fromCharCode(byte))).join('')
    yield [looks.replace(/0+/g, '0'), bytes.subarray(0, start), piece]
    start = at + 1
  }
  yield ['whole', new Uint8Array(0), bytes]
}

const LONGEST_PIECE = 64

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

/** Group codes and values of a DXF, each on a line. */
function groups(...pairs: (string | number)[]): string {
  return `${pairs.join('\n')}\n`
}
