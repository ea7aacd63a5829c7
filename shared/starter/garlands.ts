import { alongSpine, bent, measured, traced } from './along.ts'
import { leaf } from './leaf.ts'
import {
  arc,
  CORNER,
  headingAtStart,
  join,
  line,
  onCircle,
  placed,
  retraced,
  swung,
  type Path,
  type XY,
} from './path.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

const vineScroll = starter({
  slug: 'vine-scroll',
  name: 'Vine Scroll',
  kind: 'border',
  family: 'garlands',
  sizeInches: [8, 4.4],
  repeatInches: 8,
  tags: ['vine', 'scroll', 'leaf', 'traditional', 'elegant'],
  notes: 'The curls are stitched out and back on the same line.',
  path() {
    const wave = measured(traced(x => [x, 1.15 * Math.sin((x / 8) * 2 * Math.PI)], 0, 4, 12))
    const fork = wave.length * 0.12
    const centre: XY = [2.1, -0.55]
    const turns = 560
    const coil = traced(a => onCircle(centre, 1.08 - (0.86 * a) / turns, 168 + a), 0, turns, 14)
    const stem = through([...wave.point(fork), wave.heading(fork) - 22], [...coil.start, headingAtStart(coil)])
    const bud = placed(leaf({ length: 1.35, half: 0.34, sway: 0.12 }), {
      at: wave.point(wave.length * 0.3),
      turn: wave.heading(wave.length * 0.3) + 58,
    })
    const late = placed(leaf({ length: 1.25, half: 0.32, sway: 0.12 }), {
      at: wave.point(wave.length * 0.66),
      turn: wave.heading(wave.length * 0.66) + 58,
    })
    return swung(
      join(
        wave.between(0, fork),
        CORNER,
        retraced(join(stem, coil)),
        CORNER,
        wave.between(fork, wave.length * 0.3),
        CORNER,
        bud,
        CORNER,
        wave.between(wave.length * 0.3, wave.length * 0.66),
        CORNER,
        late,
        CORNER,
        wave.between(wave.length * 0.66, wave.length),
      ),
    )
  },
})

const stringOfPearls = starter({
  slug: 'string-of-pearls',
  name: 'String of Pearls',
  kind: 'border',
  family: 'garlands',
  sizeInches: [9, 3.1],
  repeatInches: 9,
  tags: ['pearls', 'pebbles', 'swag', 'wedding', 'elegant'],
  notes: 'One swag to a repeat. Each pearl is stitched round once and over its top again.',
  path() {
    const swag = measured(through([0, 0, 0], [1.5, -1.1], [4.5, -2.6, 0], [7.5, -1.1], [9, 0, 0]))
    const parts: Path[] = []
    const sizes = [0.24, 0.29, 0.34, 0.39, 0.44, 0.49]
    const chain = [...sizes, 0.54, ...[...sizes].reverse()]
    const first = 0.45
    const scale = (swag.length - 2 * first) / (2 * chain.reduce((sum, r) => sum + r, 0))
    let at = first
    parts.push(swag.between(0, first))
    for (const r of chain) {
      const wide = r * scale
      const from = swag.point(at)
      const to = swag.point(at + 2 * wide)
      const middle: XY = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
      const radius = Math.hypot(to[0] - from[0], to[1] - from[1]) / 2
      const angle = (Math.atan2(from[1] - middle[1], from[0] - middle[0]) * 180) / Math.PI
      parts.push(arc(middle, radius, angle, 360), arc(middle, radius, angle, -180))
      at += 2 * wide
    }
    const tail = swag.between(at, swag.length)
    const whole: (Path | typeof CORNER)[] = parts.flatMap(p => [p, CORNER])
    return join(...whole, tail)
  },
})

const ropeBraid = starter({
  slug: 'rope-braid',
  name: 'Rope Braid',
  kind: 'border',
  family: 'garlands',
  sizeInches: [11.2, 3.0],
  repeatInches: 9.0,
  tags: ['rope', 'braid', 'cable', 'traditional', 'masculine'],
  notes: 'Crosses itself like the strands of a rope.',
  path: () => traced(t => [9 * t - 1.3 * Math.sin(t * 10 * Math.PI * 2), 1.5 * Math.sin(t * 10 * Math.PI)], 0, 1, 120),
})

/** A holly leaf that grows to the right from 0,0 and comes back there, its edge hollowed between the prickles. */
function hollyLeaf(length: number): Path {
  const prickles: XY[] = [
    [0, 0],
    [0.32, 0.17],
    [0.54, 0.28],
    [0.79, 0.22],
    [1, 0],
  ]
  const side = (sign: 1 | -1): XY[] => prickles.map(([x, y]): XY => [x * length, y * sign * length])
  const hollow = (a: XY, b: XY): Path => {
    const middle: XY = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    return through(a, [middle[0], middle[1] * 0.72], b)
  }
  const edge = [...side(1), ...side(-1).reverse().slice(1)]
  const parts: (Path | typeof CORNER)[] = []
  for (let i = 1; i < edge.length; i++) parts.push(hollow(edge[i - 1]!, edge[i]!), CORNER)
  return join(...parts, retraced(line([0, 0], [length * 0.82, 0])))
}

const hollyBough = starter({
  slug: 'holly-bough',
  name: 'Holly Bough',
  kind: 'border',
  family: 'garlands',
  sizeInches: [9.9, 4.3],
  repeatInches: 9,
  tags: ['holly', 'berries', 'leaf', 'christmas', 'winter'],
  notes: 'Three leaves and three berries to a sprig, sprigs up and down in turn.',
  path() {
    const spine = measured(traced(x => [x, 0.45 * Math.sin((x / 9) * 4 * Math.PI)], 0, 9, 24))
    const bay = spine.length / 4
    const curve = measured(through([0, 0, 0], [0.9, 0.06], [1.9, 0.32]))
    const r = 0.21
    const berry = join(
      line([0, 0], [0.45, 0]),
      CORNER,
      arc([0.45 + r, 0], r, 180, 360),
      CORNER,
      line([0.45, 0], [0, 0]),
    )
    const blade = bent(hollyLeaf(1.75), alongSpine(curve))
    const parts: (Path | typeof CORNER)[] = []
    for (let i = 0; i < 4; i++) {
      const up = i % 2 === 0
      const at = (i + 0.5) * bay
      const node = spine.point(at)
      const turn = spine.heading(at)
      const put = (path: Path, angle: number, flip = false) =>
        placed(path, { at: node, turn: turn + angle, ...(flip ? { flip: 'y' as const } : {}) })
      const side = up ? 1 : -1
      parts.push(spine.between(i * bay, at), CORNER)
      parts.push(put(blade, side * 33, up), CORNER, put(blade, side * 147, !up), CORNER, put(blade, side * 90), CORNER)
      for (const angle of [-42, -90, -138]) parts.push(put(berry, side * angle), CORNER)
      parts.push(spine.between(at, (i + 1) * bay))
    }
    return join(...parts)
  },
})

export const garlands = [vineScroll, stringOfPearls, ropeBraid, hollyBough]
