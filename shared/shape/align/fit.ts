import type { Grid } from './grid.ts'
import { SAMPLES } from './line.ts'

/** Where one line is laid on another: x' = xx x + xy y + x0, y' = yx x + yy y + y0, in the frames of the two lines. */
export interface Pose {
  readonly xx: number
  readonly xy: number
  readonly yx: number
  readonly yy: number
  readonly x0: number
  readonly y0: number
}

/** A turn counter-clockwise after a mirroring left to right; `scale` 1: as large as the other by the radius of gyration. */
export function turnedPose(turn: number, mirrored: boolean, scale: number, x0: number, y0: number): Pose {
  const cos = scale * Math.cos(turn)
  const sin = scale * Math.sin(turn)
  const flip = mirrored ? -1 : 1
  return { xx: flip * cos, xy: -sin, yx: flip * sin, yy: cos, x0, y0 }
}

export const determinant = ({ xx, xy, yx, yy }: Pose): number => xx * yy - xy * yx

export function inverse(pose: Pose): Pose {
  const by = determinant(pose)
  const xx = pose.yy / by
  const xy = -pose.xy / by
  const yx = -pose.yx / by
  const yy = pose.xx / by
  return { xx, xy, yx, yy, x0: -(xx * pose.x0 + xy * pose.y0), y0: -(yx * pose.x0 + yy * pose.y0) }
}

/** What may change: turn and one scale, or a scale for each side and no turn. */
export type Freedom = 'similar' | 'stretched'

/**
 * The rounds of a fit: places further off than `heard` (radii of gyration) have no say, so that a cut tail pulls nothing towards it; it
 * goes on only while `fewest` of the line has a say; every `stride`th sample is asked.
 */
const ROUNDS = [
  { heard: 0.16, fewest: 0.6, stride: 10 },
  { heard: 0.1, fewest: 0.6, stride: 10 },
  { heard: 0.06, fewest: 0.65, stride: 8 },
  { heard: 0.035, fewest: 0.7, stride: 5 },
  { heard: 0.02, fewest: 0.7, stride: 5 },
  { heard: 0.012, fewest: 0.7, stride: 4 },
  { heard: 0.01, fewest: 0.7, stride: 2 },
] as const
/** Sliding along the line is held back a little, or a fit of parallel lines could run away. */
const ALONG = 0.15
const LARGEST_SCALE = 1.35

const system = new Float64Array(20)

/**
 * Lays samples of one line upon another by least squares of their distances across it, again and again with the nearest places found anew
 * (trimmed iterative closest points, point to line). Null when it comes loose.
 */
export function refine(samples: Float64Array, grid: Grid, from: Pose, freedom: Freedom): Pose | null {
  let pose: Pose | null = from
  for (const round of ROUNDS) {
    pose = step(samples, grid, pose, freedom, round)
    if (pose === null) return null
  }
  return pose
}

function step(
  samples: Float64Array,
  grid: Grid,
  pose: Pose,
  freedom: Freedom,
  { heard, fewest, stride }: (typeof ROUNDS)[number],
): Pose | null {
  const flip = determinant(pose) < 0 ? -1 : 1
  const wide = Math.hypot(pose.xx, pose.yx)
  const high = Math.hypot(pose.xy, pose.yy)
  const rings = Math.ceil(heard / 0.06) + 1
  system.fill(0)
  let used = 0
  let asked = 0
  for (let i = 0; i < SAMPLES; i += stride) {
    const x = samples[2 * i]!
    const y = samples[2 * i + 1]!
    const px = pose.xx * x + pose.xy * y + pose.x0
    const py = pose.yx * x + pose.yy * y + pose.y0
    asked++
    if (grid.nearest(px, py, rings) > heard * heard) continue
    used++
    const { x: qx, y: qy, dx, dy } = grid
    // Stretched: the sample as it lies already turned; similar: only mirrored.
    const u = freedom === 'similar' ? flip * x : (pose.xx * x + pose.xy * y) / (pose.xx === 0 ? high : wide)
    const v = freedom === 'similar' ? y : (pose.yx * x + pose.yy * y) / (pose.yy === 0 ? wide : high)
    add(-dy, dx, 1, u, v, qx, qy, freedom)
    add(dx, dy, ALONG, u, v, qx, qy, freedom)
  }
  if (used < fewest * asked || !solve()) return null
  const p = system[4]!
  const q = system[9]!
  const x0 = system[14]!
  const y0 = system[19]!
  if (freedom === 'similar') {
    const scale = Math.hypot(p, q)
    if (!(scale < LARGEST_SCALE && scale > 1 / LARGEST_SCALE)) return null
    return { xx: flip * p, xy: -q, yx: flip * q, yy: p, x0, y0 }
  }
  if (!(p < LARGEST_SCALE && p > 1 / LARGEST_SCALE && q < LARGEST_SCALE && q > 1 / LARGEST_SCALE)) return null
  const across = pose.xx === 0
  return across
    ? { xx: 0, xy: p * Math.sign(pose.xy), yx: q * Math.sign(pose.yx), yy: 0, x0, y0 }
    : { xx: p * Math.sign(pose.xx), xy: 0, yx: 0, yy: q * Math.sign(pose.yy), x0, y0 }
}

/** One equation n . (what the pose makes of u, v) = n . q, into the normal equations. */
function add(
  nx: number,
  ny: number,
  weight: number,
  u: number,
  v: number,
  qx: number,
  qy: number,
  freedom: Freedom,
): void {
  const r0 = freedom === 'similar' ? nx * u + ny * v : nx * u
  const r1 = freedom === 'similar' ? ny * u - nx * v : ny * v
  const target = nx * qx + ny * qy
  accumulate(0, r0 * weight, r0, r1, nx, ny, target)
  accumulate(5, r1 * weight, r0, r1, nx, ny, target)
  accumulate(10, nx * weight, r0, r1, nx, ny, target)
  accumulate(15, ny * weight, r0, r1, nx, ny, target)
}

function accumulate(at: number, by: number, r0: number, r1: number, nx: number, ny: number, target: number): void {
  system[at]! += by * r0
  system[at + 1]! += by * r1
  system[at + 2]! += by * nx
  system[at + 3]! += by * ny
  system[at + 4]! += by * target
}

/** Gauss and Jordan with pivots; the answers stand in the last column. False when there is no one answer. */
function solve(): boolean {
  for (let column = 0; column < 4; column++) {
    let pivot = column
    for (let row = column + 1; row < 4; row++)
      if (Math.abs(system[5 * row + column]!) > Math.abs(system[5 * pivot + column]!)) pivot = row
    const top = system[5 * pivot + column]!
    if (!(Math.abs(top) > 1e-9)) return false
    for (let k = 0; k < 5; k++) {
      const held = system[5 * pivot + k]!
      system[5 * pivot + k] = system[5 * column + k]!
      system[5 * column + k] = held / top
    }
    for (let row = 0; row < 4; row++) {
      const factor = system[5 * row + column]!
      if (row === column || factor === 0) continue
      for (let k = 0; k < 5; k++) system[5 * row + k]! -= factor * system[5 * column + k]!
    }
  }
  return true
}
