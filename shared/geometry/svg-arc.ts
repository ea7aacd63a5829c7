/** The ellipse behind an SVG arc command: centre, half axes, and the part of it that is drawn. */
export interface CentredArc {
  readonly centreX: number
  readonly centreY: number
  readonly rx: number
  readonly ry: number
  /** Where the arc begins, as the parameter of the unturned ellipse, radians. */
  readonly from: number
  /** Signed; positive turns from +x towards +y of the drawing. */
  readonly sweep: number
}

/**
 * From the two ends of an SVG arc to its centre (SVG 1.1, appendix F.6.5 and F.6.6): radii that are too small to reach are scaled
 * up, their sign is ignored. Null when the arc is a straight line by the standard: a radius of zero, or both ends the same.
 *
 * @param turn rotation of the ellipse's x axis, radians
 */
export function centreOfSvgArc(
  x0: number,
  y0: number,
  radiusX: number,
  radiusY: number,
  turn: number,
  large: boolean,
  positive: boolean,
  x1: number,
  y1: number,
): CentredArc | null {
  let rx = Math.abs(radiusX)
  let ry = Math.abs(radiusY)
  if (rx === 0 || ry === 0 || (x0 === x1 && y0 === y1)) return null
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const halfX = (x0 - x1) / 2
  const halfY = (y0 - y1) / 2
  const px = cos * halfX + sin * halfY
  const py = cos * halfY - sin * halfX
  const stretch = (px / rx) ** 2 + (py / ry) ** 2
  // A ratio this large has overflowed or lost every digit of the arc: only the chord is left of it.
  if (!(stretch < 1e30)) return null
  if (stretch > 1) {
    const up = Math.sqrt(stretch)
    rx *= up
    ry *= up
  }
  // With radii just reaching, rounding may leave a tiny negative number under the root: then the centre is the middle.
  const root = stretch >= 1 ? 0 : Math.sqrt((1 - stretch) / stretch)
  const side = large === positive ? -root : root
  const qx = (side * rx * py) / ry
  const qy = (-side * ry * px) / rx
  const from = Math.atan2((py - qy) / ry, (px - qx) / rx)
  const until = Math.atan2((-py - qy) / ry, (-px - qx) / rx)
  let sweep = until - from
  if (positive && sweep < 0) sweep += 2 * Math.PI
  else if (!positive && sweep > 0) sweep -= 2 * Math.PI
  return {
    centreX: cos * qx - sin * qy + (x0 + x1) / 2,
    centreY: sin * qx + cos * qy + (y0 + y1) / 2,
    rx,
    ry,
    from,
    sweep,
  }
}
