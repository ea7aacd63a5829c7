import { between, chained, curve, mapped, polyline, type ShapeFamily, type Strokes, whole } from '../strokes.ts'

const TURN = 2 * Math.PI
const around = (radius: number, angle: number): [number, number] => [radius * Math.cos(angle), radius * Math.sin(angle)]

function ring(points: number, radius: (angle: number) => number): Float64Array {
  return curve(points, t => around(radius(TURN * t), TURN * t))
}

/** One shape set around a middle, root at 0,0, growing along x. */
function rosette(shape: Float64Array, count: number, inner = 0): Strokes {
  return Array.from({ length: count }, (_, k) => {
    const [cos, sin] = around(1, (k * TURN) / count)
    return mapped([shape], (x, y) => [(x + inner) * cos - y * sin, (x + inner) * sin + y * cos])[0]!
  })
}

/** A drop from 0,0 to 1,0 and back. */
const drop = (fat: number, point: number, points = 30): Float64Array =>
  curve(points, t => [Math.sin(Math.PI * t) ** point, fat * Math.sin(TURN * t)])

const heart = (dip: number): Float64Array =>
  curve(60, t => {
    const a = TURN * t
    return [Math.sin(a) ** 3, 0.8 * Math.cos(a) - dip * Math.cos(2 * a) - 0.12 * Math.cos(3 * a)]
  })

/** Flowers, stars and other things around a middle. */
export const blossoms: readonly ShapeFamily[] = [
  {
    id: 'rose curve',
    draw(roll) {
      const petals = whole(roll, 3, 9)
      return [ring(240, a => Math.cos(petals * a))]
    },
  },
  {
    id: 'daisy',
    draw(roll) {
      const heartSize = between(roll, 0.15, 0.35)
      const petals = rosette(drop(between(roll, 0.12, 0.3), between(roll, 0.6, 1)), whole(roll, 6, 14), heartSize)
      return [ring(40, () => heartSize), ...petals]
    },
  },
  {
    id: 'heart',
    draw: roll => [heart(between(roll, 0.25, 0.4))],
  },
  {
    id: 'hearts in hearts',
    draw(roll) {
      const dip = between(roll, 0.25, 0.4)
      const rings = whole(roll, 2, 5)
      return Array.from(
        { length: rings },
        (_, k) => mapped([heart(dip)], (x, y) => [x * (1 - k / rings), y * (1 - k / rings)])[0]!,
      )
    },
  },
  {
    id: 'star',
    draw(roll) {
      const [points, waist] = [whole(roll, 4, 9), between(roll, 0.3, 0.6)]
      return [
        polyline(Array.from({ length: 2 * points + 1 }, (_, k) => around(k % 2 ? waist : 1, (k * Math.PI) / points))),
      ]
    },
  },
  {
    id: 'crossed star',
    draw(roll) {
      const [points, skip] = [
        [5, 2],
        [7, 2],
        [7, 3],
        [8, 3],
        [9, 4],
        [11, 4],
      ][whole(roll, 0, 5)]!
      return [polyline(Array.from({ length: points! + 1 }, (_, k) => around(1, (k * skip! * TURN) / points!)))]
    },
  },
  {
    id: 'spirograph',
    draw(roll) {
      const [lobes, turns] = [
        [5, 2],
        [7, 3],
        [8, 3],
        [9, 4],
        [11, 5],
      ][whole(roll, 0, 4)]!
      const arm = between(roll, 0.4, 0.9)
      return [
        curve(360, t => {
          const a = TURN * turns! * t
          const b = (a * (lobes! - turns!)) / turns!
          return [Math.cos(a) + arm * Math.cos(b), Math.sin(a) - arm * Math.sin(b)]
        }),
      ]
    },
  },
  {
    id: 'looped ring',
    draw(roll) {
      const [loops, size] = [whole(roll, 6, 16), between(roll, 0.15, 0.3)]
      return [
        curve(loops * 24, t => {
          const a = TURN * t
          return [Math.cos(a) + size * Math.cos(-loops * a), Math.sin(a) + size * Math.sin(-loops * a)]
        }),
      ]
    },
  },
  {
    id: 'wavy ring',
    draw(roll) {
      const [waves, deep] = [whole(roll, 5, 14), between(roll, 0.06, 0.25)]
      return [ring(waves * 20, a => 1 + deep * Math.cos(waves * a))]
    },
  },
  {
    id: 'rings in rings',
    draw(roll) {
      const rings = whole(roll, 3, 8)
      return Array.from({ length: rings }, (_, k) => ring(60, () => (k + 1) / rings))
    },
  },
  {
    id: 'squares in squares',
    draw(roll) {
      const [rings, spin] = [whole(roll, 3, 8), between(roll, 0, 0.2)]
      return Array.from({ length: rings }, (_, k) =>
        polyline(Array.from({ length: 5 }, (_u, i) => around((k + 1) / rings, (i * Math.PI) / 2 + k * spin))),
      )
    },
  },
  {
    id: 'sunburst',
    draw(roll) {
      const [rays, inner] = [whole(roll, 10, 28), between(roll, 0.15, 0.4)]
      return [
        ring(50, () => inner),
        ...Array.from({ length: rays }, (_, k) =>
          polyline([around(inner, (k * TURN) / rays), around(k % 2 ? 1 : 0.8, (k * TURN) / rays)]),
        ),
      ]
    },
  },
  {
    id: 'cobweb',
    draw(roll) {
      const [rays, rings, sag] = [whole(roll, 6, 10), whole(roll, 3, 6), between(roll, 0.75, 0.95)]
      const threads = Array.from({ length: rings }, (_, k) =>
        curve(rays * 8, t => {
          const within = (t * rays) % 1
          return around(((k + 1) / rings) * (1 - (1 - sag) * Math.sin(Math.PI * within)), TURN * t)
        }),
      )
      return [
        ...Array.from({ length: rays }, (_, k) => polyline([[0, 0], around(1.05, (k * TURN) / rays)])),
        ...threads,
      ]
    },
  },
  {
    id: 'snow crystal',
    draw(roll) {
      const twigs = whole(roll, 2, 4)
      const [long, angle] = [between(roll, 0.2, 0.4), between(roll, 0.7, 1.2)]
      const parts: (readonly [number, number])[] = [[0, 0]]
      for (let k = 1; k <= twigs; k++) {
        const x = k / (twigs + 0.5)
        const size = long * (1.3 - x)
        parts.push(
          [x, 0],
          [x + size * Math.cos(angle), size * Math.sin(angle)],
          [x, 0],
          [x + size * Math.cos(angle), -size * Math.sin(angle)],
          [x, 0],
        )
      }
      parts.push([1, 0], [0, 0])
      return [chained(rosette(polyline(parts), 6))]
    },
  },
  {
    id: 'tulip',
    draw(roll) {
      const [fat, tall] = [between(roll, 0.35, 0.6), between(roll, 1, 1.5)]
      const cup = curve(50, t => {
        const a = Math.PI * t
        return [fat * Math.cos(a) * (1 + 0.2 * Math.sin(2 * a)), 0.4 - tall * 0.5 * Math.sin(a)]
      })
      const rim = polyline([
        [-fat, 0.4],
        [-fat / 2, 0.1],
        [0, 0.5],
        [fat / 2, 0.1],
        [fat, 0.4],
      ])
      const stem = curve(20, t => [0.15 * Math.sin(3 * t), 0.4 - tall * 0.5 - t])
      return [cup, rim, stem]
    },
  },
  {
    id: 'butterfly curve',
    draw(roll) {
      const [a, b] = [between(roll, 1.6, 2.4), between(roll, 0.7, 1.3)]
      return [
        curve(500, t => {
          const s = 12 * Math.PI * t
          const r = Math.exp(Math.cos(s)) - a * Math.cos(4 * s) - b * Math.sin(s / 12) ** 5
          return [r * Math.sin(s), r * Math.cos(s)]
        }),
      ]
    },
  },
  {
    id: 'paisley',
    draw(roll) {
      const [fat, bend] = [between(roll, 0.3, 0.5), between(roll, 0.5, 1.2)]
      const echoes = whole(roll, 2, 4)
      return Array.from({ length: echoes }, (_, k) => {
        const size = 1 - k * 0.25
        return mapped([drop(fat * size, 0.7, 50)], (x, y) => {
          const u = x * size
          return [u * Math.cos(bend * u) - y * Math.sin(bend * u), u * Math.sin(bend * u) + y * Math.cos(bend * u)]
        })[0]!
      })
    },
  },
  {
    id: 'feather',
    draw(roll) {
      const [plumes, bend] = [whole(roll, 6, 12), between(roll, -0.6, 0.6)]
      const [long, fat] = [between(roll, 0.3, 0.5), between(roll, 0.1, 0.2)]
      const spine = (t: number): [number, number] => [2 * t, bend * Math.sin(Math.PI * t)]
      const lobe = (t: number, side: number): Float64Array => {
        const [x, y] = spine(t)
        const angle = side * 1
        const size = long * (1 - 0.6 * t)
        return mapped([drop(fat / long + 0.2, 0.6, 24)], (u, v) => [
          x + size * (u * Math.cos(angle) - v * Math.sin(angle)),
          y + size * (u * Math.sin(angle) + v * Math.cos(angle)),
        ])[0]!
      }
      const sides = [1, -1].map(side => Array.from({ length: plumes }, (_, k) => lobe(k / plumes, side)))
      return [curve(60, spine), ...sides.flat()]
    },
  },
  {
    id: 'leaf with veins',
    draw(roll) {
      const [fat, veins] = [between(roll, 0.2, 0.4), whole(roll, 3, 6)]
      const parts = [
        drop(fat, 0.9, 50),
        polyline([
          [0, 0],
          [1, 0],
        ]),
      ]
      for (let k = 1; k <= veins; k++) {
        const x = k / (veins + 1.5)
        const size = 0.7 * fat * Math.sin(Math.PI * x)
        parts.push(
          polyline([
            [x + size, size],
            [x, 0],
            [x + size, -size],
          ]),
        )
      }
      return parts
    },
  },
  {
    id: 'leafy vine',
    draw(roll) {
      const [leaves, swing, fat] = [whole(roll, 5, 9), between(roll, 0.1, 0.3), between(roll, 0.15, 0.3)]
      const stem = (t: number): [number, number] => [t * leaves * 0.5, swing * Math.sin(TURN * t * 1.5)]
      const all = Array.from({ length: leaves }, (_, k) => {
        const [x, y] = stem((k + 0.5) / leaves)
        const angle = k % 2 ? 0.9 : -0.9
        return mapped([drop(fat, 0.9, 24)], (u, v) => [
          x + 0.6 * (u * Math.cos(angle) - v * Math.sin(angle)),
          y + 0.6 * (u * Math.sin(angle) + v * Math.cos(angle)),
        ])[0]!
      })
      return [curve(80, stem), ...all]
    },
  },
  {
    id: 'gear',
    draw(roll) {
      const [teeth, deep] = [whole(roll, 6, 14), between(roll, 0.12, 0.3)]
      return [
        polyline(
          Array.from({ length: teeth * 4 + 1 }, (_, k) => around(k % 4 < 2 ? 1 : 1 - deep, (k * TURN) / (4 * teeth))),
        ),
      ]
    },
  },
  {
    id: 'fish',
    draw(roll) {
      const [fat, tail] = [between(roll, 0.35, 0.6), between(roll, 0.3, 0.5)]
      return [
        curve(60, t => {
          const a = TURN * t
          return [Math.cos(a) - tail * Math.sin(a) ** 2 * 0.7, fat * Math.sin(a) * Math.cos(a) * 1.6]
        }),
        ring(16, () => 0.06),
      ]
    },
  },
  {
    id: 'tree',
    draw(roll) {
      const [spread, shrink, depth] = [between(roll, 0.35, 0.65), between(roll, 0.6, 0.75), whole(roll, 3, 4)]
      const points: [number, number][] = [[0, 0]]
      const grow = (x: number, y: number, angle: number, size: number, left: number): void => {
        const [dx, dy] = around(size, angle)
        points.push([x + dx, y + dy])
        if (left > 0) for (const side of [1, -1]) grow(x + dx, y + dy, angle + side * spread, size * shrink, left - 1)
        points.push([x, y])
      }
      grow(0, 0, Math.PI / 2, 1, depth)
      return [polyline(points)]
    },
  },
  {
    id: 'knotted ring',
    draw(roll) {
      const [p, q] = [
        [2, 3],
        [2, 5],
        [3, 4],
        [3, 5],
        [2, 7],
      ][whole(roll, 0, 4)]!
      const deep = between(roll, 0.25, 0.45)
      return [curve(300, t => around(1 + deep * Math.cos(q! * TURN * t), p! * TURN * t))]
    },
  },
  {
    id: 'lissajous',
    draw(roll) {
      const [a, b] = [
        [2, 3],
        [3, 4],
        [3, 5],
        [4, 5],
        [5, 6],
      ][whole(roll, 0, 4)]!
      const shift = between(roll, 0.3, 1.2)
      return [curve(300, t => [Math.sin(a! * TURN * t + shift), Math.sin(b! * TURN * t)])]
    },
  },
]
