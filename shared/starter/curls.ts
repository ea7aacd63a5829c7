import { join, placed, retraced, type Path, type XY } from './path.ts'
import { through, type Knot } from './spline.ts'

/**
 * Knots of a loop the line makes in passing, the crossing near `at` and the eye 1.35 `size` away, upwards unless turned. A line
 * going right turns left into it; mirrored by a negative size in `across`, a line going left.
 */
export function loopAt(at: XY, size: number, turn = 0, across = 1): Knot[] {
  const eye: XY[] = [
    [0.1 * across, 0.4],
    [0.36 * across, 0.93],
    [0, 1.32],
    [-0.36 * across, 0.93],
    [-0.1 * across, 0.4],
  ]
  const cos = Math.cos((turn * Math.PI) / 180) * size
  const sin = Math.sin((turn * Math.PI) / 180) * size
  return eye.map(([x, y]): Knot => [at[0] + x * cos - y * sin, at[1] + x * sin + y * cos])
}

/** A tendril that curls up to the left and is stitched back on itself; begins at 0,0 heading right. */
export function tendril(size: number): Path {
  const curl = through(
    [0, 0, 0],
    [0.55, 0.12],
    [0.95, 0.55, 95],
    [0.62, 0.9, 180],
    [0.36, 0.62, -90],
    [0.56, 0.42, 0],
    [0.68, 0.56, 90],
    [0.58, 0.64, 180],
  )
  return placed(retraced(curl), { scale: size })
}

/** Straight lines whose corners are rounded by arcs of a radius, as far as the lines allow. */
export function rounded(radius: number, ...points: XY[]): Path {
  const parts: Path[] = []
  let at = points[0]!
  for (let i = 1; i < points.length; i++) {
    const p = points[i]!
    const next = points[i + 1]
    if (!next) {
      parts.push(through(at, p))
      break
    }
    const a = Math.atan2(p[1] - points[i - 1]![1], p[0] - points[i - 1]![0])
    const b = Math.atan2(next[1] - p[1], next[0] - p[0])
    const turn = Math.atan2(Math.sin(b - a), Math.cos(b - a))
    const cut = radius * Math.tan(Math.abs(turn) / 2)
    const from: XY = [p[0] - cut * Math.cos(a), p[1] - cut * Math.sin(a)]
    if (Math.hypot(from[0] - at[0], from[1] - at[1]) > 1e-6)
      parts.push({ start: at, strokes: [{ kind: 'line', to: from, corner: false }] })
    const side = Math.sign(turn)
    const centre: XY = [from[0] - side * radius * Math.sin(a), from[1] + side * radius * Math.cos(a)]
    const to: XY = [p[0] + cut * Math.cos(b), p[1] + cut * Math.sin(b)]
    parts.push({ start: from, strokes: [{ kind: 'arc', to, centre, sweep: turn, corner: false }] })
    at = to
  }
  return join(...parts)
}
