import { expect, test } from 'vitest'
import { formatOf } from '../registry.ts'
import { MAX_FILE_BYTES } from '../types.ts'

/** As for every format: two seconds on a computer of today, asked for in processor time with room for an old one. */
const MOST_MS = 8000

/** What begins a file, and where its records do. */
const HEADS = {
  dst: { begin: [0x4c, 0x41, 0x3a], bytes: 512 },
  exp: { begin: [], bytes: 0 },
  jef: { begin: [0x7c, 0, 0, 0, 0x14, 0, 0, 0], bytes: 0x7c },
  pec: { begin: [...new TextEncoder().encode('#PEC0001')], bytes: 540 },
}

const CASES: readonly (readonly [keyof typeof HEADS, string, readonly number[]])[] = [
  ['dst', 'stitches of no length', [0, 0, 0x03]],
  ['dst', 'stops', [0, 0, 0xc3]],
  ['dst', 'jumps to single stitches', [1, 0, 0x83, 0, 0, 0x03]],
  ['dst', 'runs', [1, 0, 0x83, 0, 0, 0x03, 1, 0, 0x03]],
  ['exp', 'jumps', [0x80, 4, 1, 1]],
  ['exp', 'trims and stitches', [0x80, 0x80, 7, 0, 1, 1]],
  ['jef', 'stops', [0x80, 1, 0, 0]],
  ['jef', 'stitches', [1, 1]],
  ['pec', 'trims', [0xa0, 1, 0xa0, 1]],
  ['pec', 'stops', [0xfe, 0xb0, 1]],
]

test.each(CASES)('%s: 32 MB of %s are read or refused in time', (id, _, unit) => {
  const { begin, bytes: head } = HEADS[id]
  const bytes = Buffer.alloc(MAX_FILE_BYTES)
  bytes.fill(0x20, 0, head).fill(Uint8Array.from(unit), head)
  bytes.set(begin)
  if (id === 'jef') bytes.writeUInt32LE(1, 24)
  const started = process.cpuUsage()
  const reading = formatOf(id)!.read!(bytes)
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(MOST_MS)
  expect(reading.warnings.length).toBeLessThan(10)
  expect(reading.ok || reading.failure.code).toBeOneOf(['file-too-large', 'no-stitching'])
})
