/**
 * The family of formats that give up the size: their numbers are arbitrary units, as a rule 1,080 for the longer side, around 0,0.
 * Only the proportions are true.
 */
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design, Run } from '#shared/geometry/design.ts'
import { applyTo, compose, scaling, transformDesign, translation } from '#shared/geometry/transform.ts'
import { toInches } from '#shared/geometry/units.ts'
import { type Reading, readingOf, refusal, type Warning } from '#shared/util/reading.ts'
import type { Holds } from './losses.ts'

/** What the longer side becomes in the files of the producer we know. */
export const LONGER_SIDE = 1080

/** Decimals of the numbers of the producer we know. */
export const UNIT_DECIMALS = 4

/** A thousand inches; further away is no quilt. */
export const FARTHEST_MM = 25_400

/** Points and nothing else. */
export const HOLDS_STITCHES_ONLY: Holds = {
  arcs: false,
  cubics: false,
  pauses: false,
  pauseText: false,
  notes: false,
  threads: false,
  layers: false,
}

/** Ten inches: the longer side of a design of which only the proportions are known, until its owner gives it a size. */
const SHOWN_MM = 254

/** Beyond this a number is a fault of the file; a design this far out of shape is none. */
export const MOST_UNITS = 10_000_000
/** Smaller than the last decimal of the family: nothing was drawn. */
const LEAST_UNITS = 0.0001

/** @param runs in the units of the file, Y up */
export function ofUnknownSize(runs: readonly Run[], name: string): Reading<Design> {
  const design: Design = { runs, metadata: { notes: [], size: 'unknown' } }
  const longer = longerSide(design)
  if (longer < LEAST_UNITS) return refusal({ code: 'no-stitching', message: `There is no stitching in this ${name}.` })
  return readingOf(transformDesign(design, scaling(SHOWN_MM / longer)))
}

export interface InUnits {
  /** Longer side 1,080, the middle of its extents at 0,0, Y up. */
  readonly design: Design
  readonly unitsPerMm: number
  readonly warnings: readonly Warning[]
  /** Lines for the text beside the file. */
  readonly beside: readonly string[]
}

/** Smaller is nothing that could be stitched, and scaled up to 1,080 it would be rounding. */
const LEAST_MM = 0.001

/** A design in millimetres as this family writes it. */
export function inUnits(design: Design): Reading<InUnits> {
  const bounds = boundsOf(design)
  const longer = longerSide(design)
  if (bounds === null || longer < LEAST_MM)
    return refusal({ code: 'nothing-to-write', message: 'There is no stitching in this pattern.' })
  const unitsPerMm = LONGER_SIDE / longer
  const scale = scaling(unitsPerMm)
  const middle = applyTo(scale, { x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2 })
  const moved = transformDesign(design, compose(translation(-middle.x, -middle.y), scale))
  const { size } = design.metadata
  // It never had one: what the owner does about that was told when the file was read.
  if (size === 'unknown') return readingOf({ design: moved, unitsPerMm, warnings: [], beside: [] })
  const [width, height] = [widthOf(bounds), heightOf(bounds)]
  const inches = `${inchWords(width)} wide and ${inchWords(height)} high`
  const words = `${inches} (${mmWords(width)} by ${mmWords(height)})`
  const isSure = size === 'stated'
  return readingOf({
    design: moved,
    unitsPerMm,
    warnings: [
      {
        code: 'size-lost',
        message: `This format holds no size. Set it at the machine: ${inches}. A text beside the file says so.`,
      },
    ],
    beside: [
      isSure ? `True size: ${words}.` : `Size as Bobbin takes it, the first file names no unit: ${words}.`,
      'The file beside this text holds no size. Set it at the machine.',
    ],
  })
}

function longerSide(design: Design): number {
  const bounds = boundsOf(design)
  return bounds === null ? 0 : Math.max(widthOf(bounds), heightOf(bounds))
}

function inchWords(millimetres: number): string {
  return `${Number(toInches(millimetres).toFixed(3))} inches`
}

function mmWords(millimetres: number): string {
  return `${Number(millimetres.toFixed(1))} mm`
}
