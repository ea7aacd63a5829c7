import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { aDesign } from '#shared/testing/arbitraries.ts'
import { FIXTURES, SAMPLES, filesBelow, samplesArePresent } from '#shared/testing/files.ts'
import { formats, readDesign } from './registry.ts'
import type { Format } from './types.ts'

/** What a converted pattern may stray, millimetres: a twenty-fifth of a stitch. */
const ALLOWED = 0.05
/** What a good converter shows between its own QLI and BQM: 0.02 inch. */
const TWIN = 0.508

function through(format: Format, design: Design): Design {
  const { info, read, write } = format
  const written = write?.(design)
  if (!written?.ok) throw new Error(`${info.id} does not write: ${written?.failure.message}`)
  const again = read?.(written.value.bytes)
  if (!again?.ok) throw new Error(`${info.id} does not read its own: ${again?.failure.message}`)
  return again.value
}

/** Both with the first stitch at 0,0: formats differ in whether they keep where a design lies. */
function strays(a: Design, b: Design, stepMm?: number): number {
  const moved = [moveStartTo(a, 0, 0), moveStartTo(b, 0, 0)] as const
  return hausdorff(...moved, stepMm === undefined ? {} : { stepMm }).distanceMm
}

function designIn(name: string, bytes: Uint8Array): Design | null {
  const { reading } = readDesign(bytes, name)
  return reading.ok ? reading.value : null
}

/** A step is rounded away on each side; its diagonal is half of it, and each way there and back rounds once more. */
function allowedBetween(...through: readonly Format[]): number {
  return through.reduce((sum, { limits }) => sum + (limits?.stepMm ?? 0), ALLOWED)
}

function realDesigns(): { readonly name: string; readonly design: Design }[] {
  return filesBelow(FIXTURES).flatMap(({ name, bytes }) => {
    const design = designIn(name, bytes)
    return design === null ? [] : [{ name, design }]
  })
}

/** Of any pair; a soak takes more. */
const RUNS = process.env.BOBBIN_SOAK === undefined ? 3 : 100

/** A format that gives up the size is held to the shape alone, in its own tests. */
const bothWays = formats.filter(({ read, write, limits }) => read && write && !limits?.losesSize)
const pairs = bothWays.flatMap(from => bothWays.map(to => [from.info.id, to.info.id, from, to] as const))

describe.each(pairs)('%s to %s and back', (_from, _to, from, to) => {
  const allowed = allowedBetween(from, to)

  test(`any design keeps to ${allowed} mm there and back`, () => {
    fc.assert(
      fc.property(aDesign({ maxSegments: 4, maxRuns: inOnePiece(from, to) ? 1 : 3 }), drawn => {
        const first = through(from, drawn)
        const there = through(to, first)
        expect(strays(first, there, 0.1)).toBeLessThan(allowed)
        expect(strays(first, through(from, there), 0.1)).toBeLessThan(allowed)
      }),
      { numRuns: RUNS },
    )
  })
})

/** Real patterns are long: each format is paired with the one behind it, so that every one is read and written twice. */
const neighbours = bothWays.map((from, index) => {
  const to = bothWays[(index + 1) % bothWays.length]!
  return [from.info.id, to.info.id, from, to] as const
})

test.each(neighbours)('real patterns stay what they are from %s to %s and back', (_from, _to, from, to) => {
  const allowed = allowedBetween(from, to)
  const isAllowed = (distance: number) => distance < allowed
  for (const { name, design } of realDesigns()) {
    if (inOnePiece(from, to) && design.runs.length > 1) continue
    const first = through(from, design)
    const there = through(to, first)
    expect([name, strays(first, there)]).toEqual([name, expect.toSatisfy(isAllowed)])
    expect([name, strays(first, through(from, there))]).toEqual([name, expect.toSatisfy(isAllowed)])
  }
})

function inOnePiece(...through: readonly Format[]): boolean {
  return through.some(({ limits }) => limits?.oneLine === true)
}

/** Files of one design: same name but for its extension, or, for one pair, a typing error of the designer. */
const stem = (name: string) =>
  name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/\.(qli|bqm)$/, '')
    .replace('lonship', 'longship')

function twins(folder: string): [string, Design, Design][] {
  const found = new Map<string, Partial<Record<string, Design>>>()
  for (const { name, bytes } of filesBelow(folder)) {
    const { detection, reading } = readDesign(bytes, name)
    if (!reading.ok || (detection.format !== 'qli' && detection.format !== 'bqm')) continue
    found.set(stem(name), { ...found.get(stem(name)), [detection.format]: reading.value })
  }
  return [...found].flatMap(([name, { qli, bqm }]) =>
    qli && bqm ? [[name, qli, bqm] as [string, Design, Design]] : [],
  )
}

test('a design published as QLI and as BQM is the same within 0.02 inch', () => {
  const known = twins(FIXTURES)
  expect(known.length).toBeGreaterThanOrEqual(2)
  for (const [name, qli, bqm] of known) expect([name, strays(qli, bqm)]).toEqual([name, expect.toSatisfy(isTwin)])
})

test.skipIf(!samplesArePresent)('so are all pairs of the samples (skipped where ../shared/samples is absent)', () => {
  const known = twins(SAMPLES)
  expect(known.map(([name]) => name)).toHaveLength(4)
  for (const [name, qli, bqm] of known) expect([name, strays(qli, bqm)]).toEqual([name, expect.toSatisfy(isTwin)])
})

const isTwin = (distance: number) => distance < TWIN
