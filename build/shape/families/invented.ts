import { dice } from '#shared/starter/dice.ts'
import { between, chained, curve, mapped, type Roll, type ShapeFamily, type Strokes, whole } from '../strokes.ts'
import { smooth } from './windings.ts'

const TURN = 2 * Math.PI

/** A number that belongs to the family, varied a little by the design. */
type Loosely = (value: number) => number

const loosely =
  (roll: Roll, by: number): Loosely =>
  value =>
    value * (1 + between(roll, -by, by))

/** A line that turns as a sum of waves says: soft or curly, even or not. */
function turningLine(waves: readonly (readonly [number, number, number])[], bias: number, loose: Loosely): Strokes {
  const own = waves.map(([size, often, phase]) => [loose(size), often, phase] as const)
  const lean = loose(bias)
  let [x, y] = [0, 0]
  return [
    curve(260, t => {
      const angle =
        lean * t + own.reduce((sum, [size, often, phase]) => sum + size * Math.sin(TURN * often * t + phase), 0)
      x += Math.cos(angle)
      y += Math.sin(angle)
      return [x, y]
    }),
  ]
}

/** A closed outline of n-fold symmetry. */
function blob(waves: readonly (readonly [number, number, number])[], fold: number, loose: Loosely): Strokes {
  const own = waves.map(([size, often, phase]) => [loose(size), often, phase] as const)
  return [
    curve(260, t => {
      const r = 1 + own.reduce((sum, [size, often, phase]) => sum + size * Math.cos(TURN * fold * often * t + phase), 0)
      return [r * Math.cos(TURN * t), r * Math.sin(TURN * t)]
    }),
  ]
}

/** A row of one doodle. */
function doodles(knots: readonly (readonly [number, number])[], count: number, roll: Roll, flip: boolean): Strokes {
  const moved = knots.map(([x, y]) => [x + between(roll, -0.05, 0.05), y + between(roll, -0.05, 0.05)] as const)
  const one = smooth([[0, 0], ...moved, [1.1, 0]])
  return [
    chained(
      Array.from({ length: count }, (_, k) => mapped([one], (x, y) => [x + k * 1.1, flip && k % 2 ? -y : y])[0]!),
    ),
  ]
}

/** A family nobody ever named: what is common to its designs is thrown by the family's own dice. */
function invented(seed: number): ShapeFamily {
  const own = dice(seed * 31_337 + 11)
  const kind = seed % 4
  const waves = Array.from(
    { length: 3 },
    (_, k) => [between(own, 0.2, 1) / (k + 1), whole(own, 1, 3) + 2 * k, between(own, 0, TURN)] as const,
  )
  const knots = Array.from({ length: whole(own, 3, 6) }, () => [between(own, 0, 1.2), between(own, -0.8, 0.8)] as const)
  const [fold, often, bias, flip] = [whole(own, 2, 7), whole(own, 2, 5), between(own, -9, 9), own() < 0.5]
  return {
    id: `invented ${seed}`,
    draw(roll) {
      switch (kind) {
        case 0:
          return turningLine(
            waves.map(([size, n, phase]) => [size * 2.2, n * often * 0.5, phase] as const),
            bias,
            loosely(roll, 0.15),
          )
        case 1:
          return blob(
            waves.map(([size, n, phase]) => [size * 0.35, n, phase] as const),
            fold,
            loosely(roll, 0.2),
          )
        case 2:
          return doodles(knots, whole(roll, 2, 5), roll, flip)
        default:
          return petalled(knots, whole(roll, fold, fold + 3), roll)
      }
    },
  }
}

/** A doodle set around a middle. */
function petalled(knots: readonly (readonly [number, number])[], count: number, roll: Roll): Strokes {
  const moved = knots.map(([x, y]) => [x + between(roll, -0.05, 0.05), y * 0.6 + between(roll, -0.05, 0.05)] as const)
  const one = smooth([[0.2, 0], ...moved, [0.2, 0.02]])
  return [
    chained(
      Array.from({ length: count }, (_, k) => {
        const [cos, sin] = [Math.cos((k * TURN) / count), Math.sin((k * TURN) / count)]
        return mapped([one], (x, y) => [x * cos - y * sin, x * sin + y * cos])[0]!
      }),
    ),
  ]
}

export const inventions: readonly ShapeFamily[] = Array.from({ length: 80 }, (_, seed) => invented(seed))
