import { petals } from '#shared/starter/blossoms.ts'
import { traced } from '#shared/starter/along.ts'
import { arc, line, onCircle, placed, retraced, reversed, type Path, type XY } from '#shared/starter/path.ts'
import { through } from '#shared/starter/spline.ts'
import { chained, edges, mirrored } from './draw.ts'

/** A rose seen from above: three rounds of petals that wrap a coil. Hangs on the notch between two outer petals. */
export function rose(): Path {
  const c: XY = [0, 1.6]
  const wrap = (radius: number, count: number, bulge: number): Path[] =>
    Array.from({ length: count }, (_, i) => {
      const [a, b] = [-90 + (i * 360) / count, -90 + ((i + 1) * 360) / count]
      const [mid, span] = [(a + b) / 2, 180 / count]
      return through(
        [...onCircle(c, radius, a), a + 32],
        [...onCircle(c, radius + bulge, mid - span * 0.3), mid + 74],
        [...onCircle(c, radius + bulge * 0.9, mid + span * 0.4), mid + 112],
        [...onCircle(c, radius, b), b + 150],
      )
    })
  const inwards = (from: number, to: number) => line(onCircle(c, from, -90), onCircle(c, to, -90))
  const coil = traced(a => onCircle(c, 0.62 - (0.5 * a) / 760, a - 90), 0, 760, 18)
  return chained(
    ...wrap(1.6, 5, 0.5),
    inwards(1.6, 1.08),
    ...wrap(1.08, 4, 0.36),
    inwards(1.08, 0.62),
    retraced(coil),
    inwards(0.62, 1.6),
  )
}

/** A tulip head: three petals in front, two behind, on a stem. */
export function tulipHead(): Path {
  const stem = line([0, 0], [0, 1])
  const side = edges(
    [
      [0, 1, 5],
      [0.85, 1.5],
      [1.05, 2.4, 92],
      [1.25, 3.3],
    ],
    [
      [0.8, 3.05],
      [0.5, 2.7],
    ],
  )
  const middle = edges([
    [0.5, 2.7],
    [0.35, 3.2],
    [0, 3.65],
  ])
  return chained(
    stem,
    side,
    mirrored(middle, 'pointed'),
    placed(reversed(side), { flip: 'x' }),
    retraced(through([0, 1, 90], [0.02, 1.7], [0, 2.5])),
    reversed(stem),
  )
}

/** A lotus in side view: pointed petals in two rows above the water. */
export function lotus(): Path {
  const petal = (angle: number, length: number, half: number): Path =>
    placed(
      chained(
        through([0, 0, 62], [half, length * 0.52, 94], [0, length, 118]),
        through([0, length, 242], [-half, length * 0.52, 266], [0, 0, 298]),
      ),
      { turn: angle },
    )
  return chained(
    petal(-72, 2.6, 0.44),
    petal(-38, 2.8, 0.56),
    petal(72, 2.6, 0.44),
    petal(38, 2.8, 0.56),
    petal(0, 3.1, 0.62),
  )
}

/** A poppy: four broad ruffled petals round a seed head, on a short stem. */
export function poppy(): Path {
  const c: XY = [0, 2.1]
  const rim = 0.42
  const petal = (angle: number): Path =>
    placed(
      through(
        [...onCircle([0, 0], rim, -42), -40],
        [0.98, -0.95],
        [1.6, -1.12, 62],
        [1.68, -0.45],
        [1.92, 0, 90],
        [1.68, 0.45],
        [1.6, 1.12, 118],
        [0.98, 0.95],
        [...onCircle([0, 0], rim, 42), 220],
      ),
      { at: c, turn: angle },
    )
  const walk = (from: number, sweep: number) => arc(c, rim, from, sweep)
  return chained(
    line([0, 0], onCircle(c, rim, -90)),
    walk(-90, 360),
    walk(-90, 48),
    ...[0, 90, 180].flatMap(turn => [petal(turn), walk(turn + 42, 6)]),
    petal(270),
    walk(312, -42),
    line(onCircle(c, rim, -90), [0, 0]),
  )
}

/** A daisy of slim petals on a stem. */
export function daisyHead(count = 9): Path {
  const c: XY = [0, 2.2]
  const bloom = placed(petals(count, 0.5, -90 + 180 / count, { tip: 1.75, plump: 0.86 }, 360 - 360 / count), { at: c })
  const gap = 180 / count
  return chained(
    line([0, 0], [0, 1.7]),
    arc(c, 0.5, -90, 360),
    arc(c, 0.5, -90, gap),
    bloom,
    arc(c, 0.5, -90 - gap, gap),
    line([0, 1.7], [0, 0]),
  )
}

/** A sunflower: pointed petals round a disc of crossing seeds. */
export function sunflowerHead(): Path {
  const c: XY = [0, 2.3]
  const count = 15
  const gap = 180 / count
  const coil = traced(a => onCircle(c, 0.82 - (0.68 * a) / 1080, a - 90), 0, 1080, 24)
  return chained(
    line([0, 0], [0, 1.48]),
    retraced(coil),
    arc(c, 0.82, -90, gap),
    placed(petals(count - 1, 0.82, -90 + gap, { tip: 1.95, plump: 0.95, pointed: true }, 360 - 2 * gap), { at: c }),
    arc(c, 0.82, -90 - gap, gap),
    line([0, 1.48], [0, 0]),
  )
}

/** A dogwood blossom: four heart-shaped petals with a vein each, joined at the middle. Begins and ends there. */
export function dogwood(): Path {
  const half = edges(
    [
      [0, 0.3, 35],
      [0.72, 0.95, 80],
      [0.62, 1.6, 120],
      [0.22, 1.78, 200],
    ],
    [
      [0.1, 1.62],
      [0, 1.52],
    ],
  )
  const petal = chained(
    line([0, 0], [0, 0.3]),
    mirrored(half, 'pointed'),
    retraced(line([0, 0.3], [0, 1.1])),
    line([0, 0.3], [0, 0]),
  )
  return chained(...[45, 135, 225, 315].map(turn => placed(petal, { turn })))
}

/** A five-petalled blossom from the middle: rounded petals with three stamens each. */
export function blossom(): Path {
  const count = 5
  const half = edges([
    [0, 0, 62],
    [0.64, 1.05, 90],
    [0.36, 1.74, 165],
    [0, 1.58],
  ])
  const petal = chained(mirrored(half, 'pointed'), retraced(line([0, 0], [0, 0.72])))
  return chained(...Array.from({ length: count }, (_, i) => placed(petal, { turn: (i * 360) / count })))
}
