import { ChordTree } from './chord-tree.ts'
import type { Design } from './design.ts'
import { lengthOf } from './measure.ts'
import { type Samples, sampleDesign } from './sampling.ts'

export interface Deviation {
  /** Greatest distance, in millimetres, from a place of one design to the nearest place of the other, both ways measured. */
  readonly distanceMm: number
  /** The true distance differs from `distanceMm` by at most this much. */
  readonly errorMm: number
}

export interface HausdorffOptions {
  /** Distance along the curves between the places measured. Default 0.05 mm, coarser where that would be too many. */
  readonly stepMm?: number
}

const DEFAULT_STEP_MM = 0.05
/** Places measured per design unless a step is given; a finer step is widened to keep to it. */
const DEFAULT_SAMPLES = 400_000

/**
 * Two-sided Hausdorff distance of what is stitched. Travel with the needle up is not part of either design, so where one run is
 * told as two that meet, nothing differs. Both designs are sampled densely from the formulas of their own curves: a converter that
 * moved only the middle of an arc is found out. Two empty designs are 0 apart, an empty and any other infinitely far.
 */
export function hausdorff(a: Design, b: Design, options: HausdorffOptions = {}): Deviation {
  const step =
    options.stepMm ??
    Math.max(DEFAULT_STEP_MM, stitchedLength(a) / DEFAULT_SAMPLES, stitchedLength(b) / DEFAULT_SAMPLES)
  const samplesA = sampleDesign(a, step)
  const samplesB = sampleDesign(b, step)
  if (samplesA.xy.length === 0 && samplesB.xy.length === 0) return { distanceMm: 0, errorMm: 0 }
  const there = farthest(samplesA, new ChordTree(samplesB), 0)
  const both = farthest(samplesB, new ChordTree(samplesA), there)
  // Between two samples a place is at most half a step from one of them; the chords stand for the other design.
  const errorMm =
    Math.max(samplesA.stepMm, samplesB.stepMm) / 2 + Math.max(samplesA.chordErrorMm, samplesB.chordErrorMm)
  return { distanceMm: both, errorMm }
}

/** Every 61st place is asked first: a good early guess lets nearly all others end their search at once. */
const STRIDE = 61

function farthest(samples: Samples, tree: ChordTree, atLeast: number): number {
  const { xy } = samples
  const count = xy.length >> 1
  let worst = atLeast
  for (let i = 0; i < count; i += STRIDE) worst = Math.max(worst, tree.distance(xy[2 * i]!, xy[2 * i + 1]!, worst))
  for (let i = 0; i < count; i++) worst = Math.max(worst, tree.distance(xy[2 * i]!, xy[2 * i + 1]!, worst))
  return worst
}

function stitchedLength(design: Design): number {
  return design.runs.reduce((sum, run) => sum + lengthOf(run), 0)
}
