import { CORNER, endOf, join, line, onCircle, placed, type Path, type XY } from './path.ts'
import { starter } from './pattern.ts'

/** Where two circles meet, on the side to the left of the line from the first centre to the second when `left`. */
function meeting(a: XY, ra: number, b: XY, rb: number, left: boolean): XY {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const apart = Math.hypot(dx, dy)
  const along = (ra * ra - rb * rb + apart * apart) / (2 * apart)
  const aside = Math.sqrt(Math.max(0, ra * ra - along * along)) * (left ? 1 : -1)
  return [a[0] + (dx * along - dy * aside) / apart, a[1] + (dy * along + dx * aside) / apart]
}

/** The shorter arc about a centre from one point to another. */
function swing(centre: XY, from: XY, to: XY): Path {
  const a = Math.atan2(from[1] - centre[1], from[0] - centre[0])
  const b = Math.atan2(to[1] - centre[1], to[0] - centre[0])
  const sweep = Math.atan2(Math.sin(b - a), Math.cos(b - a))
  return { start: from, strokes: [{ kind: 'arc', to, centre, sweep, corner: false }] }
}

/**
 * Baptist fans stand on a triangular lattice: the centre of each fan lies in the valley between two fans of the row below, and
 * its arcs run from the fan to the left to the fan below. Stitched from the heart outwards, so nothing is stitched twice.
 */
function baptistFans(radius: number, rings: number, gap: number, count: number): Path {
  const before = baptistArcs(radius, rings, gap, -1)
  const { entry } = baptistArcs(radius, rings, gap, 0)
  // From the foot of one fan the line steps across the gap and climbs beside it to the heart of the next; the row begins half way
  // up that climb, where the end of one repeat runs straight into the next.
  const foot = Math.atan2(before.exit[1], before.exit[0] + radius)
  const rise = Math.atan2(entry[1], entry[0] + radius)
  const climb = (k: number, angle: number) => onCircle([(k - 1) * radius, 0], radius + gap, (angle * 180) / Math.PI)
  const middle = climb(0, (foot + rise) / 2)
  const parts: (Path | typeof CORNER)[] = []
  let at = middle
  for (let k = 0; k < count; k++) {
    const fan = baptistArcs(radius, rings, gap, k)
    const step = climb(k + 1, foot)
    parts.push(swing([(k - 1) * radius, 0], at, fan.entry), CORNER, fan.path, CORNER, line(fan.exit, step), CORNER)
    at = step
  }
  parts.push(swing([(count - 1) * radius, 0], at, [middle[0] + count * radius, middle[1]]))
  return placed(join(...parts), { at: [-middle[0], -middle[1]] })
}

function baptistArcs(radius: number, rings: number, gap: number, k: number): { path: Path; entry: XY; exit: XY } {
  const centre: XY = [k * radius, 0]
  const left: XY = [(k - 1) * radius, 0]
  const below: XY = [(k + 0.5) * radius, -radius * Math.sqrt(0.75)]
  const parts: (Path | typeof CORNER)[] = []
  for (let ring = 0; ring < rings; ring++) {
    const r = ((ring + 2) * radius) / (rings + 1)
    const onLeft = meeting(centre, r, left, radius + gap, false)
    const onRight = meeting(centre, r, below, radius + gap, true)
    const outwards = ring % 2 === 0
    const sweep = outwards ? swing(centre, onLeft, onRight) : swing(centre, onRight, onLeft)
    const last = parts.at(-2)
    if (typeof last === 'object') parts.push(swing(outwards ? left : below, endOf(last), sweep.start), CORNER)
    parts.push(sweep, CORNER)
  }
  const path = join(...parts)
  return { path, entry: path.start, exit: endOf(path) }
}

const baptistFan = starter({
  slug: 'baptist-fan',
  name: 'Baptist Fan',
  kind: 'edge-to-edge',
  family: 'fans',
  sizeInches: [13.7, 5.3],
  repeatInches: 11,
  tags: ['fan', 'arcs', 'traditional', 'dense', 'utility'],
  notes: 'Two fans to a repeat. Stitched from the heart of each fan outwards; nothing is stitched twice.',
  rowInches: 4.76,
  rowShiftInches: 2.75,
  path: () => baptistFans(5.5, 9, 0.15, 2),
})

export const fans = [baptistFan]
