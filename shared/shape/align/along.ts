import { type Pose, turnedPose } from './fit.ts'
import { type Line, SAMPLES } from './line.ts'

/** Shares of the longer line that a cut tail may have had, in steps that keep neighbours within a few chords of each other. */
const MOST_CUT = 0.09
const CUT_STEP = 0.01
const STRIDE = 8
/** Root mean square distance, in radii of gyration, beyond which the two lines do not go the same way. */
const LOOSE = 0.3

/**
 * Where one line lies on the other if both are stitched in the same order, forwards or backwards, the first or the last of one of them
 * cut off or not: each assumption pairs the places of both lines, and the best pose for pairs is a formula (Umeyama 1991, in the plane).
 * Turn, mirroring and scale come out of it together, so this needs no guess at any of them. The tightest first.
 */
export function alongPoses(a: Line, b: Line, most: number): Pose[] {
  const found: { pose: Pose; apart: number }[] = []
  for (const backwards of [false, true]) {
    let best: { pose: Pose; apart: number } | null = null
    for (let cut = 0; cut <= MOST_CUT; cut += CUT_STEP) {
      for (const side of CUTS) {
        if (cut === 0 && side !== CUTS[0]) continue
        const [fromA, toA, fromB, toB] = side(cut)
        const pose = poseOfPairs(a, b, fromA, toA, backwards ? toB : fromB, backwards ? fromB : toB)
        if (pose !== null && (best === null || pose.apart < best.apart)) best = pose
      }
    }
    if (best !== null && best.apart < LOOSE) found.push(best)
  }
  return found
    .toSorted((one, other) => one.apart - other.apart)
    .slice(0, most)
    .map(({ pose }) => pose)
}

/** From where to where of each line, as shares, when this share of one of them is missing at one end. */
const CUTS: readonly ((cut: number) => [number, number, number, number])[] = [
  cut => [0, 1, 0, 1 - cut],
  cut => [0, 1, cut, 1],
  cut => [0, 1 - cut, 0, 1],
  cut => [cut, 1, 0, 1],
]

function poseOfPairs(a: Line, b: Line, fromA: number, toA: number, fromB: number, toB: number) {
  let count = 0
  let ax = 0
  let ay = 0
  let bx = 0
  let by = 0
  let aa = 0
  let bb = 0
  let xx = 0
  let xy = 0
  let yx = 0
  let yy = 0
  for (let i = 0; i < SAMPLES; i += STRIDE) {
    const share = (i + 0.5) / SAMPLES
    const p = 2 * Math.min(SAMPLES - 1, Math.floor((fromA + share * (toA - fromA)) * SAMPLES))
    const q = 2 * Math.min(SAMPLES - 1, Math.max(0, Math.floor((fromB + share * (toB - fromB)) * SAMPLES)))
    const px = a.samples[p]!
    const py = a.samples[p + 1]!
    const qx = b.samples[q]!
    const qy = b.samples[q + 1]!
    count++
    ax += px
    ay += py
    bx += qx
    by += qy
    aa += px * px + py * py
    bb += qx * qx + qy * qy
    xx += px * qx
    xy += px * qy
    yx += py * qx
    yy += py * qy
  }
  aa -= (ax * ax + ay * ay) / count
  bb -= (bx * bx + by * by) / count
  xx -= (ax * bx) / count
  xy -= (ax * by) / count
  yx -= (ay * bx) / count
  yy -= (ay * by) / count
  if (!(aa > 0)) return null
  const plain = Math.hypot(xx + yy, xy - yx)
  const flipped = Math.hypot(yy - xx, xy + yx)
  const mirrored = flipped > plain
  const scale = Math.max(plain, flipped) / aa
  const turn = mirrored ? Math.atan2(-(xy + yx), yy - xx) : Math.atan2(xy - yx, xx + yy)
  const still = turnedPose(turn, mirrored, scale, 0, 0)
  const pose = {
    ...still,
    x0: (bx - still.xx * ax - still.xy * ay) / count,
    y0: (by - still.yx * ax - still.yy * ay) / count,
  }
  return { pose, apart: Math.sqrt(Math.max(0, bb - scale * Math.max(plain, flipped)) / count) }
}
