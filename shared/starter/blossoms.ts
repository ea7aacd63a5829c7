import { arc, CORNER, join, line, onCircle, reversed, type Path } from './path.ts'
import { through, type Knot } from './spline.ts'

export interface PetalShape {
  /** Inches from the flower's middle to the tip. */
  readonly tip: number
  /** How far it fills its share of the ring, up to 1 where neighbours touch. */
  readonly plump?: number
  readonly pointed?: boolean
  /** Inches from the middle up to which its sides run along the ray to the next petal, so that neighbours share a seam. */
  readonly seam?: number
}

/** One petal: from the rim of the flower's heart at `from` degrees, round the tip, back to the rim at `to` degrees. */
function petal(
  rim: number,
  from: number,
  to: number,
  { tip, plump = 0.94, pointed = false, seam = rim }: PetalShape,
): Path {
  const middle = (from + to) / 2
  const half = (to - from) / 2
  const belly = seam + (tip - seam) * 0.56
  const at = (r: number, angle: number, heading: number): Knot => [...onCircle([0, 0], r, angle), heading]
  const point: Knot = [...onCircle([0, 0], tip, middle)]
  // Without a seam the sides leave the rim slanting inwards: straight out they would bulge over the ray and cross the neighbour.
  const slant = seam > rim ? 0 : half * 0.6
  const out = [at(seam, from, from + slant), at(belly, middle - half * plump, middle)] as const
  const back = [at(belly, middle + half * plump, middle + 180), at(seam, to, to + 180 - slant)] as const
  const blade = pointed
    ? join(through(...out, point), CORNER, through(point, ...back))
    : through(...out, [...onCircle([0, 0], tip, middle), middle + 90], ...back)
  if (seam <= rim) return blade
  const ray = (angle: number) => line(onCircle([0, 0], rim, angle), onCircle([0, 0], seam, angle))
  return join(ray(from), blade, reversed(ray(to)))
}

/** A ring of petals counter-clockwise round a circle, from its rim at `start` degrees. Each begins where the last one ended. */
export function petals(count: number, rim: number, start: number, shape: PetalShape, span = 360): Path {
  const step = span / count
  const parts: (Path | typeof CORNER)[] = []
  for (let i = 0; i < count; i++) parts.push(CORNER, petal(rim, start + i * step, start + (i + 1) * step, shape))
  return join(...parts.slice(1))
}

/** A daisy that hangs on the line by the bottom of its heart, with room between two petals for the line to come and go. */
export function daisy(count: number, heart: number, tip: number): Path {
  const gap = 24
  return join(
    arc([0, 0], heart, -90, 360),
    arc([0, 0], heart, -90, gap),
    CORNER,
    petals(count, heart, -90 + gap, { tip, plump: 0.88 }, 360 - 2 * gap),
    CORNER,
    arc([0, 0], heart, 270 - gap, gap),
  )
}
