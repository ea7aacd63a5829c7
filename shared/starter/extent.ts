import { measured } from './along.ts'
import { placed, type Path } from './path.ts'

export interface Extent {
  readonly left: number
  readonly right: number
  readonly low: number
  readonly high: number
}

/** How far a path reaches, in inches, to about a hundredth. */
export function extentOf(path: Path): Extent {
  const walk = measured(path)
  const steps = Math.max(60, Math.ceil(walk.length / 0.06))
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  const meet = (x: number, y: number) => {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  for (let i = 0; i <= steps; i++) meet(...walk.point((walk.length * i) / steps))
  for (const { to } of path.strokes) meet(to[0], to[1])
  return { left, right, low, high }
}

/** The path scaled about its origin so that it is so many inches tall. */
export function tallAs(path: Path, inches: number): Path {
  const { low, high } = extentOf(path)
  return placed(path, { scale: inches / (high - low) })
}
