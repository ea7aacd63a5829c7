import { arc, CORNER, fromOrigin, join, line, onCircle, retraced, type Path, type XY } from './path.ts'
import { starter } from './pattern.ts'

/** Angle in degrees at which a ring of a shell meets the shell of the row below on its right. */
function footAngle(ring: number, radius: number, gap: number): number {
  // Shell below: centre at radius,-radius. Law of cosines in the triangle of the two centres and the meeting point.
  const apart = radius * Math.SQRT2
  const reach = radius + gap
  const cos = (ring * ring + apart * apart - reach * reach) / (2 * ring * apart)
  return -45 + (Math.acos(Math.min(1, Math.max(-1, cos))) * 180) / Math.PI
}

/**
 * Clamshells with two echoes, from crown to crown. The sides follow the shells of the row below a little way off; two short
 * stretches of each side are stitched twice to come back to the rim.
 */
function clamshells(rim: number, middle: number, heart: number, gap: number, count: number): Path {
  const shell = (k: number) => {
    const centre: XY = [2 * rim * k, 0]
    const foot = (r: number, side: 1 | -1) => {
      const angle = footAngle(r, rim, gap)
      return onCircle(centre, r, side === 1 ? angle : 180 - angle)
    }
    const edge = (side: 1 | -1, from: number, to: number) =>
      beside([centre[0] + side * rim, -rim], foot(from, side), foot(to, side))
    const over = (r: number, from: 1 | -1) => {
      const angle = footAngle(r, rim, gap)
      return from === 1 ? arc(centre, r, angle, 180 - 2 * angle) : arc(centre, r, 180 - angle, 2 * angle - 180)
    }
    const low: XY = [centre[0], -rim + Math.sqrt((rim + gap) ** 2 - rim ** 2)]
    const valley = join(
      beside([centre[0] + rim, -rim], foot(heart, 1), low),
      CORNER,
      beside([centre[0] - rim, -rim], low, foot(heart, -1)),
    )
    return { valley, centre, foot, edge, over, top: 90 - footAngle(rim, rim, gap) }
  }
  const parts: (Path | typeof CORNER)[] = []
  for (let k = 0; k < count; k++) {
    const here = shell(k)
    const next = shell(k + 1)
    parts.push(
      arc(here.centre, rim, 90, -here.top),
      CORNER,
      retraced(here.edge(1, rim, middle)),
      CORNER,
      line(here.foot(rim, 1), next.foot(rim, -1)),
      CORNER,
      next.edge(-1, rim, middle),
      CORNER,
      next.over(middle, -1),
      CORNER,
      next.edge(1, middle, heart),
      next.valley,
      CORNER,
      next.over(heart, -1),
      CORNER,
      next.valley,
      next.edge(-1, heart, middle),
      next.edge(-1, middle, rim),
      CORNER,
      arc(next.centre, rim, 90 + next.top, -next.top),
    )
  }
  return fromOrigin(join(...parts))
}

function beside(centre: XY, from: XY, to: XY): Path {
  const angle = (p: XY) => (Math.atan2(p[1] - centre[1], p[0] - centre[0]) * 180) / Math.PI
  const turn = ((((angle(to) - angle(from)) % 360) + 540) % 360) - 180
  return arc(centre, Math.hypot(from[0] - centre[0], from[1] - centre[1]), angle(from), turn)
}

const clamshell = starter({
  slug: 'clamshell',
  name: 'Clamshell',
  kind: 'edge-to-edge',
  family: 'shells',
  sizeInches: [14.1, 4.9],
  repeatInches: 12.0,
  tags: ['clamshell', 'scallop', 'traditional', 'arcs', 'dense'],
  notes: 'Two shells to a repeat, with two echoes each. Short stretches of the sides are stitched twice.',
  rowInches: 3,
  rowShiftInches: 3,
  path: () => clamshells(3, 2.1, 1.2, 0.18, 2),
})

export const shells = [clamshell]
