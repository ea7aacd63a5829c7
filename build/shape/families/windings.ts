import {
  between,
  chained,
  curve,
  oneOf,
  polyline,
  type Roll,
  type ShapeFamily,
  type Strokes,
  whole,
} from '../strokes.ts'

const TURN = 2 * Math.PI

const around = (radius: number, angle: number): [number, number] => [radius * Math.cos(angle), radius * Math.sin(angle)]

function spiral(roll: Roll, radius: (t: number) => number): Strokes {
  const turns = between(roll, 2.5, 6)
  const start = between(roll, 0, TURN)
  const sense = roll() < 0.5 ? 1 : -1
  return [curve(Math.ceil(turns * 40), t => around(radius(t), start + sense * t * turns * TURN))]
}

/** A spiral of straight sides. */
function cornered(roll: Roll, sides: number): Strokes {
  const rings = whole(roll, 3, 6)
  const points = Array.from({ length: rings * sides }, (_, k) =>
    around(0.15 + k / (rings * sides), (k * TURN) / sides + 0.2),
  )
  return [polyline(points)]
}

/** Curves that wind around or wander through. */
export const windings: readonly ShapeFamily[] = [
  { id: 'spiral', draw: roll => spiral(roll, t => 0.03 + t) },
  {
    id: 'shell spiral',
    draw: roll => {
      const growth = between(roll, 2.4, 4)
      return spiral(roll, t => Math.exp(growth * (t - 1)))
    },
  },
  {
    id: 'double spiral',
    draw(roll) {
      const turns = between(roll, 1.5, 3.5)
      const arm = (sense: number) =>
        curve(120, t => {
          const [x, y] = around(t, t * turns * TURN)
          return [sense * x, sense * y]
        })
      const inwards = Float64Array.from(reversedPairs(arm(-1)))
      return [chained([inwards, arm(1)])]
    },
  },
  {
    id: 'echo spiral',
    draw(roll) {
      // In and out again between its own windings.
      const turns = between(roll, 2, 4)
      const gap = 0.5 / turns
      const inwards = curve(140, t => around(1 - t * (1 - gap), t * turns * TURN))
      const out = curve(140, t => around(gap + t * (1 - gap), turns * TURN + Math.PI - t * turns * TURN))
      return [chained([inwards, out])]
    },
  },
  { id: 'square spiral', draw: roll => cornered(roll, 4) },
  { id: 'triangle spiral', draw: roll => cornered(roll, 3) },
  {
    id: 'stipple',
    draw(roll) {
      return [wander(roll, whole(roll, 60, 120), between(roll, 1.6, 2.4))]
    },
  },
  {
    id: 'loose wander',
    draw(roll) {
      const heading = [between(roll, 0, 6), between(roll, 0, 6), between(roll, 0, 6)]
      let [x, y, angle] = [0, 0, 0]
      return [
        curve(300, t => {
          const bend =
            9 * Math.sin(13 * t + heading[0]!) + 7 * Math.sin(29 * t + heading[1]!) + 4 * Math.sin(41 * t + heading[2]!)
          angle += bend / 60
          x += Math.cos(angle * 0.8) / 60
          y += Math.sin(angle * 0.8) / 60
          return [x, y]
        }),
      ]
    },
  },
  {
    id: 'maze',
    draw(roll) {
      const size = whole(roll, 5, 8)
      return [mazeWalk(roll, size)]
    },
  },
  {
    id: 'loops with spirals',
    draw(roll) {
      const count = whole(roll, 3, 5)
      const turns = between(roll, 1.5, 2.5)
      const parts = Array.from({ length: count }, (_, k) => {
        const up = k % 2 ? -1 : 1
        return curve(90, t => {
          const s = t < 0.5 ? 2 * t : 2 - 2 * t
          const r = 0.5 * (1 - s) + 0.04 + (t < 0.5 ? 0 : 0.05)
          const a = -Math.PI / 2 + s * turns * TURN
          return [k * 1.15 + r * Math.cos(a), up * (0.55 + r * Math.sin(a))]
        })
      })
      return [chained(parts)]
    },
  },
  {
    id: 'scribble',
    draw(roll) {
      const rows = whole(roll, 8, 14)
      const lean = between(roll, 0.1, 0.3)
      return [
        polyline(
          Array.from({ length: rows * 2 }, (_, k): [number, number] => [
            (k % 2) * between(roll, 0.8, 1.2) + lean * k * 0.1,
            k * 0.09 + between(roll, 0, 0.03),
          ]),
        ),
      ]
    },
  },
  {
    id: 'rounded labyrinth',
    draw(roll) {
      const rings = whole(roll, 4, 7)
      const parts: Float64Array[] = []
      for (let k = 0; k < rings; k++) {
        const r = 0.25 + k * 0.18
        const from = k % 2 ? 0.15 : TURN - 0.15
        parts.push(curve(60, t => around(r, k % 2 ? from + t * (TURN - 0.3) : from - t * (TURN - 0.3))))
      }
      return [chained(parts)]
    },
  },
  {
    id: 'figure of eights',
    draw(roll) {
      const [a, b] = oneOf(roll, [
        [1, 2],
        [2, 4],
      ] as const)
      const flat = between(roll, 0.4, 0.8)
      const count = whole(roll, 1, 3)
      return Array.from({ length: count }, (_, k) =>
        curve(120, t => [Math.sin(a * TURN * t) + k * 0.3, flat * Math.sin(b * TURN * t)]),
      )
    },
  },
]

function reversedPairs(line: Float64Array): number[] {
  const out: number[] = []
  for (let at = line.length - 2; at >= 0; at -= 2) out.push(line[at]!, line[at + 1]!)
  return out
}

/** A soft line through a jumble of points on a grid, row by row: never crossing, round everywhere. */
function wander(roll: Roll, count: number, swing: number): Float64Array {
  const columns = Math.round(Math.sqrt(count))
  const knots = Array.from({ length: columns * columns }, (_, k): [number, number] => {
    const row = Math.floor(k / columns)
    const column = row % 2 ? columns - 1 - (k % columns) : k % columns
    return [
      column + between(roll, -0.2, 0.2),
      row * swing + (k % 2 ? 0.5 : -0.5) * swing * 0.9 + between(roll, -0.25, 0.25),
    ]
  })
  return smooth(knots)
}

/** Through points, softly (Catmull and Rom's spline). */
export function smooth(points: readonly (readonly [number, number])[], parts = 6): Float64Array {
  const out: number[] = []
  for (let k = 0; k + 1 < points.length; k++) {
    const [p0, p1, p2, p3] = [
      points[Math.max(0, k - 1)]!,
      points[k]!,
      points[k + 1]!,
      points[Math.min(points.length - 1, k + 2)]!,
    ]
    for (let s = 0; s < parts; s++) {
      const t = s / parts
      for (const axis of [0, 1] as const) {
        const [a, b, c, d] = [p0[axis], p1[axis], p2[axis], p3[axis]]
        out.push(
          0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t),
        )
      }
    }
  }
  out.push(...points.at(-1)!)
  return Float64Array.from(out)
}

/** Square corners only, each cell of a board once: a Hamiltonian snake with turns thrown in. */
function mazeWalk(roll: Roll, size: number): Float64Array {
  const points: [number, number][] = []
  for (let band = 0; band < size; band++) {
    const y = band * 2
    for (let k = 0; k < size; k++) {
      const x = band % 2 ? size - 1 - k : k
      const first = k % 2 ? 1 : 0
      const deep = roll() < 0.8 ? 1 : 0.5
      points.push([x, y + first * deep], [x, y + (1 - first) * deep])
    }
  }
  return polyline(points)
}
