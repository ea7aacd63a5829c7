import { CORNER, join, placed, retraced, reversed, type Path } from './path.ts'
import { through } from './spline.ts'

/** One half of a butterfly, right of its body, from the tail at 0,-1 up to the head at 0,0.75. About two inches wide spread. */
function rightHalf(): Path {
  const upper = through(
    [0.09, 0.3, 62],
    [0.62, 1.18],
    [1.5, 1.62, 0],
    [1.92, 1.2, -92],
    [1.5, 0.42],
    [0.85, 0.08],
    [0.09, 0.1, 168],
  )
  const upperInner = through(
    [0.09, 0.2, 48],
    [0.72, 0.92],
    [1.3, 1.22, 0],
    [1.52, 1.0, -95],
    [1.15, 0.52],
    [0.65, 0.28],
    [0.09, 0.2, 190],
  )
  const lower = through(
    [0.09, 0.1, -8],
    [0.8, -0.12],
    [1.42, -0.42],
    [1.5, -0.95, -100],
    [1.08, -1.34],
    [0.72, -1.12],
    [0.42, -0.66],
    [0.09, -0.18, 118],
  )
  const lowerInner = through(
    [0.09, -0.02, -22],
    [0.72, -0.36],
    [1.12, -0.62],
    [1.12, -0.94, -115],
    [0.9, -0.98],
    [0.5, -0.5],
    [0.09, -0.02, 132],
  )
  const antenna = through(
    [0, 0.55, 70],
    [0.28, 1.05],
    [0.5, 1.5, 70],
    [0.62, 1.62, 0],
    [0.68, 1.52, -90],
    [0.6, 1.45, 180],
  )
  return join(
    through([0, -0.95, 60], [0.1, -0.55], [0.09, -0.18, 92]),
    through([0.09, -0.18, 90], [0.09, -0.02, 90]),
    CORNER,
    lowerInner,
    CORNER,
    through([0.09, -0.02], [0.09, 0.1]),
    CORNER,
    lower,
    CORNER,
    through([0.09, -0.18], [0.09, 0.2]),
    CORNER,
    upperInner,
    CORNER,
    through([0.09, 0.2], [0.09, 0.3]),
    CORNER,
    upper,
    CORNER,
    through([0.09, 0.1], [0.09, 0.3]),
    through([0.09, 0.3, 90], [0, 0.55, 135]),
    CORNER,
    retraced(antenna),
  )
}

/** A butterfly from its tail and back to it: right wings, feelers, left wings. */
export function butterfly(): Path {
  const half = rightHalf()
  const other = placed(half, { flip: 'x' })
  return join(half, CORNER, reversed(other))
}
