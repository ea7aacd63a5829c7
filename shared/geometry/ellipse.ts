/**
 * Elliptic arcs P(t) = centre + cos t * u + sin t * v, where u and v are half axes (any two conjugate ones will do, so every
 * affine image of a circle has this form).
 */

/** Called once per piece with the two handles and the end. */
export type CubicSink = (c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number) => void

const QUARTER = Math.PI / 2
/** Bounds the work for an ellipse of absurd size; 512 pieces follow a radius of many kilometres. */
const MAX_PIECES = 512

/**
 * Cubics needed so that none strays further than `tolerance`. A cubic over angle a of a unit circle strays
 * 2/27 sin^6(a/4) / cos^2(a/4) (the known error of handles 4/3 tan(a/4)); an ellipse strays at most that times its longer half axis.
 */
export function cubicsForArc(halfAxis: number, sweep: number, tolerance: number): number {
  const wanted = 4 * Math.asin(Math.min(1, 0.9 * ((13.5 * tolerance) / halfAxis) ** (1 / 6)))
  const angle = Math.min(QUARTER, wanted)
  // The last bits of pi must not turn four quarters into five pieces.
  const pieces = Math.ceil(Math.abs(sweep) / angle - 1e-9)
  return Math.min(Math.max(1, pieces || 1), MAX_PIECES)
}

/**
 * An elliptic arc as cubics that end exactly at `endX, endY`.
 *
 * @param from parameter of the start in radians
 * @param sweep signed, in the sense from u to v
 */
export function ellipseToCubics(
  centreX: number,
  centreY: number,
  ux: number,
  uy: number,
  vx: number,
  vy: number,
  from: number,
  sweep: number,
  endX: number,
  endY: number,
  tolerance: number,
  sink: CubicSink,
): void {
  const halfAxis = Math.sqrt(ux * ux + uy * uy + vx * vx + vy * vy)
  const pieces = cubicsForArc(halfAxis, sweep, tolerance)
  const step = sweep / pieces
  const handle = (4 / 3) * Math.tan(step / 4)
  let cos = Math.cos(from)
  let sin = Math.sin(from)
  for (let i = 1; i <= pieces; i++) {
    const nextCos = Math.cos(from + step * i)
    const nextSin = Math.sin(from + step * i)
    const x0 = centreX + cos * ux + sin * vx
    const y0 = centreY + cos * uy + sin * vy
    const last = i === pieces
    const x1 = last ? endX : centreX + nextCos * ux + nextSin * vx
    const y1 = last ? endY : centreY + nextCos * uy + nextSin * vy
    sink(
      x0 + handle * (cos * vx - sin * ux),
      y0 + handle * (cos * vy - sin * uy),
      x1 - handle * (nextCos * vx - nextSin * ux),
      y1 - handle * (nextCos * vy - nextSin * uy),
      x1,
      y1,
    )
    cos = nextCos
    sin = nextSin
  }
}
