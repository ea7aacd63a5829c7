import { test } from 'vitest'
import { readInTimeWith, repeated } from '#shared/testing/worst-case.ts'
import { readDst } from '../dst/read.ts'
import { readExp } from '../exp/read.ts'
import { readJef } from '../jef/read.ts'
import { readPes } from '../pes/read.ts'

const DST = head(512, 0x4c, 0x41, 0x3a)
const JEF = head(0x7c, 0x7c, 0, 0, 0, 0x14)
const PEC = head(540, ...new TextEncoder().encode('#PEC0001'))
const NONE = new Uint8Array()

/** What stands before the records of a file. */
function head(length: number, ...begin: number[]): Uint8Array {
  const bytes = new Uint8Array(length)
  bytes.set(begin)
  return bytes
}

test.each([
  ['DST', 'stitches of no length', readDst, DST, [0, 0, 0x03]],
  ['DST', 'stops', readDst, DST, [0, 0, 0xc3]],
  ['DST', 'jumps to single stitches', readDst, DST, [1, 0, 0x83, 0, 0, 0x03]],
  ['DST', 'short runs', readDst, DST, [1, 0, 0x83, 0, 0, 0x03, 1, 0, 0x03]],
  ['EXP', 'jumps', readExp, NONE, [0x80, 4, 1, 1]],
  ['EXP', 'trims and stitches', readExp, NONE, [0x80, 0x80, 7, 0, 1, 1]],
  ['JEF', 'stops', readJef, JEF, [0x80, 1, 0, 0]],
  ['JEF', 'stitches', readJef, JEF, [1, 1]],
  ['PEC', 'trims', readPes, PEC, [0xa0, 1, 0xa0, 1]],
  ['PEC', 'stops', readPes, PEC, [0xfe, 0xb0, 1]],
])('%s: 32 MB of %s are read or refused in time', (_name, _what, read, begin, unit) => {
  readInTimeWith(read, repeated(begin, Uint8Array.from(unit), ''))
})
