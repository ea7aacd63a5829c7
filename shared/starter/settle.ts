import type { XY } from './path.ts'

/** Distance in inches at which two parts of the line begin to push. */
const REACH = 0.69
/** Few rounds round the corners and even out the gaps; with more the line pulls itself straight. */
const ROUNDS = 26
/** Part of the way a point goes to the middle of its neighbours in a round. */
const SOFT = 0.36
/** Part of what is missing to `REACH` by which two points push each other apart in a round. */
const FIRM = 0.3
/**
 * Lets the line settle as a thread would: every point is drawn to the middle of its neighbours and pushed away from whatever other
 * part of the line, of the next repeat or of the rows above and below comes near.
 */
export function settled(points: readonly XY[], width: number, height: number): XY[] {
  const dense: XY[] = []
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b] = [points[i]!, points[i + 1]!]
    dense.push(a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
  }
  const n = dense.length
  const xs = Float64Array.from(dense, p => p[0])
  const ys = Float64Array.from(dense, p => p[1])
  for (let round = 0; round < ROUNDS; round++) {
    const fx = new Float64Array(n)
    const fy = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      const before = i === 0 ? n - 1 : i - 1
      const after = i === n - 1 ? 0 : i + 1
      const bx = xs[before]! - (i === 0 ? width : 0)
      const ax = xs[after]! + (i === n - 1 ? width : 0)
      fx[i]! += SOFT * ((bx + ax) / 2 - xs[i]!)
      fy[i]! += SOFT * ((ys[before]! + ys[after]!) / 2 - ys[i]!)
      for (let j = i + 1; j < n; j++) {
        if (j - i < 5 || n - j + i < 5) continue
        let dx = xs[i]! - xs[j]!
        let dy = ys[i]! - ys[j]!
        dx -= Math.round(dx / width) * width
        dy -= Math.round(dy / height) * height
        const apart = dx * dx + dy * dy
        if (apart > REACH * REACH || apart === 0) continue
        const distance = Math.sqrt(apart)
        const push = (FIRM * (REACH - distance)) / distance
        fx[i]! += dx * push
        fy[i]! += dy * push
        fx[j]! -= dx * push
        fy[j]! -= dy * push
      }
    }
    for (let i = 0; i < n; i++) {
      xs[i]! += clampStep(fx[i]!)
      ys[i]! += clampStep(fy[i]!)
    }
  }
  const line = Array.from(xs, (x, i): XY => [x, ys[i]!])
  const [x, y] = line[0]!
  return [...line, [x + width, y]]
}

/** Longest step of a round in inches: shorter than half the gap between two lines, so that none jumps over another. */
function clampStep(force: number): number {
  return Math.max(-0.04, Math.min(0.04, force))
}
