import { expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { codesOf, failureOf, valueOf } from '#shared/testing/readings.ts'
import { ByteWriter } from '../stitches/byte-writer.ts'
import { StitchRuns } from '../stitches/stitch-runs.ts'
import { STITCH, type StitchPlan } from '../stitches/stitch-plan.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { LONGEST } from './pec-layout.ts'
import { readPecBlock } from './read-pec.ts'
import { writePecBlock } from './write-pec.ts'
import { writePes } from './write.ts'

const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
const BLOCK = 0x16
const STITCHES = BLOCK + 532

function bytesOf(design: Design): Uint8Array {
  return valueOf(writePes(design)).bytes
}

test('the shortest version 1: a head, then the PEC block at its place', () => {
  const bytes = bytesOf({
    ...designOf(runFrom({ x: 3, y: 3 }, [to(4, 3), to(4, 1)])),
    metadata: { name: 'Blume', notes: [], size: 'stated' },
  })
  const text = new TextDecoder('latin1').decode(bytes)
  expect(text.slice(0, 8)).toBe('#PES0001')
  expect([...bytes.subarray(8, 22)]).toEqual([0x16, ...new Array<number>(13).fill(0)])
  expect(text.slice(22, 42)).toBe('LA:Blume           \r')
  expect([...bytes.subarray(BLOCK + 32, BLOCK + 36)]).toEqual([0xff, 0, 6, 38])
  expect([...bytes.subarray(BLOCK + 48, BLOCK + 51)]).toEqual([0, 20, 0x20])
})

test('the stitch block tells its length, the size, and where the first stitch lies in it; Y down', () => {
  const bytes = bytesOf(designOf(runFrom({ x: 3, y: 3 }, [to(4, 3), to(4, 1)])))
  const records = [0, 0, 10, 0, 0, 20, 0xff]
  const length = 20 + records.length
  const lengths = [0, 0, length, 0, 0, 0x31, 0xff, 0xf0]
  const size = [10, 0, 20, 0, 0xe0, 0x01, 0xb0, 0x01]
  const start = [0x90, 0, 0x90, 0]
  expect([...bytes.subarray(BLOCK + 512, STITCHES + records.length)]).toEqual([
    ...lengths,
    ...size,
    ...start,
    ...records,
  ])
  expect(bytes).toHaveLength(STITCHES + records.length + 2 * 228)
})

test('stops are marked 2 and 1 in turn; a jump behind one cuts no thread, any other does', () => {
  const piece = (x: number, pause?: string) =>
    runFrom({ x, y: 0 }, [to(x + 1, 0)], pause === undefined ? {} : { pauseBefore: pause })
  const bytes = bytesOf(designOf(piece(0), piece(2, ''), piece(4), piece(6, '')))
  const line = [0, 0, 10, 0]
  const stop = [0xfe, 0xb0, 2, 0x90, 10, 0x90, 0]
  const cut = [0xa0, 10, 0xa0, 0]
  const otherStop = [0xfe, 0xb0, 1, 0x90, 10, 0x90, 0]
  const records = [...line, ...stop, ...line, ...cut, ...line, ...otherStop, ...line, 0xff]
  expect([...bytes.subarray(STITCHES, STITCHES + records.length)]).toEqual(records)
})

test('every move from one end of the format to the other comes back', () => {
  const moves = Array.from({ length: 2 * LONGEST + 1 }, (_, i) => i - LONGEST)
  const dx = Int16Array.from(moves)
  // Each move beside one of the other axis that it does not stand beside elsewhere.
  const dy = dx.map((_, i) => moves[(i * 7) % moves.length]!)
  const plan: StitchPlan = {
    count: moves.length,
    kinds: new Uint8Array(moves.length).fill(STITCH),
    dx,
    dy,
    threads: [undefined],
    changes: [],
    endX: 0,
    endY: 0,
    minX: -1e6,
    maxX: 1e6,
    minY: -1e7,
    maxY: 1e7,
  }
  const out = new ByteWriter()
  writePecBlock(out, plan, [20], undefined)
  const wanted = new StitchRuns(LONGEST)
  moves.forEach((_, i) => wanted.stitch(dx[i]!, dy[i]!))
  const [run] = valueOf(readPecBlock(out.finish(), 0)).runs
  expect(run!.coords).toEqual(wanted.finish(new WarningList())[0]!.coords)
})

/** An icon as text, a line a row. */
function pictureOf(bytes: Uint8Array, index: number, count: number): string[] {
  const icon = bytes.subarray(bytes.length - 228 * (count - index))
  return Array.from({ length: 38 }, (_, row) =>
    Array.from({ length: 48 }, (__, x) => ((icon[6 * row + (x >> 3)]! >> (x & 7)) & 1 ? '#' : '.')).join(''),
  )
}

test('the machine shows a picture of the whole and one of each thread, in a frame with round corners', () => {
  const across = runFrom({ x: 0, y: 0 }, [to(40, 0)], { thread: '#ff0000' })
  const up = runFrom({ x: 20, y: -15 }, [to(20, 15)], { thread: '#000000' })
  const bytes = bytesOf(designOf(across, up))
  const [whole, first, second] = [0, 1, 2].map(index => pictureOf(bytes, index, 3))
  expect(whole![0]).toBe('.'.repeat(48))
  expect(whole![1]).toBe(`....${'#'.repeat(40)}....`)
  expect(whole![19]!.slice(4, 44)).toContain('#'.repeat(38))
  const inked = (rows: readonly string[]) => rows.join('').replaceAll('.', '').length
  expect(first![10]!.slice(4, 44)).toBe('.'.repeat(40))
  expect(second![10]!.slice(4, 44)).toContain('#')
  expect(inked(whole!)).toBeGreaterThan(inked(first!))
})

test.each([
  [360, 240, []],
  [240, 360, []],
  [241, 250, ['larger-than-hoop']],
  [100, 361, ['larger-than-hoop']],
])('a design of %d by %d mm warns of the hoop: %s', (x, y, codes) => {
  expect(codesOf(writePes(designOf(runFrom({ x: 0, y: 0 }, [to(x, 0), to(x, y)]))))).toEqual(codes)
})

test('more stops than one byte counts are refused', () => {
  const runs = Array.from({ length: 256 }, (_, i) => runFrom({ x: i, y: 0 }, [to(i, 5)], { pauseBefore: '' }))
  expect(failureOf(writePes(designOf(...runs))).code).toBe('too-many-stops')
  expect(writePes(designOf(...runs.slice(1))).ok).toBe(true)
})
