import type { Trace } from './trace.ts'

/** Where a drawing lies and how far it reaches. */
export interface Frame {
  /** Middle of the line's mass. */
  readonly x: number
  readonly y: number
  /** Radius of gyration: root mean square distance from the middle. */
  readonly gyration: number
  /** Lesser over greater extent of the mass, 0 (a straight line) to 1. */
  readonly roundness: number
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export function frameOf({ x, y }: Trace): Frame {
  const count = x.length
  let sumX = 0
  let sumY = 0
  let minX = x[0]!
  let maxX = minX
  let minY = y[0]!
  let maxY = minY
  for (let at = 0; at < count; at++) {
    const px = x[at]!
    const py = y[at]!
    sumX += px
    sumY += py
    if (px < minX) minX = px
    else if (px > maxX) maxX = px
    if (py < minY) minY = py
    else if (py > maxY) maxY = py
  }
  const [middleX, middleY] = [sumX / count, sumY / count]
  let xx = 0
  let xy = 0
  let yy = 0
  for (let at = 0; at < count; at++) {
    const dx = x[at]! - middleX
    const dy = y[at]! - middleY
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  }
  const spread = Math.hypot(xx - yy, 2 * xy)
  const roundness = Math.sqrt(Math.max(0, (xx + yy - spread) / (xx + yy + spread || 1)))
  return { x: middleX, y: middleY, gyration: Math.sqrt((xx + yy) / count), roundness, minX, minY, maxX, maxY }
}
