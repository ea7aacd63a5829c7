import { between, chained, curve, polyline, type Roll, type ShapeFamily, type Strokes, whole } from '../strokes.ts'

const TURN = 2 * Math.PI
type XY = readonly [number, number]
const around = (radius: number, angle: number): [number, number] => [radius * Math.cos(angle), radius * Math.sin(angle)]
const circle = (x: number, y: number, r: number): Float64Array =>
  curve(36, t => [x + r * Math.cos(TURN * t), y + r * Math.sin(TURN * t)])

/** Strokes from a rule of letters: F draws, + and - turn. */
function grammar(start: string, rules: Readonly<Record<string, string>>, times: number, degrees: number): Strokes {
  let word = start
  for (let k = 0; k < times; k++) word = [...word].map(letter => rules[letter] ?? letter).join('')
  const points: XY[] = [[0, 0]]
  let [x, y, angle] = [0, 0, 0]
  for (const letter of word) {
    if (letter === '+') angle += (degrees * Math.PI) / 180
    else if (letter === '-') angle -= (degrees * Math.PI) / 180
    else if (letter === 'F' || letter === 'G') {
      x += Math.cos(angle)
      y += Math.sin(angle)
      points.push([x, y])
    }
  }
  return [polyline(points)]
}

function onGrid(
  roll: Roll,
  least: number,
  most: number,
  cell: (column: number, row: number) => Float64Array[],
): Strokes {
  const [columns, rows] = [whole(roll, least, most), whole(roll, least, most)]
  return Array.from({ length: columns * rows }, (_, k) => cell(k % columns, Math.floor(k / columns))).flat()
}

/** Fillings that cover a piece of cloth. */
export const fillings: readonly ShapeFamily[] = [
  {
    id: 'crosshatch',
    draw(roll) {
      const [lines, slant] = [whole(roll, 4, 10), between(roll, 0, 0.4)]
      const across = (k: number): Float64Array =>
        polyline([
          [0, k],
          [lines - 1, k],
        ])
      const up = (k: number): Float64Array =>
        polyline([
          [k, 0],
          [k + slant, lines - 1],
        ])
      return Array.from({ length: lines }, (_, k) => [across(k), up(k)]).flat()
    },
  },
  {
    id: 'bricks',
    draw(roll) {
      const [rows, columns, wide] = [whole(roll, 4, 8), whole(roll, 3, 6), between(roll, 1.6, 2.6)]
      const level = Array.from({ length: rows + 1 }, (_, k) =>
        polyline([
          [0, k],
          [columns * wide, k],
        ]),
      )
      const joints = Array.from({ length: rows * columns }, (_, k) => {
        const [column, row] = [k % columns, Math.floor(k / columns)]
        const x = (column + (row % 2) / 2) * wide
        return polyline([
          [x, row],
          [x, row + 1],
        ])
      })
      return [...level, ...joints]
    },
  },
  {
    id: 'honeycomb',
    draw: roll =>
      onGrid(roll, 3, 6, (c, r) => [
        polyline(
          Array.from({ length: 7 }, (_, k): XY => {
            const [x, y] = around(0.577, (k * Math.PI) / 3 + Math.PI / 6)
            return [x + c + (r % 2) / 2, y + r * 0.866]
          }),
        ),
      ]),
  },
  {
    id: 'pebbles',
    draw(roll) {
      const found: [number, number, number][] = []
      for (let k = 0; k < 400 && found.length < 40; k++) {
        const [x, y, r] = [between(roll, 0, 4), between(roll, 0, 3), between(roll, 0.15, 0.45)]
        if (found.every(([a, b, c]) => Math.hypot(a - x, b - y) > c + r)) found.push([x, y, r])
      }
      return found.map(([x, y, r]) => circle(x, y, r))
    },
  },
  {
    id: 'clamshells',
    draw: roll =>
      onGrid(roll, 3, 6, (c, r) => [
        curve(20, t => [c + (r % 2) / 2 + 0.5 * Math.cos(Math.PI * t), r * 0.5 + 0.5 * Math.sin(Math.PI * t)]),
      ]),
  },
  {
    id: 'fans',
    draw(roll) {
      const rings = whole(roll, 3, 5)
      return onGrid(roll, 2, 4, (c, r) =>
        Array.from({ length: rings }, (_, k) =>
          curve(20, t => {
            const [x, y] = around((k + 1) / rings, (Math.PI / 2) * t)
            return [c + x, r + y]
          }),
        ),
      )
    },
  },
  {
    id: 'diamonds',
    draw(roll) {
      const [tall, nested] = [between(roll, 1, 2), whole(roll, 1, 3)]
      return onGrid(roll, 2, 5, (c, r) =>
        Array.from({ length: nested }, (_, k) => {
          const s = 0.5 * (1 - k / nested)
          return polyline([
            [c - s, r * tall],
            [c, r * tall + s * tall],
            [c + s, r * tall],
            [c, r * tall - s * tall],
            [c - s, r * tall],
          ])
        }),
      )
    },
  },
  {
    id: 'overlapping rings',
    draw(roll) {
      const r = between(roll, 0.6, 0.75)
      return onGrid(roll, 3, 5, (c, row) => [circle(c, row, r)])
    },
  },
  { id: 'hilbert', draw: roll => grammar('A', { A: '+BF-AFA-FB+', B: '-AF+BFB+FA-' }, whole(roll, 3, 4), 90) },
  { id: 'dragon', draw: roll => grammar('FX', { X: 'X+YF+', Y: '-FX-Y' }, whole(roll, 7, 9), between(roll, 86, 94)) },
  { id: 'arrowhead', draw: roll => grammar('F', { F: 'G-F-G', G: 'F+G+F' }, whole(roll, 3, 5), 60) },
  { id: 'koch', draw: roll => grammar('F--F--F', { F: 'F+F--F+F' }, whole(roll, 2, 3), between(roll, 55, 63)) },
  { id: 'gosper', draw: roll => grammar('F', { F: 'F-G--G+F++FF+G-', G: '+F-GG--G-F++F+G' }, whole(roll, 2, 3), 60) },
  { id: 'cross stitch islands', draw: roll => grammar('F-F-F-F', { F: 'F-F+F+FF-F-F+F' }, whole(roll, 1, 2), 90) },
  {
    id: 'wood grain',
    draw(roll) {
      const [lines, px, py] = [whole(roll, 7, 12), between(roll, 0.3, 0.7), between(roll, 0.3, 0.7)]
      const knot = between(roll, 0.1, 0.2)
      return Array.from({ length: lines }, (_, k) =>
        curve(60, t => {
          const y = k / (lines - 1)
          const push = (knot * Math.sign(y - py || 1)) / (1 + 60 * ((t - px) ** 2 + 0.3 * (y - py) ** 2))
          return [2 * t, y + push + 0.01 * Math.sin(9 * t + k)]
        }),
      )
    },
  },
  {
    id: 'bamboo',
    draw(roll) {
      const stems = whole(roll, 3, 6)
      return Array.from({ length: stems }, (_, k) => {
        const knots = whole(roll, 3, 5)
        const x = k * 0.5
        return Array.from({ length: knots }, (_u, i) =>
          polyline([
            [x, i],
            [x + 0.2, i],
            [x + 0.17, i + 0.95],
            [x + 0.03, i + 0.95],
            [x, i],
          ]),
        )
      }).flat()
    },
  },
  {
    id: 'plus signs',
    draw(roll) {
      const arm = between(roll, 0.12, 0.2)
      return onGrid(roll, 2, 5, (c, r) => {
        const s = 0.42
        const shape: XY[] = [
          [arm, arm],
          [arm, s],
          [-arm, s],
          [-arm, arm],
          [-s, arm],
          [-s, -arm],
          [-arm, -arm],
          [-arm, -s],
          [arm, -s],
          [arm, -arm],
          [s, -arm],
          [s, arm],
          [arm, arm],
        ]
        return [polyline(shape.map(([x, y]): XY => [x + c, y + r]))]
      })
    },
  },
  {
    id: 'triangles',
    draw: roll =>
      onGrid(roll, 3, 6, (c, r) => [
        polyline([
          [c + (r % 2) / 2, r * 0.87],
          [c + 1 + (r % 2) / 2, r * 0.87],
          [c + 0.5 + (r % 2) / 2, (r + 1) * 0.87],
          [c + (r % 2) / 2, r * 0.87],
        ]),
      ]),
  },
  {
    id: 'ladders',
    draw(roll) {
      const [rungs, columns] = [whole(roll, 6, 12), whole(roll, 1, 4)]
      return Array.from({ length: columns }, (_, c) => [
        polyline([
          [c * 1.5, 0],
          [c * 1.5, rungs],
        ]),
        polyline([
          [c * 1.5 + 1, 0],
          [c * 1.5 + 1, rungs],
        ]),
        ...Array.from({ length: rungs }, (_u, k) =>
          polyline([
            [c * 1.5, k + 0.5],
            [c * 1.5 + 1, k + 0.5],
          ]),
        ),
      ]).flat()
    },
  },
  {
    id: 'basket',
    draw(roll) {
      const threads = whole(roll, 3, 5)
      return onGrid(roll, 3, 5, (c, r) =>
        Array.from({ length: threads }, (_, k) => {
          const at = (k + 0.5) / threads
          return (c + r) % 2
            ? polyline([
                [c + at, r],
                [c + at, r + 1],
              ])
            : polyline([
                [c, r + at],
                [c + 1, r + at],
              ])
        }),
      )
    },
  },
  {
    id: 'back and forth',
    draw(roll) {
      const [lines, soft] = [whole(roll, 8, 16), between(roll, 0.05, 0.12)]
      return [
        chained(
          Array.from({ length: lines }, (_, k) =>
            curve(20, t => {
              const x = k % 2 ? 1 - t : t
              return [1.5 * x, k * 0.1 + soft * Math.sin(Math.PI * x) ** 2]
            }),
          ),
        ),
      ]
    },
  },
  {
    id: 'cracked ice',
    draw(roll) {
      const count = whole(roll, 16, 26)
      const points: XY[] = Array.from({ length: count }, (_, k) => [
        between(roll, 0, 1) + (k % 5) * 0.8,
        between(roll, 0, 1) + Math.floor(k / 5) * 0.8,
      ])
      return [polyline(points)]
    },
  },
  {
    id: 'arches',
    draw(roll) {
      const [rings, count] = [whole(roll, 2, 5), whole(roll, 2, 5)]
      return Array.from({ length: count * rings }, (_, k) => {
        const r = 0.5 * (1 - Math.floor(k / count) / (rings + 0.5))
        const x = k % count
        return chained([
          polyline([[x - r, 0]]),
          curve(24, t => [x - r * Math.cos(Math.PI * t), 0.8 + r * Math.sin(Math.PI * t)]),
          polyline([[x + r, 0]]),
        ])
      })
    },
  },
]
