import { expect, test } from 'vitest'
import { readDesign } from './registry.ts'
import { MAX_FILE_BYTES } from './types.ts'

/**
 * Thirty-two megabytes made of one short piece, which is how a file takes a reader the longest. Two seconds is the promise of every
 * reader on a computer of today; this asks for it in processor time, which other programs do not lengthen, with room for an old one.
 */
const MOST_MS = 5000

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
  const bytes = repeated(head, unit)
  const started = process.cpuUsage()
  const { reading } = readDesign(bytes, 'feather.qli')
  const { user, system } = process.cpuUsage(started)
  const ms = (user + system) / 1000
  expect(ms).toBeLessThan(MOST_MS)
  expect(reading.warnings.length).toBeLessThan(200)
  expect(reading.ok || reading.failure.code).not.toBe('internal-reader-error')
})

function repeated(head: string, unit: string): Uint8Array {
  const bytes = Buffer.alloc(MAX_FILE_BYTES - 64)
  bytes.fill(unit)
  bytes.set(Buffer.from(head))
  return bytes
}
