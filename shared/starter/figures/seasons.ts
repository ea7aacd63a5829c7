import { arc, line, onCircle, placed, retraced, reversed, type Path, type XY } from '#shared/starter/path.ts'
import { through } from '#shared/starter/spline.ts'
import { chained, edges, mirrored, ring, trip } from './draw.ts'

/** A Christmas tree of three swept tiers with a star on top. Begins and ends at its trunk. */
export function christmasTree(): Path {
  const half = edges(
    [
      [0, 0],
      [0.28, 0],
    ],
    [[0.28, 0.6]],
    [
      [1.0, 0.42],
      [1.75, 0.62],
    ],
    [
      [1.15, 1.15],
      [0.8, 1.75],
    ],
    [
      [1.1, 1.7],
      [1.42, 1.82],
    ],
    [
      [0.9, 2.3],
      [0.6, 2.85],
    ],
    [
      [0.8, 2.8],
      [1.05, 2.9],
    ],
    [
      [0.5, 3.4],
      [0, 4.3],
    ],
  )
  const star = placed(fivePointed(0.42, 0.18), { at: [0, 4.3 + 0.18] })
  return chained(half, star, placed(reversed(half), { flip: 'x' }))
}

/** A star of five points from its lowest notch and back to it. */
export function fivePointed(tip: number, waist: number): Path {
  return line(...Array.from({ length: 11 }, (_, i): XY => onCircle([0, 0], i % 2 === 0 ? waist : tip, -90 + i * 36)))
}

/** A star with a smaller one inside, hanging on its lowest notch. */
export function star(): Path {
  const lift: XY = [0, 0.78]
  const inner: XY = [0, 0.78 - 0.44]
  return chained(
    placed(fivePointed(1.75, 0.78), { at: lift }),
    line([0, 0], inner),
    placed(fivePointed(1.0, 0.44), { at: lift }),
    line(inner, [0, 0]),
  )
}

/** A snowflake of six feathered arms, hanging on one of them. */
export function snowflake(): Path {
  const c: XY = [0, 2.2]
  const twig = (x: number, reach: number): Path[] =>
    [60, -60].map(angle => retraced(line([x, 0], onCircle([x, 0], reach, angle))))
  const arm = (whole: boolean): Path =>
    chained(
      line([0, 0], [0.75, 0]),
      ...twig(0.75, 0.5),
      line([0.75, 0], [1.35, 0]),
      ...twig(1.35, 0.6),
      line([1.35, 0], [2.2, 0]),
      ...(whole ? [line([2.2, 0], [0, 0])] : []),
    )
  const inwards = placed(reversed(arm(false)), { turn: -90, at: c })
  return chained(inwards, ...[-30, 30, 90, 150, 210].map(turn => placed(arm(true), { turn, at: c })), line(c, [0, 0]))
}

/** A sprig of holly: two prickly leaves spread, three berries between them. */
export function hollySprig(): Path {
  const tooth = (a: XY, b: XY): XY => [
    (a[0] + b[0]) / 2 - (b[1] - a[1]) * 0.14,
    (a[1] + b[1]) / 2 + (b[0] - a[0]) * -0.14,
  ]
  const side = (sign: 1 | -1): XY[] =>
    (
      [
        [0, 0],
        [0.55, 0.55],
        [1.25, 0.72],
        [1.95, 0.55],
        [2.7, 0],
      ] as XY[]
    ).map(([x, y]): XY => [x, y * sign])
  const edge = [...side(1), ...side(-1).reverse().slice(1)]
  const outline: Path[] = []
  for (let i = 1; i < edge.length; i++) {
    const [a, b] = [edge[i - 1]!, edge[i]!]
    const [mx, my] = tooth(a, b)
    outline.push(through(a, [mx, my], b))
  }
  const blade = chained(...outline, retraced(line([0, 0], [2.1, 0])))
  const berry = (angle: number, reach: number): Path => {
    const at = onCircle([0, 0], reach, angle)
    return chained(
      line([0, 0], at),
      arc(onCircle([0, 0], reach + 0.27, angle), 0.27, angle + 180, 360),
      line(at, [0, 0]),
    )
  }
  return chained(
    placed(blade, { turn: 28 }),
    berry(62, 0.5),
    berry(90, 1.0),
    berry(118, 0.5),
    placed(blade, { turn: 152, flip: 'y' }),
  )
}

/** A mitten with its cuff, thumb to the right. */
export function mitten(): Path {
  return edges(
    [
      [0, 0],
      [0.75, 0],
    ],
    [
      [0.82, 0.3],
      [0.75, 0.62],
    ],
    [
      [0.85, 0.95],
      [1.1, 1.1, 45],
      [1.75, 1.75],
      [1.6, 2.2, 165],
      [1.15, 2.0],
      [0.85, 1.85],
    ],
    [
      [0.9, 2.6, 92],
      [0.05, 3.5, 180],
      [-0.8, 2.6, -92],
      [-0.75, 0.62],
    ],
    [[0.75, 0.62]],
    [[-0.75, 0.62]],
    [
      [-0.82, 0.3],
      [-0.75, 0],
    ],
    [[0, 0]],
  )
}

/** A gingerbread man. */
export function gingerbread(): Path {
  const half = edges(
    [
      [0, 0],
      [0.3, -0.4, -40],
      [0.62, -0.48, 20],
      [0.85, -0.15, 90],
      [0.62, 0.9, 95],
      [0.75, 1.28, 20],
      [1.4, 1.22, 0],
      [1.72, 1.55, 90],
      [1.4, 1.88, 180],
      [0.62, 1.95, 172],
      [0.45, 2.15],
    ],
    [
      [0.72, 2.65, 92],
      [0, 3.3, 180],
    ],
  )
  return mirrored(half)
}

/** A bell with its bow. Hangs by its clapper. */
export function bell(): Path {
  const half = edges(
    [
      [0, 0, 0],
      [0.26, 0.25, 90],
      [0.22, 0.42],
    ],
    [[1.4, 0.5]],
    [
      [0.95, 1.0],
      [0.85, 1.8, 95],
      [0.5, 2.5, 140],
      [0, 2.7, 180],
    ],
  )
  const bow = through([0, 2.7, 30], [0.75, 3.15, 20], [1.1, 2.8, -95], [0.6, 2.55, 175], [0, 2.7, 160])
  return chained(
    half,
    bow,
    placed(reversed(bow), { flip: 'x' }),
    placed(reversed(half), { flip: 'x' }),
    through([0, 0, 180], [-0.26, 0.25, 90], [-0.22, 0.42]),
    line([-0.22, 0.42], [0.22, 0.42]),
    through([0.22, 0.42], [0.26, 0.25, -90], [0, 0, 180]),
  )
}

/** A ghost with a wavy hem, waving. */
export function ghost(): Path {
  const outline = edges(
    [
      [0, 0],
      [0.35, 0.28, 0],
      [0.7, 0],
    ],
    [
      [1.0, 0.22],
      [1.35, 0.05],
    ],
    [
      [1.1, 0.9, 95],
      [1.15, 1.45, 60],
      [1.55, 1.75],
      [1.42, 2.05, 170],
      [1.0, 1.98],
    ],
    [
      [0.85, 2.85, 105],
      [0, 3.5, 180],
      [-0.85, 2.85, -105],
      [-1.0, 1.98],
    ],
    [
      [-1.42, 2.05, 190],
      [-1.55, 1.75],
      [-1.15, 1.45, -60],
      [-1.1, 0.9, -95],
      [-1.35, 0.05],
    ],
    [
      [-1.0, 0.22],
      [-0.7, 0],
    ],
    [
      [-0.35, 0.28, 0],
      [0, 0],
    ],
  )
  const eye = (x: number): Path => ring(0, [x, 2.45], [x + 0.16, 2.68, 90], [x, 2.92, 180], [x - 0.16, 2.68, -90])
  return chained(
    outline,
    line([0, 0], [0, 2.3]),
    trip([0, 2.3], eye(0.34)),
    trip([0, 2.3], eye(-0.34)),
    line([0, 2.3], [0, 0]),
  )
}

/** A witch’s hat with a band, its tip bent. */
export function witchHat(): Path {
  return edges(
    [
      [0, 0, 0],
      [1.2, 0.12],
      [2.0, 0.42, 20],
    ],
    [
      [1.4, 0.6],
      [0.95, 0.66],
    ],
    [[0.75, 1.15]],
    [
      [0.45, 1.9],
      [0.55, 2.5],
      [1.15, 2.75],
    ],
    [
      [0.4, 2.95],
      [-0.2, 2.3],
      [-0.75, 1.15],
    ],
    [
      [0, 1.0],
      [0.75, 1.15],
    ],
    [[0.95, 0.66]],
    [
      [0, 0.5, 180],
      [-0.95, 0.66],
    ],
    [[-0.75, 1.15]],
    [[-0.95, 0.66]],
    [
      [-1.4, 0.6],
      [-2.0, 0.42],
    ],
    [
      [-1.2, 0.12],
      [0, 0, 0],
    ],
  )
}

/** A spider’s web of eight threads and four rounds that hang between them. Begins and ends at its lowest thread. */
export function web(): Path {
  const c: XY = [0, 2.2]
  const threads = 8
  const at = (r: number, i: number): XY => onCircle(c, r, -90 + (i * 360) / threads)
  const round = (r: number): Path =>
    chained(
      ...Array.from({ length: threads }, (_, i) => {
        const mid = onCircle(c, r * 0.8, -90 + ((i + 0.5) * 360) / threads)
        return through(at(r, i), mid, at(r, i + 1))
      }),
    )
  const rounds = [2.0, 1.5, 1.0, 0.5]
  const parts: Path[] = []
  let from = 2.2
  for (const r of rounds) {
    parts.push(line(at(from, 0), at(r, 0)), round(r))
    from = r
  }
  parts.push(line(at(from, 0), c))
  for (let i = 1; i < threads; i++) parts.push(retraced(line(c, at(2.2, i))))
  parts.push(line(c, at(2.2, 0)))
  return chained(...parts)
}

/** A pumpkin of five ribs that stands on 0,0. */
export function pumpkin(): Path {
  const rib = (wide: number, tilt: number): Path =>
    mirrored(
      through(
        [0, 0, -tilt * 0.4],
        [wide * 0.55, -0.02 + wide * 0.05],
        [wide, 1.1, 90],
        [wide * 0.52, 2.08 + wide * 0.05],
        [0, 2.0, 180 + tilt],
      ),
      'pointed',
    )
  const stem = edges(
    [
      [0, 2.0],
      [-0.2, 2.1],
    ],
    [
      [-0.16, 2.4],
      [-0.4, 2.75],
    ],
    [[-0.08, 2.85]],
    [
      [0.05, 2.5],
      [0.22, 2.1],
    ],
    [[0, 2.0]],
  )
  const core = through([0, 0], [0.42, 0.5], [0.5, 1.1, 92], [0.4, 1.6], [0, 2.0])
  return chained(rib(1.55, 30), rib(1.02, 18), core, stem, placed(reversed(core), { flip: 'x' }))
}
