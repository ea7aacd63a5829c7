import { arc, CORNER, join, line, onCircle, placed, retraced, reversed, type Path } from './path.ts'
import { leaf } from './leaf.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

/** Where the neck meets the eye. */
const EYE = onCircle([0.15, 0.8], 0.16, -105)

/** The right half of a dragonfly, from the end of its tail up to the top of its head. */
function dragonflyHalf(): Path {
  const wing = (reach: number, rise: number, wide: number, inner: boolean): Path => {
    const k = inner ? 0.72 : 1
    const turn = (Math.atan2(rise, reach) * 180) / Math.PI
    const length = Math.hypot(reach, rise) * k
    const w = wide * (inner ? 0.5 : 1)
    return placed(
      through([0, 0, 22], [length * 0.55, w, 4], [length, w * 0.1, -95], [length * 0.6, -w * 0.62, 180], [0, 0, 158]),
      { turn },
    )
  }
  const at = (path: Path, y: number) => placed(path, { at: [0.13, y] })
  return join(
    through([0, -3.4, 30], [0.1, -3.2], [0.08, -2.2], [0.09, -0.9], [0.17, -0.35], [0.13, 0, 98]),
    CORNER,
    at(wing(2.7, -0.55, 0.34, true), 0),
    CORNER,
    at(wing(2.7, -0.55, 0.34, false), 0),
    CORNER,
    through([0.13, 0], [0.15, 0.2], [0.13, 0.4]),
    CORNER,
    at(wing(2.9, 0.7, 0.36, true), 0.4),
    CORNER,
    at(wing(2.9, 0.7, 0.36, false), 0.4),
    CORNER,
    through([0.13, 0.4, 80], [...EYE, 110]),
    CORNER,
    arc([0.15, 0.8], 0.16, -105, 250),
    CORNER,
    line(onCircle([0.15, 0.8], 0.16, 145), [0, 0.86]),
  )
}

const dragonfly = starter({
  slug: 'dragonfly',
  name: 'Dragonfly',
  kind: 'motif',
  family: 'garden',
  sizeInches: [7.9, 6.3],
  tags: ['dragonfly', 'garden', 'summer', 'water', 'nature'],
  notes: 'Starts and ends at the end of the tail.',
  path() {
    const half = dragonflyHalf()
    return placed(join(half, CORNER, reversed(placed(half, { flip: 'x' }))), { scale: 1.3 })
  },
})

const tulip = starter({
  slug: 'tulip',
  name: 'Tulip',
  kind: 'motif',
  family: 'garden',
  sizeInches: [3.9, 7.8],
  tags: ['tulip', 'flower', 'spring', 'garden'],
  notes: 'Starts and ends at the foot of the stem.',
  path() {
    const side = join(
      through([0, 4.2, 0], [1.05, 4.75], [1.35, 5.9, 92], [1.5, 7.4]),
      CORNER,
      through([1.5, 7.4], [0.85, 6.95], [0.55, 6.3]),
    )
    const middle = join(
      through([0.55, 6.3], [0.45, 7], [0, 7.75]),
      CORNER,
      through([0, 7.75], [-0.45, 7], [-0.55, 6.3]),
    )
    const blade = placed(leaf({ length: 3.9, half: 0.52, sway: 0.12 }), { turn: 48 })
    const other = placed(leaf({ length: 3.4, half: 0.48, sway: 0.14 }), { turn: 50 })
    return join(
      blade,
      CORNER,
      placed(other, { flip: 'x' }),
      CORNER,
      line([0, 0], [0, 4.2]),
      CORNER,
      side,
      CORNER,
      middle,
      CORNER,
      placed(reversed(side), { flip: 'x' }),
      CORNER,
      retraced(through([0, 4.2, 90], [0.02, 5.2], [0, 6.2])),
      CORNER,
      line([0, 4.2], [0, 0]),
    )
  },
})

export const garden = [dragonfly, tulip]
