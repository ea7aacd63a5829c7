import { alongPoses } from './align/along.ts'
import { cover, coverWithoutEnds, MOST_ENDS, TOGETHER } from './align/cover.ts'
import { determinant, type Freedom, inverse, type Pose, refine, turnedPose } from './align/fit.ts'
import { Grid } from './align/grid.ts'
import { type Line, lineOf, SAMPLES } from './align/line.ts'
import { mayBeSame, measuresOf } from './align/measures.ts'
import { type Orientation, orientations } from './align/orientations.ts'
import type { Outline } from './outline.ts'

/** Version of the comparison: a better one compares the whole library again. */
export const ALIGN_VERSION = 1

/**
 * Whether two outlines are one design, by laying one upon the other: `same` (98 % of each line lies on the other; `mirrored` and
 * `turned` are the same as well and say how it lies), `stretched` (the same when each side may have a scale of its own), `near` (90 %
 * or more: for her eyes, never joined by itself).
 */
export interface Verdict {
  readonly kind: 'same' | 'mirrored' | 'turned' | 'stretched' | 'near' | 'different'
  /** Share of the line that lies on the other, the lesser of both ways, 0 to 1. */
  readonly coverage: number
  /** The same but for its ends: a tail that was cut, a tie-off that was added. `coverage` counts them. */
  readonly ends: boolean
  /** From the first to the second: mirrored left to right, then turned counter-clockwise, -180 to 180. */
  readonly mirrored: boolean
  readonly turnDeg: number
  /** Millimetres of the second to one of the first, as their files state them; across and up where it is stretched. */
  readonly scale: number
  readonly stretch: readonly [x: number, y: number]
  /** Lays the first upon the second: a, b, c, d, e, f of x' = a x + c y + e, y' = b x + d y + f, in units of the outlines. */
  readonly matrix: readonly [number, number, number, number, number, number]
}

export const SAME_COVERAGE = 0.98
export const NEAR_COVERAGE = 0.9
/** What is left without its ends has to lie on the other line as well as all of it would. */
const SAME_WITHOUT_ENDS = 0.985
/**
 * A copy lies on its design all along; sisters of one family that pass within the tolerance lie beside each other (root mean square, radii
 * of gyration). Where ends are left out there is less to go by, and more is asked.
 */
const SAME_APART = 0.0035
const SAME_APART_WITHOUT_ENDS = 0.002
/** Turns below this are how a file was drawn, not how she turned it. */
const TURNED_FROM_DEG = 0.5
/** Sides of less difference than this are not stretched. */
const STRETCHED_FROM = 0.004

/** A line with what is looked up in it, made when it is first needed: a library is compared pair by pair. */
export interface Prepared {
  readonly line: Line
  readonly measures: Float32Array
  readonly unitMm: number
  readonly grid: () => Grid
}

/** Null where there is nothing to compare. */
export function prepare(outline: Outline): Prepared | null {
  const line = lineOf(outline)
  if (line === null) return null
  let grid: Grid | null = null
  return { line, measures: measuresOf(line), unitMm: outline.unitMm, grid: () => (grid ??= new Grid(line)) }
}

/** `sameDesign` of two outlines; whichever comes first, the verdict is the same and the pose its inverse. */
export function sameDesign(a: Outline, b: Outline): Verdict {
  const [one, other] = [prepare(a), prepare(b)]
  return one === null || other === null ? DIFFERENT : compare(one, other)
}

export const DIFFERENT: Verdict = {
  kind: 'different',
  coverage: 0,
  ends: false,
  mirrored: false,
  turnDeg: 0,
  scale: 1,
  stretch: [1, 1],
  matrix: [1, 0, 0, 1, 0, 0],
}

export function compare(a: Prepared, b: Prepared): Verdict {
  if (!mayBeSame(a.measures, b.measures)) return DIFFERENT
  // Always the same of the two is laid upon the other: the verdict does not hang on which was asked about.
  const swapped = isAfter(a.line, b.line)
  const fit = swapped ? bestFit(b, a) : bestFit(a, b)
  if (fit === null || (fit.coverage < NEAR_COVERAGE && !fit.ends)) return DIFFERENT
  return tell(fit, swapped ? inverse(fit.pose) : fit.pose, a, b)
}

function isAfter(a: Line, b: Line): boolean {
  if (a.length !== b.length) return a.length > b.length
  for (let i = 0; i < a.samples.length; i++) if (a.samples[i] !== b.samples[i]) return a.samples[i]! > b.samples[i]!
  return false
}

interface Fit {
  readonly pose: Pose
  readonly freedom: Freedom
  readonly coverage: number
  readonly ends: boolean
  readonly isSame: boolean
}

/** Ways that look best at a glance are tried out. */
const TRIED = 3
const GLANCE_STRIDE = 8
/** Most poses are given up after this many samples. */
const FIRST_LOOK = 14
/** Less than this at a glance: no little moving would make them one. What is no copy seldom comes above a half. */
const PROMISING = 0.5
/** Bounds upon bounds a stretched copy lies nearly right from the beginning. */
const PROMISING_STRETCHED = 0.75

const AS_IT_IS: Orientation = { turn: 0, mirrored: false }

function bestFit(a: Prepared, b: Prepared): Fit | null {
  let best: Fit | null = null
  const steps = [
    // As it is; then along the line, which finds every turn of a line stitched in the same order; then every turn worth a guess.
    () => startingPoses(AS_IT_IS, a.line, b.line),
    () => alongPoses(a.line, b.line, 2),
    () => orientations(a.line, b.line).flatMap(way => startingPoses(way, a.line, b.line)),
  ]
  for (const poses of steps) {
    for (const pose of promising(poses(), a.line, b.grid(), PROMISING).slice(0, TRIED)) {
      const found = judge(a, b, refine(a.line.samples, b.grid(), pose, 'similar'), 'similar')
      if (found?.isSame) return found
      best = better(best, found)
    }
  }
  for (const pose of promising(stretchedPoses(a.line, b.line), a.line, b.grid(), PROMISING_STRETCHED).slice(0, 1)) {
    const found = judge(a, b, refine(a.line.samples, b.grid(), pose, 'stretched'), 'stretched')
    if (found?.isSame && !found.ends) return found
  }
  return best
}

/** Those that look right at a glance, the best first; of equals the simplest. */
function promising(poses: readonly Pose[], { samples }: Line, grid: Grid, from: number): Pose[] {
  return poses
    .map((pose, order) => ({ pose, score: glance(samples, grid, pose, from) - order * 1e-4 }))
    .filter(({ score }) => score >= from)
    .toSorted((one, other) => other.score - one.score)
    .map(({ pose }) => pose)
}

const better = (a: Fit | null, b: Fit | null): Fit | null => (b !== null && b.coverage > (a?.coverage ?? 0) ? b : a)

/** Centre upon centre; and bounds upon bounds, which a tail that was cut inside of them does not move. */
function startingPoses({ turn, mirrored }: Orientation, a: Line, b: Line): Pose[] {
  const centred = turnedPose(turn, mirrored, 1, 0, 0)
  const box = turnedBox(a, centred)
  const width = box.maxX - box.minX
  const height = box.maxY - box.minY
  const scaleX = (b.box[2]! - b.box[0]!) / width
  const scaleY = (b.box[3]! - b.box[1]!) / height
  // A box that a cut tail did change agrees on one side only; the side nearer to no change is believed.
  const scale = Math.abs(Math.log(scaleX)) < Math.abs(Math.log(scaleY)) ? scaleX : scaleY
  if (!(Math.abs(Math.log(scale)) < 0.15)) return [centred]
  const x0 = (b.box[0]! + b.box[2]!) / 2 - (scale * (box.minX + box.maxX)) / 2
  const y0 = (b.box[1]! + b.box[3]!) / 2 - (scale * (box.minY + box.maxY)) / 2
  return [centred, turnedPose(turn, mirrored, scale, x0, y0)]
}

function turnedBox({ samples }: Line, { xx, xy, yx, yy }: Pose) {
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (let i = 0; i < samples.length; i += 2) {
    const x = xx * samples[i]! + xy * samples[i + 1]!
    const y = yx * samples[i]! + yy * samples[i + 1]!
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  return { minX, minY, maxX, maxY }
}

/** Sides that differ by more than this are another design, whatever else agrees. */
const MOST_STRETCH = 0.14

function stretchedPoses(a: Line, b: Line): Pose[] {
  const poses: Pose[] = []
  for (const quarter of [0, 2, 1, 3]) {
    for (const mirrored of [false, true]) {
      const exact = quarterPose(quarter, mirrored)
      const across = quarter % 2 === 1
      const width = across ? a.box[3]! - a.box[1]! : a.box[2]! - a.box[0]!
      const height = across ? a.box[2]! - a.box[0]! : a.box[3]! - a.box[1]!
      const sx = (b.box[2]! - b.box[0]!) / width
      const sy = (b.box[3]! - b.box[1]!) / height
      const stretch = Math.abs(Math.log(sx / sy))
      if (stretch < STRETCHED_FROM || stretch > MOST_STRETCH) continue
      const pose = { xx: sx * exact.xx, xy: sx * exact.xy, yx: sy * exact.yx, yy: sy * exact.yy }
      const midX = (a.box[0]! + a.box[2]!) / 2
      const midY = (a.box[1]! + a.box[3]!) / 2
      const x0 = (b.box[0]! + b.box[2]!) / 2 - pose.xx * midX - pose.xy * midY
      const y0 = (b.box[1]! + b.box[3]!) / 2 - pose.yx * midX - pose.yy * midY
      poses.push({ ...pose, x0, y0 })
    }
  }
  return poses
}

/** With true zeros: what is stretched keeps its sides. */
function quarterPose(quarter: number, mirrored: boolean): Pose {
  const cos = [1, 0, -1, 0][quarter]!
  const sin = [0, 1, 0, -1][quarter]!
  const flip = mirrored ? -1 : 1
  return { xx: flip * cos + 0, xy: 0 - sin, yx: flip * sin + 0, yy: cos, x0: 0, y0: 0 }
}

/**
 * How near a few samples come, 0 to 1: soft enough to see what a little moving would mend. 0 when the first of them, spread over the
 * line by a stride that shares no factor with their number, stay far below `from`.
 */
function glance(samples: Float64Array, grid: Grid, pose: Pose, from: number): number {
  let score = 0
  for (let look = 0; look < LOOKS; look++) {
    if (look === FIRST_LOOK && score < FIRST_LOOK * (from - 0.15)) return 0
    const i = ((look * 19) % LOOKS) * GLANCE_STRIDE
    const x = samples[2 * i]!
    const y = samples[2 * i + 1]!
    const squared = grid.nearest(pose.xx * x + pose.xy * y + pose.x0, pose.yx * x + pose.yy * y + pose.y0, 1)
    score += 1 / (1 + squared / (0.03 * 0.03))
  }
  return score / LOOKS
}

const LOOKS = SAMPLES / GLANCE_STRIDE

const ours = new Uint8Array(SAMPLES)
const theirs = new Uint8Array(SAMPLES)

function judge(a: Prepared, b: Prepared, pose: Pose | null, freedom: Freedom): Fit | null {
  if (pose === null) return null
  const back = inverse(pose)
  const scale = Math.sqrt(Math.abs(determinant(pose)))
  const onto = cover(a.line.samples, pose, b.grid(), TOGETHER, ours)
  if (onto.share < NEAR_COVERAGE - MOST_ENDS) return null
  const from = cover(b.line.samples, back, a.grid(), TOGETHER / scale, theirs)
  const coverage = Math.min(onto.share, from.share)
  const apart = Math.max(onto.apart, from.apart * scale)
  if (coverage >= SAME_COVERAGE) return { pose, freedom, coverage, ends: false, isSame: apart <= SAME_APART }
  const without = Math.min(coverWithoutEnds(a.line, ours) ?? 0, coverWithoutEnds(b.line, theirs) ?? 0)
  const isSame = without >= SAME_WITHOUT_ENDS && apart <= SAME_APART_WITHOUT_ENDS
  return { pose, freedom, coverage, ends: isSame, isSame }
}

function tell({ freedom, coverage, ends, isSame }: Fit, pose: Pose, a: Prepared, b: Prepared): Verdict {
  const mirrored = determinant(pose) < 0
  const turn = Math.atan2(mirrored ? -pose.yx : pose.yx, mirrored ? -pose.xx : pose.xx)
  const turnDeg = Math.abs(turn) * 180 < TURNED_FROM_DEG * Math.PI ? 0 : (turn * 180) / Math.PI
  const grown = b.line.gyration / a.line.gyration
  const inMm = (grown * b.unitMm) / a.unitMm
  const xx = pose.xx * grown
  const xy = pose.xy * grown
  const yx = pose.yx * grown
  const yy = pose.yy * grown
  const e = pose.x0 * b.line.gyration + b.line.centreX - xx * a.line.centreX - xy * a.line.centreY
  const f = pose.y0 * b.line.gyration + b.line.centreY - yx * a.line.centreX - yy * a.line.centreY
  return {
    kind: kindOf(isSame, freedom, mirrored, turnDeg),
    coverage,
    ends,
    mirrored,
    turnDeg,
    scale: inMm * Math.sqrt(Math.abs(determinant(pose))),
    stretch: [inMm * Math.hypot(pose.xx, pose.xy), inMm * Math.hypot(pose.yx, pose.yy)],
    matrix: [xx, yx, xy, yy, e, f],
  }
}

function kindOf(isSame: boolean, freedom: Freedom, mirrored: boolean, turnDeg: number): Verdict['kind'] {
  if (!isSame) return 'near'
  if (freedom === 'stretched') return 'stretched'
  if (mirrored) return 'mirrored'
  return turnDeg === 0 ? 'same' : 'turned'
}
