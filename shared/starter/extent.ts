import { sampled } from './along.ts'
import { placed, type Path } from './path.ts'

export interface Extent {
  readonly left: number
  readonly right: number
  readonly low: number
  readonly high: number
}

/** Points to a stroke: a half circle of two inches is then met to a hundredth. */
const SAMPLES = 12

/** How far a path reaches, in inches. */
export function extentOf(path: Path): Extent {
  let [left, low] = path.start
  let [right, high] = path.start
  for (const [x, y] of sampled(path, SAMPLES)) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  return { left, right, low, high }
}

/** The path scaled about its origin so that it is so many inches tall. */
export function tallAs(path: Path, inches: number): Path {
  const { low, high } = extentOf(path)
  return placed(path, { scale: inches / (high - low) })
}
