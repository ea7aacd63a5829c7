import { describe, expect, test } from 'vitest'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { mirror, translate } from '#shared/geometry/transform.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { allowedIn, fidelityOf, threadChanges } from '#shared/testing/fidelity.ts'
import { FIXTURES, filesBelow, SAMPLES, samplesArePresent } from '#shared/testing/files.ts'
import { valueOf } from '#shared/testing/readings.ts'
import { formats, readDesign } from './registry.ts'
import type { Format } from './types.ts'

// The fidelity table: every pattern we can read, written in every format of the registry and read again. A new format is in it by
// itself; `npm run soak` measures all of it finely, here each sample goes to every third format.

const isSoak = process.env.BOBBIN_SOAK !== undefined
const THIRD = isSoak ? 1 : 3
const SAMPLES_MEASURED = isSoak ? 400_000 : 4000

const written = formats.filter(({ read, write }) => read !== undefined && write !== undefined)

type Named = readonly [name: string, design: Design]

const ours = [
  ...designsBelow(FIXTURES),
  ...starterPatterns.filter((_, i) => i % 5 === 0).map((pattern): Named => [pattern.slug, pattern.draw()]),
]
const samples = samplesArePresent ? designsBelow(SAMPLES) : []

function designsBelow(folder: string): Named[] {
  return filesBelow(folder).flatMap(({ name, bytes }): Named[] => {
    const { reading } = readDesign(bytes, name)
    return reading.ok ? [[name, reading.value]] : []
  })
}

/** Sides beyond which no quilt goes, and some formats neither: plans of houses and streets among the samples. Millimetres. */
const LARGER_THAN_QUILTS = 6000

/** More changes of thread than anybody sits through, and than embroidery formats count: plots in many pens among the samples. */
const MORE_THREADS_THAN_SEWN = 90

function mayBeRefused(design: Design, code: string): boolean {
  const { minX, maxX, minY, maxY } = boundsOf(design)!
  if (code === 'design-too-large') return Math.max(maxX - minX, maxY - minY) > LARGER_THAN_QUILTS
  return code === 'too-many-stops' && threadChanges(design) > MORE_THREADS_THAN_SEWN
}

function faultsOf(designs: readonly Named[], format: Format): string[] {
  return designs.flatMap(([name, design]) => {
    const fidelity = fidelityOf(design, format, SAMPLES_MEASURED)
    if (fidelity.refused === null) return fidelity.faults.map(fault => `${name}: ${fault}`)
    return mayBeRefused(design, fidelity.refused) ? [] : [`${name}: refused with ${fidelity.refused}`]
  })
}

describe.each(written.map((format, i) => [format.info.id, format, i] as const))(
  'written as %s and read again',
  (id, format, i) => {
    const allowed = allowedIn(format)

    test(`our own patterns keep what ${id} does not say is lost, to ${allowed} mm`, () => {
      expect(faultsOf(ours, format)).toEqual([])
    })

    test.skipIf(!samplesArePresent)(
      `so do the samples${isSoak ? '' : ', a third of them'} (skipped where ../shared/samples is absent)`,
      { timeout: 600_000 },
      () => {
        expect(
          faultsOf(
            samples.filter((_, sample) => (sample + i) % THIRD === 0),
            format,
          ),
        ).toEqual([])
      },
    )
  },
)

test.each(written.map(format => [format.info.id, format] as const))(
  'what %s is said to be unable to hold is what its writer says it leaves out',
  (_id, { write, limits }) => {
    const { runs } = ours[0]![1]
    const apart = { ...designOf(...runs), runs: [runs[0]!, ...translate(designOf(runs[0]!), 5, 40).runs] }
    const said = valueOf(write!(apart)).warnings.map(({ code }) => code)
    expect([said.includes('jumps-joined'), said.includes('size-lost')]).toEqual([
      limits?.oneLine === true,
      limits?.losesSize === true,
    ])
  },
)

describe('what the table sees', () => {
  const svg = written.find(({ info }) => info.id === 'svg')!
  const line = (x: number, y: number, to: readonly [number, number]) =>
    runFrom({ x, y }, [{ kind: 'line', to: { x: to[0], y: to[1] } }])
  const design = designOf(line(10, 10, [60, 10]), { ...line(70, 10, [90, 30]), pauseBefore: '' })

  /** SVG, but for what is done to a design on its way. It says nothing of it. */
  function silently(change: (design: Design) => Design): Format {
    return {
      ...svg,
      write: (given, options) => {
        const { bytes } = valueOf(svg.write!(change(given), options))
        return { ok: true, value: { bytes, warnings: [] }, warnings: [] }
      },
    }
  }

  const faults = (change: (design: Design) => Design) => fidelityOf(design, silently(change), 4000)

  test.each<[string, (design: Design) => Design, RegExp]>([
    ['a run left out', given => ({ ...given, runs: given.runs.slice(0, 1) }), /strays/],
    ['a mirrored pattern', given => mirror(given, 'x'), /strays/],
    ['a pattern moved on its sheet', given => translate(given, 0.2, 0), /strays 0.200 mm/],
    ['runs in another order', given => ({ ...given, runs: given.runs.toReversed() }), /start moves/],
    [
      'a jump stitched',
      given => ({ ...given, runs: [...given.runs, line(60, 10, [70, 10])] }),
      /2 pieces come back as 3/,
    ],
    [
      'a pause lost',
      given => ({ ...given, runs: given.runs.map(({ ops, coords }) => ({ ops, coords })) }),
      /1 pauses come back as 0/,
    ],
  ])('%s', (_what, change, fault) => {
    expect(faults(change)).toMatchObject({ faults: expect.arrayContaining([expect.stringMatching(fault)]) })
  })
})
