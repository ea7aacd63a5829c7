import { describe, expect, test } from 'vitest'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { SAMPLES, type TestFile, filesBelow, samplesArePresent } from '#shared/testing/files.ts'
import { valueOf } from '#shared/testing/readings.ts'
import { readDesign } from '../registry.ts'

/** What extents may differ by: the grid of the formats. Millimetres. */
const GRID = 0.1
/** The peer flattened its curves to 0.1 mm before it rounded them. */
const PEER = 0.25

const files = samplesArePresent ? filesBelow(SAMPLES).filter(({ name }) => /^(?:dst|exp|jef|pes|pec)\//.test(name)) : []
const ofPeer = files.filter(({ name }) => name.includes('/peer-pystitch/'))

function designIn({ name, bytes }: TestFile): Design {
  return valueOf(readDesign(bytes, name).reading)
}

/** The design the peer was given. */
function givenTo(name: string): Design {
  const stem = /([^/]+)\.\w+$/.exec(name)![1]!
  const drawing = filesBelow(`${SAMPLES}/svg/bobbin-synthetic`).find(each => each.name === `${stem}.svg`)!
  return designIn(drawing)
}

function sidesOf(design: Design): [number, number] {
  const { minX, maxX, minY, maxY } = boundsOf(design)!
  return [maxX - minX, maxY - minY]
}

/** Extents a DST head states, in millimetres: the larger of both signs, as programs differ in which way Y is up. */
function statedReach({ bytes }: TestFile): [number, number] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512))
  const field = (name: string) =>
    Number(
      head
        .split('\r')
        .find(each => each.startsWith(name))!
        .slice(name.length),
    ) / 10
  return [Math.max(field('+X:'), field('-X:')), Math.max(field('+Y:'), field('-Y:'))]
}

function closeTo(wanted: readonly number[], got: readonly number[], allowed: number): number[] {
  return wanted.map((value, i) => (Math.abs(value - got[i]!) <= allowed + 1e-9 ? got[i]! : value))
}

describe.skipIf(!samplesArePresent)('embroidery of other programs (skipped where ../shared/samples is absent)', () => {
  test('every sample of the five kinds is read', () => {
    expect(files.length).toBeGreaterThanOrEqual(28)
    for (const file of files)
      expect([file.name, readDesign(file.bytes, file.name).reading.ok]).toEqual([file.name, true])
  })

  test.each(files.filter(({ name }) => name.startsWith('dst/')).map(file => [file.name, file] as const))(
    '%s reaches as far as its head says',
    (_, file) => {
      const { minX, maxX, minY, maxY } = boundsOf(designIn(file))!
      const reach = [Math.max(maxX, -minX), Math.max(maxY, -minY)]
      expect(closeTo(statedReach(file), reach, GRID)).toEqual(reach)
    },
  )

  test.each(ofPeer.map(file => [file.name, file] as const))(
    '%s is as large as the design it was made of',
    (_, file) => {
      const sides = sidesOf(designIn(file))
      expect(closeTo(sidesOf(givenTo(file.name)), sides, GRID)).toEqual(sides)
    },
  )

  test.each(ofPeer.map(file => [file.name, file] as const))('%s stitches that design, in as many runs', (_, file) => {
    const [given, read] = [givenTo(file.name), designIn(file)]
    expect(read.runs).toHaveLength(given.runs.length)
    const { distanceMm } = hausdorff(moveStartTo(given, 0, 0), moveStartTo(read, 0, 0))
    expect(distanceMm).toBeLessThan(PEER)
  })

  test('a JEF head states twice the half sides, a PES head the sides', () => {
    for (const file of ofPeer) {
      const [width, height] = sidesOf(designIn(file))
      const view = new DataView(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
      if (file.name.endsWith('.jef')) {
        const stated = [(2 * view.getInt32(36, true)) / 10, (2 * view.getInt32(40, true)) / 10]
        // Rounded to half sides, and written with the jump to the first stitch in them.
        expect(stated[0]).toBeGreaterThanOrEqual(width - GRID)
        expect(stated[1]).toBeGreaterThanOrEqual(height - GRID)
      }
      if (file.name.endsWith('.pes')) {
        const block = view.getUint32(8, true) + 512
        const stated = [view.getUint16(block + 8, true) / 10, view.getUint16(block + 10, true) / 10]
        expect(closeTo(stated, [width, height], GRID)).toEqual([width, height])
      }
    }
  })
})
