import type { Outline } from '../outline.ts'

/**
 * An outline made ready for comparing: its segments around the centre of the stitched line, in units of its radius of gyration (the
 * root mean square distance of the line from that centre), so that place and size are gone before anything is compared.
 */
export interface Line {
  readonly segments: number
  /** x0, y0, x1, y1 of every segment, in stitching order. */
  readonly xy: Float64Array
  /** Length over the radius of gyration. */
  readonly length: number
  /** The radius of gyration and the centre in units of the outline. */
  readonly gyration: number
  readonly centreX: number
  readonly centreY: number
  /** Shorter over longer radius of gyration: 1 for what is as wide as high, near 0 for a border. */
  readonly roundness: number
  /** x, y of `SAMPLES` places at even steps along the line. */
  readonly samples: Float64Array
  /** Index of the first sample of each run that has one; one more at the end. */
  readonly runStarts: Int32Array
  /** For each of those runs: it ends where it begins. */
  readonly closed: Uint8Array
  /** Distances from the centre below which a tenth, three tenths … nine tenths of the line lie. */
  readonly reach: Float64Array
  readonly box: Float64Array
}

export const SAMPLES = 400
const TENTHS = [0.1, 0.3, 0.5, 0.7, 0.9]

/** Null when nothing is drawn. */
export function lineOf({ runs }: Outline): Line | null {
  let count = 0
  for (const run of runs) count += Math.max(0, run.length / 2 - 1)
  const xy = new Float64Array(4 * count)
  let length = 0
  let sumX = 0
  let sumY = 0
  let at = 0
  for (const run of runs) {
    for (let point = 2; point < run.length; point += 2) {
      const x0 = run[point - 2]!
      const y0 = run[point - 1]!
      const x1 = run[point]!
      const y1 = run[point + 1]!
      const long = Math.hypot(x1 - x0, y1 - y0)
      xy[at++] = x0
      xy[at++] = y0
      xy[at++] = x1
      xy[at++] = y1
      length += long
      sumX += (long * (x0 + x1)) / 2
      sumY += (long * (y0 + y1)) / 2
    }
  }
  if (!(length > 0)) return null
  const centreX = sumX / length
  const centreY = sumY / length
  const { gyration, roundness } = moments(xy, centreX, centreY, length)
  if (!(gyration > 0)) return null
  const box = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity)
  for (let i = 0; i < xy.length; i += 2) {
    const x = (xy[i]! - centreX) / gyration
    const y = (xy[i + 1]! - centreY) / gyration
    xy[i] = x
    xy[i + 1] = y
    if (x < box[0]!) box[0] = x
    if (y < box[1]!) box[1] = y
    if (x > box[2]!) box[2] = x
    if (y > box[3]!) box[3] = y
  }
  const sampled = sampleLine(runs, xy, length / gyration)
  const { samples } = sampled
  return {
    segments: count,
    xy,
    length: length / gyration,
    gyration,
    centreX,
    centreY,
    roundness,
    ...sampled,
    reach: reachOf(samples),
    box,
  }
}

/** Second moments of the line, each segment by its own formula: the mean of x^2 over it is (x0^2 + x0 x1 + x1^2) / 3. */
function moments(xy: Float64Array, centreX: number, centreY: number, length: number) {
  let xx = 0
  let yy = 0
  let xyMoment = 0
  for (let i = 0; i < xy.length; i += 4) {
    const x0 = xy[i]! - centreX
    const y0 = xy[i + 1]! - centreY
    const x1 = xy[i + 2]! - centreX
    const y1 = xy[i + 3]! - centreY
    const weight = Math.hypot(x1 - x0, y1 - y0) / length
    xx += (weight * (x0 * x0 + x0 * x1 + x1 * x1)) / 3
    yy += (weight * (y0 * y0 + y0 * y1 + y1 * y1)) / 3
    xyMoment += (weight * (2 * (x0 * y0 + x1 * y1) + x0 * y1 + x1 * y0)) / 6
  }
  const half = Math.hypot((xx - yy) / 2, xyMoment)
  const mean = (xx + yy) / 2
  return { gyration: Math.sqrt(xx + yy), roundness: Math.sqrt(Math.max(0, mean - half) / (mean + half)) }
}

function sampleLine(runs: readonly Int16Array[], xy: Float64Array, length: number) {
  const samples = new Float64Array(2 * SAMPLES)
  const starts: number[] = []
  const closed: number[] = []
  const step = length / SAMPLES
  let taken = 0
  let walked = 0
  let segment = 0
  for (const run of runs) {
    const before = taken
    const last = segment + Math.max(0, run.length / 2 - 1)
    for (; segment < last; segment++) {
      const at = 4 * segment
      const dx = xy[at + 2]! - xy[at]!
      const dy = xy[at + 3]! - xy[at + 1]!
      const long = Math.hypot(dx, dy)
      while (taken < SAMPLES && (taken + 0.5) * step <= walked + long) {
        const t = long === 0 ? 0 : ((taken + 0.5) * step - walked) / long
        samples[2 * taken] = xy[at]! + t * dx
        samples[2 * taken + 1] = xy[at + 1]! + t * dy
        taken++
      }
      walked += long
    }
    if (taken === before) continue
    starts.push(before)
    closed.push(Math.hypot(run[0]! - run.at(-2)!, run[1]! - run.at(-1)!) <= CLOSED_WITHIN ? 1 : 0)
  }
  // The last step may be lost to rounding.
  for (; taken < SAMPLES; taken++) {
    samples[2 * taken] = xy[xy.length - 2]!
    samples[2 * taken + 1] = xy[xy.length - 1]!
  }
  return { samples, runStarts: Int32Array.from([...starts, SAMPLES]), closed: Uint8Array.from(closed) }
}

/** Units of the outline: a hundredth of its half side. */
const CLOSED_WITHIN = 320

function reachOf(samples: Float64Array): Float64Array {
  const distances = new Float64Array(SAMPLES)
  for (let i = 0; i < SAMPLES; i++) distances[i] = Math.hypot(samples[2 * i]!, samples[2 * i + 1]!)
  distances.sort()
  return Float64Array.from(TENTHS, share => distances[Math.floor(share * SAMPLES)]!)
}
