import { grown, type Family } from '#shared/starter/family.ts'
import { arc, CORNER, join, line, onCircle, retraced, type Path, type XY } from '#shared/starter/path.ts'
import { through } from '#shared/starter/spline.ts'

const choices = {
  radius: { from: 6, to: 12 },
  /** Arcs from the corner outwards. */
  arcs: { from: 2, to: 12, whole: true },
  /** Rays between the two sides. */
  rays: { from: 2, to: 12, whole: true },
  dress: { of: ['fan', 'sunrise', 'web', 'shell'] },
} as const

/** A quarter of a round: a fan, a rising sun, a web or a shell in the corner of a quilt. */
export const quadrant: Family<typeof choices> = {
  id: 'quadrant',
  choices,
  line({ radius, arcs, rays, dress }) {
    if (dress === 'fan') return fan(radius, arcs)
    if (dress === 'sunrise') return sunrise(radius, arcs, rays)
    if (dress === 'web') return web(radius, arcs, rays)
    return shell(radius, rays)
  },
}

/** Arcs there and back, from the corner outwards. */
function fan(radius: number, arcs: number): Path {
  const step = radius / arcs
  const parts: (Path | typeof CORNER)[] = [line([0, 0], [step, 0]), CORNER]
  for (let k = 1; k <= arcs; k++) {
    const r = k * step
    const out = k % 2 === 1
    parts.push(out ? arc([0, 0], r, 0, 90) : arc([0, 0], r, 90, -90), CORNER)
    if (k < arcs) parts.push(out ? line([0, r], [0, r + step]) : line([r, 0], [r + step, 0]), CORNER)
  }
  return join(...parts.slice(0, -1))
}

/** A quarter of a sun with rings inside and pointed rays, long and short in turn. */
function sunrise(radius: number, arcs: number, rays: number): Path {
  const disc = radius * 0.46
  const step = disc / arcs
  const share = 90 / rays
  const parts: (Path | typeof CORNER)[] = [fan(disc, arcs), CORNER]
  const onLeft = arcs % 2 === 1
  if (onLeft) parts.push(arc([0, 0], disc, 90, -90), CORNER)
  const rim = disc + step * 0.6
  parts.push(line([disc, 0], [rim, 0]), CORNER)
  for (let k = 0; k < rays; k++) {
    const [a, b] = [k * share, (k + 1) * share]
    const tip = onCircle([0, 0], k % 2 === 0 ? radius : radius * 0.84, (a + b) / 2)
    const inner = onCircle([0, 0], rim + (radius - rim) * 0.5, (a + b) / 2)
    const [from, to] = [onCircle([0, 0], rim, a), onCircle([0, 0], rim, b)]
    parts.push(line(from, tip, to), CORNER, line(to, inner, from), CORNER, arc([0, 0], rim, a, share), CORNER)
  }
  return join(...parts.slice(0, -1))
}

/** Threads from the corner, and rounds that sag between them. */
function web(radius: number, arcs: number, rays: number): Path {
  const share = 90 / rays
  const at = (r: number, i: number): XY => onCircle([0, 0], r, i * share)
  const parts: (Path | typeof CORNER)[] = []
  for (let i = 0; i <= rays; i++) parts.push(retraced(line([0, 0], at(radius, i))), CORNER)
  const step = (radius * 0.94) / arcs
  parts.push(line([0, 0], [step, 0]), CORNER)
  for (let k = 1; k <= arcs; k++) {
    const r = k * step
    const out = k % 2 === 1
    for (let i = 0; i < rays; i++) {
      const [from, to] = out ? [i, i + 1] : [rays - i, rays - i - 1]
      const sag = onCircle([0, 0], r * 0.86, ((from + to) / 2) * share)
      parts.push(through(at(r, from), sag, at(r, to)), CORNER)
    }
    const side = out ? rays : 0
    if (k < arcs) parts.push(line(at(r, side), at(r + step, side)), CORNER)
  }
  return join(...parts.slice(0, -1))
}

/** Slender lobes from the corner, each with a rib, under a scalloped edge. */
function shell(radius: number, rays: number): Path {
  const share = 90 / rays
  const parts: (Path | typeof CORNER)[] = []
  for (let i = 0; i < rays; i++) {
    const [a, b] = [i * share, (i + 1) * share]
    const middle = (a + b) / 2
    const shoulder = radius * 0.86
    parts.push(
      line([0, 0], onCircle([0, 0], shoulder, a)),
      CORNER,
      through(
        [...onCircle([0, 0], shoulder, a), a + 30],
        [...onCircle([0, 0], radius, middle), middle + 90],
        [...onCircle([0, 0], shoulder, b), b + 150],
      ),
      CORNER,
      line(onCircle([0, 0], shoulder, b), [0, 0]),
      CORNER,
      retraced(line([0, 0], onCircle([0, 0], radius * 0.8, middle))),
      CORNER,
    )
  }
  return join(...parts.slice(0, -1))
}

export const quadrants = [
  grown(
    quadrant,
    { radius: 9, arcs: 10, rays: 2, dress: 'fan' },
    {
      slug: 'fan-corner',
      name: 'Fan Corner',
      kind: 'corner',
      sizeInches: [9, 9],
      tags: ['fan', 'arcs', 'baptist fan', 'corner', 'traditional'],
      notes: 'Starts in the corner and ends at the outer arc. Goes with Baptist Fan.',
    },
  ),
  grown(
    quadrant,
    { radius: 9, arcs: 4, rays: 7, dress: 'sunrise' },
    {
      slug: 'sunrise-corner',
      name: 'Sunrise Corner',
      kind: 'corner',
      sizeInches: [8.9, 8.9],
      tags: ['sun', 'sunrise', 'rays', 'corner', 'geometric'],
      notes: 'Starts in the corner and ends at the last ray.',
    },
  ),
  grown(
    quadrant,
    { radius: 8.5, arcs: 6, rays: 5, dress: 'web' },
    {
      slug: 'cobweb-corner',
      name: 'Cobweb Corner',
      kind: 'corner',
      sizeInches: [8.5, 8.5],
      tags: ['web', 'spider', 'corner', 'halloween'],
      notes: 'Starts in the corner and ends at the outer round; the threads are stitched out and back.',
    },
  ),
  grown(
    quadrant,
    { radius: 8, arcs: 2, rays: 6, dress: 'shell' },
    {
      slug: 'shell-corner',
      name: 'Shell Corner',
      kind: 'corner',
      sizeInches: [7.9, 7.9],
      tags: ['shell', 'scallop', 'sea', 'corner', 'beach'],
      notes: 'Starts and ends in the corner.',
    },
  ),
]
