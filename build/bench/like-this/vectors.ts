import { describe } from '#shared/shape/describe.ts'
import { weightsOf } from '#shared/shape/weights.ts'
import { type Dice, diceOf } from '../dice.ts'
import { designOf, heldOutDesigns } from '../shape/designs.ts'

const DIMS = 192
const PART = 64
const SEED = 1_121
/** Designs that are truly described; the rest are these, shaken. */
const DESCRIBED_OF_EACH = 40

/** Vectors as a library of so many patterns has them: clusters of families, no two alike. */
export function libraryVectors(count: number): Int8Array[] {
  const described = heldOutDesigns(DESCRIBED_OF_EACH, SEED).flatMap(
    ({ lines }) => describe(designOf(lines))?.vector ?? [],
  )
  const dice = diceOf(SEED)
  return Array.from({ length: count }, (_, at) => {
    const one = described[at]
    return one ?? shaken(dice, dice.pick(described))
  })
}

function shaken(dice: Dice, vector: Int8Array): Int8Array {
  const out = new Int8Array(DIMS)
  for (let from = 0; from < DIMS; from += PART) {
    const part = Array.from({ length: PART }, (_, at) => (vector[from + at] ?? 0) + dice.between(-14, 14))
    const length = Math.hypot(...part)
    for (const [at, value] of part.entries()) out[from + at] = Math.round((127 * value) / length)
  }
  return out
}

/** The vector for engines that know one dot product or distance only: its parts stretched so that the weights lie within. */
export function stretched(vector: Int8Array): Float32Array {
  const { motif, whole, upright } = weightsOf(0.5)
  const by = [motif, whole, upright].map(weight => Math.sqrt(weight) / 127)
  return Float32Array.from(vector, (value, at) => value * (by[Math.floor(at / PART)] ?? 0))
}

/** The same in 8 bits, over the greatest value that occurs. */
export function inBytes(vector: Float32Array, greatest: number): Int8Array {
  return Int8Array.from(vector, value => Math.max(-127, Math.min(127, Math.round((127 * value) / greatest))))
}
