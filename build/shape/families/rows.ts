import { between, chained, curve, polyline, type Roll, type ShapeFamily, type Strokes, whole } from '../strokes.ts'
import { smooth } from './windings.ts'

const TURN = 2 * Math.PI

type Unit = (t: number) => readonly [number, number]

/** A unit from 0,0 to `step`,0 told over and over. */
function repeats(roll: Roll, step: number, unit: Unit, points = 40): Strokes {
  const count = whole(roll, 3, 7)
  return [
    chained(
      Array.from({ length: count }, (_, k) =>
        curve(points, t => {
          const [x, y] = unit(t)
          return [x + k * step, y]
        }),
      ),
    ),
  ]
}

function angular(roll: Roll, step: number, points: readonly (readonly [number, number])[]): Strokes {
  const count = whole(roll, 3, 7)
  return [polyline(Array.from({ length: count }, (_, k) => points.map(([x, y]) => [x + k * step, y] as const)).flat())]
}

/** Lines that go along and do the same again. */
export const rows: readonly ShapeFamily[] = [
  {
    id: 'wave',
    draw(roll) {
      const tall = between(roll, 0.15, 0.7)
      return repeats(roll, 1, t => [t, tall * Math.sin(TURN * t)])
    },
  },
  {
    id: 'loop row',
    draw(roll) {
      const big = between(roll, 0.3, 0.6)
      return repeats(roll, 1, t => [t - big * Math.sin(TURN * t), big * (1 - Math.cos(TURN * t))])
    },
  },
  {
    id: 'loops both sides',
    draw(roll) {
      const big = between(roll, 0.25, 0.45)
      return repeats(
        roll,
        2,
        t => {
          const s = (2 * t) % 1
          const side = t < 0.5 ? 1 : -1
          return [2 * t - big * Math.sin(TURN * s), side * big * (1 - Math.cos(TURN * s))]
        },
        80,
      )
    },
  },
  {
    id: 'zigzag',
    draw(roll) {
      const [tall, lean] = [between(roll, 0.3, 1.5), between(roll, 0.35, 0.65)]
      return angular(roll, 1, [
        [0, 0],
        [lean, tall],
      ])
    },
  },
  {
    id: 'battlement',
    draw(roll) {
      const [tall, wide] = [between(roll, 0.3, 1), between(roll, 0.3, 0.7)]
      return angular(roll, 1, [
        [0, 0],
        [0, tall],
        [wide, tall],
        [wide, 0],
      ])
    },
  },
  {
    id: 'greek key row',
    draw(roll) {
      const b = between(roll, 0.16, 0.22)
      const tall = between(roll, 0.8, 1.2)
      return angular(roll, 1, [
        [0, 0],
        [0, tall],
        [1 - b, tall],
        [1 - b, tall * 0.3],
        [2 * b, tall * 0.3],
        [2 * b, tall * 0.65],
        [3 * b, tall * 0.65],
        [1 - b, 0],
      ])
    },
  },
  {
    id: 'scallops',
    draw(roll) {
      const tall = between(roll, 0.3, 0.7)
      return repeats(roll, 1, t => [0.5 - 0.5 * Math.cos(Math.PI * t), tall * Math.sin(Math.PI * t)], 24)
    },
  },
  {
    id: 'ribbon candy',
    draw(roll) {
      const [bulge, tall] = [between(roll, 0.25, 0.42), between(roll, 0.6, 1.2)]
      return repeats(roll, 1, t => [t + bulge * Math.sin(2 * TURN * t), tall * Math.sin(TURN * t)], 60)
    },
  },
  {
    id: 'sea waves',
    draw(roll) {
      const curl = between(roll, 1, 1.6)
      return repeats(
        roll,
        1,
        t => {
          if (t < 0.5) return [0.9 * t * 2, 0.6 * (2 * t) ** 2]
          const s = 2 * t - 1
          const r = 0.3 * (1 - 0.7 * Math.sin(Math.PI * s))
          return [
            0.9 + 0.1 * s + r * Math.sin(curl * TURN * Math.sin(Math.PI * s) * 0.6) * (1 - s),
            0.6 * (1 - s) + r * (Math.cos(curl * 4 * Math.sin(Math.PI * s)) - 1) * (1 - s),
          ]
        },
        60,
      )
    },
  },
  {
    id: 'braid',
    draw(roll) {
      const strands = whole(roll, 2, 4)
      const count = whole(roll, 3, 6)
      const tall = between(roll, 0.25, 0.5)
      return Array.from({ length: strands }, (_, k) =>
        curve(count * 30, t => [t * count, tall * Math.sin(TURN * (t * count + k / strands))]),
      )
    },
  },
  {
    id: 'orange peel',
    draw(roll) {
      const count = whole(roll, 3, 6)
      const fat = between(roll, 0.25, 0.5)
      const way = (up: number) =>
        curve(count * 24, t => [t * count, up * fat * Math.abs(Math.sin(Math.PI * t * count))])
      return [
        chained([
          way(1),
          Float64Array.from(
            Array.from({ length: count * 24 + 1 }, (_, k) => {
              const t = 1 - k / (count * 24)
              return [t * count, -fat * Math.abs(Math.sin(Math.PI * t * count))]
            }).flat(),
          ),
        ]),
      ]
    },
  },
  {
    id: 'bubbles in a chain',
    draw(roll) {
      const count = whole(roll, 4, 9)
      let x = 0
      const parts = Array.from({ length: count }, () => {
        const r = between(roll, 0.25, 0.6)
        const from = x
        x += 2 * r
        return curve(40, t => [from + r - r * Math.cos(TURN * 1.5 * t), r * Math.sin(TURN * 1.5 * t)])
      })
      return [chained(parts)]
    },
  },
  {
    id: 'flames',
    draw(roll) {
      const [tall, lean] = [between(roll, 0.9, 1.8), between(roll, 0.1, 0.35)]
      return repeats(roll, 1, t => {
        const up = t < 0.5 ? 2 * t : 2 - 2 * t
        return [t + lean * Math.sin(Math.PI * up) * (t < 0.5 ? -1 : 1) + lean * up ** 2, tall * up ** 1.6]
      })
    },
  },
  {
    id: 'clouds',
    draw(roll) {
      const count = whole(roll, 5, 9)
      const parts = Array.from({ length: count }, (_, k) => {
        const r = between(roll, 0.3, 0.7)
        const angle = (k / count) * TURN
        return curve(20, t => {
          const a = angle + t * (TURN / count)
          const out = 1.4 + r * Math.sin(Math.PI * t)
          return [1.5 * out * Math.cos(a), out * Math.sin(a)]
        })
      })
      return [chained([...parts, parts[0]!.slice(0, 2)])]
    },
  },
  {
    id: 'echoed waves',
    draw(roll) {
      const lines = whole(roll, 4, 9)
      const [waves, tall, apart] = [between(roll, 1, 3), between(roll, 0.1, 0.3), between(roll, 0.12, 0.25)]
      return Array.from({ length: lines }, (_, k) =>
        curve(80, t => {
          const x = k % 2 ? 1 - t : t
          return [2 * x, k * apart + tall * Math.sin(TURN * waves * x)]
        }),
      )
    },
  },
  {
    id: 'chevrons',
    draw(roll) {
      const lines = whole(roll, 3, 8)
      const [teeth, tall, apart] = [whole(roll, 2, 6), between(roll, 0.2, 0.5), between(roll, 0.15, 0.3)]
      return Array.from({ length: lines }, (_, k) =>
        polyline(
          Array.from({ length: teeth * 2 + 1 }, (_u, i): [number, number] => [
            i / (2 * teeth),
            k * apart * 0.5 + (i % 2) * tall * 0.5,
          ]),
        ),
      )
    },
  },
  {
    id: 'rope',
    draw(roll) {
      const count = whole(roll, 6, 14)
      const [lean, fat] = [between(roll, 0.3, 0.8), between(roll, 0.15, 0.3)]
      const parts = Array.from({ length: count }, (_, k) =>
        curve(16, t => [k * 0.4 + lean * t + fat * Math.sin(TURN * t), t]),
      )
      return parts
    },
  },
  {
    id: 'hills',
    draw(roll) {
      const knots = Array.from({ length: whole(roll, 8, 14) }, (_, k): [number, number] => [
        k * 0.5,
        (k % 2) * between(roll, 0.3, 0.8),
      ])
      return [smooth(knots)]
    },
  },
  {
    id: 'knots on a string',
    draw(roll) {
      const big = between(roll, 0.3, 0.5)
      return repeats(
        roll,
        1.6,
        t => {
          const a = TURN * t
          return [1.6 * t - big * Math.sin(2 * a) * Math.sin(a / 2) * 1.6, big * Math.sin(a) * Math.cos(a) * 2]
        },
        70,
      )
    },
  },
  {
    id: 'teeth',
    draw(roll) {
      const [slope, tall] = [between(roll, 0.85, 1), between(roll, 0.4, 1)]
      return angular(roll, 1, [
        [0, 0],
        [slope, tall],
        [1, 0],
      ])
    },
  },
]
