import { arc, line, placed, reversed, type Path } from '#shared/starter/path.ts'
import { through } from '#shared/starter/spline.ts'
import { chained, edges } from './draw.ts'

/** A little car facing right, with windows and two wheels. Hangs on the middle of its sill. */
export function car(): Path {
  const wheel = (x: number): Path => chained(arc([x, 0], 0.46, 180, 360), arc([x, 0], 0.46, 180, -180))
  const body = edges(
    [
      [1.66, 0],
      [2.3, 0],
    ],
    [
      [2.42, 0.5],
      [2.2, 0.85],
    ],
    [
      [1.7, 0.98],
      [1.15, 1.02],
    ],
    [
      [0.9, 1.6],
      [0.45, 1.85, 180],
      [-0.9, 1.85, 180],
      [-1.4, 1.6],
      [-1.7, 1.02],
    ],
    [
      [-2.2, 0.95],
      [-2.35, 0.5, -95],
      [-2.3, 0],
    ],
    [[-1.66, 0]],
  )
  const front = edges(
    [
      [0, 1.02],
      [0.85, 1.02],
    ],
    [
      [0.68, 1.42],
      [0.4, 1.58],
    ],
    [[0, 1.58]],
    [[0, 1.02]],
  )
  const rear = edges(
    [
      [0, 1.02],
      [-1.4, 1.02],
    ],
    [
      [-1.22, 1.45],
      [-0.85, 1.58],
    ],
    [[0, 1.58]],
  )
  return chained(
    line([0, 0], [0.74, 0]),
    wheel(1.2),
    body,
    wheel(-1.2),
    line([-0.74, 0], [0, 0]),
    line([0, 0], [0, 1.02]),
    front,
    rear,
    line([0, 1.58], [0, 0]),
  )
}

/** A steam engine facing right: chimney, boiler, cab and three wheels on a track. Hangs on the middle of the track side. */
export function engine(): Path {
  const wheel = (x: number, r: number): Path => arc([x, r], r, -90, 360)
  return chained(
    line([0, 0], [0.35, 0]),
    wheel(0.35, 0.42),
    line([0.35, 0], [1.35, 0]),
    wheel(1.35, 0.42),
    edges(
      [
        [1.35, 0],
        [2.5, 0],
      ],
      [[1.95, 0.55]],
      [[1.95, 1.75]],
      [[1.55, 1.75]],
      [
        [1.55, 2.1],
        [1.75, 2.55],
      ],
      [[0.95, 2.55]],
      [
        [1.15, 2.1],
        [1.15, 1.75],
      ],
      [[0.5, 1.75]],
      [
        [0.45, 2.1, 95],
        [0.15, 2.3, 180],
        [-0.15, 2.1, -95],
        [-0.2, 1.75],
      ],
      [[-0.5, 1.75]],
      [[-0.5, 2.75]],
      [[-2.1, 2.75]],
      [
        [-2.1, 3.0],
        [-1.3, 3.12, 0],
        [-0.3, 3.0],
      ],
      [[-0.5, 2.75]],
      [[-1.9, 2.75]],
      [[-1.9, 0.55]],
      [[-1.9, 0]],
      [[-1.1, 0]],
    ),
    wheel(-1.1, 0.7),
    line([-1.1, 0], [0, 0]),
  )
}

/** A sailing boat with two sails. */
export function sailboat(): Path {
  return chained(
    through([0, 0, 0], [0.9, 0.02], [1.55, 0.62]),
    line([1.55, 0.62], [0.1, 0.62], [0.1, 0.85]),
    through([0.1, 0.85], [0.7, 0.82], [1.4, 0.98]),
    through([1.4, 0.98], [0.72, 2.1], [0.1, 3.4]),
    line([0.1, 3.4], [0.1, 0.85], [-0.08, 0.85], [-0.08, 2.9]),
    through([-0.08, 2.9], [-0.5, 1.8], [-1.3, 0.98]),
    through([-1.3, 0.98], [-0.7, 0.82], [-0.08, 0.85]),
    line([-0.08, 0.85], [-0.08, 0.62], [-1.55, 0.62]),
    through([-1.55, 0.62], [-0.9, 0.02], [0, 0, 0]),
  )
}

/** An anchor. */
export function anchor(): Path {
  const half = edges(
    [
      [0, 0],
      [0.9, 0.3],
      [1.45, 1.05],
    ],
    [[1.7, 0.98]],
    [[1.42, 1.75]],
    [[0.85, 1.25]],
    [[1.12, 1.2]],
    [
      [0.75, 0.72],
      [0.16, 0.48],
    ],
    [[0.16, 2.45]],
    [[0.85, 2.45]],
    [[0.85, 2.75]],
    [[0.16, 2.75]],
    [[0, 2.9]],
  )
  return chained(half, arc([0, 3.3], 0.4, -90, 360), placed(reversed(half), { flip: 'x' }))
}

/** A hot-air balloon with its basket. */
export function balloon(): Path {
  const half = edges(
    [
      [0, 0],
      [0.38, 0],
    ],
    [[0.45, 0.5]],
    [
      [0.42, 0.5],
      [0.45, 0.95],
    ],
    [
      [1.2, 1.9],
      [1.45, 2.75, 92],
      [0, 4.1, 180],
    ],
  )
  const gore = (x: number): Path => through([0, 4.1], [x, 2.8, -90], [x * 0.32, 0.95])
  return chained(
    half,
    gore(-0.62),
    line([-0.2, 0.95], [0.2, 0.95]),
    reversed(gore(0.62)),
    placed(reversed(half), { flip: 'x' }),
  )
}
