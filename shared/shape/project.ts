import { PART } from './dims.ts'
import { BLOCKS, FEATURES, type Features } from './features.ts'
import { LEARNED } from './learned.ts'
import { unpackedBytes, unpackedFloats } from './packed.ts'

interface PartWeights {
  /** The features this part looks at. */
  readonly from: number
  readonly to: number
  /** PART rows of `to - from` numbers: bytes in the file, floats here, which multiply faster. */
  readonly rows: Float32Array
  readonly rowScale: Float32Array
  readonly bias: Float32Array
}

const mean = unpackedFloats(LEARNED.mean)
const scale = unpackedFloats(LEARNED.scale)
const parts: readonly PartWeights[] = LEARNED.parts.map(({ from, to, rows, rowScale, bias }) => ({
  from,
  to,
  rows: Float32Array.from(unpackedBytes(rows)),
  rowScale: unpackedFloats(rowScale),
  bias: unpackedFloats(bias),
}))
const blockSizes = [...BLOCKS.motif, ...BLOCKS.whole, ...BLOCKS.upright]

/** The features weighed as learned: three unit vectors one after the other, times 127, rounded. */
export function project({ values, present }: Features): Int8Array {
  const standard = new Float32Array(FEATURES)
  let at = 0
  for (const [block, size] of blockSizes.entries()) {
    // What a drawing does not have says nothing: it stands in the middle.
    if (present[block] === 1) for (let k = at; k < at + size; k++) standard[k] = (values[k]! - mean[k]!) * scale[k]!
    at += size
  }
  const vector = new Int8Array(parts.length * PART)
  for (const [index, part] of parts.entries()) projectPart(part, standard, vector, index * PART)
  return vector
}

function projectPart(
  { from, to, rows, rowScale, bias }: PartWeights,
  z: Float32Array,
  out: Int8Array,
  at: number,
): void {
  const size = to - from
  const y = new Float64Array(PART)
  let square = 0
  for (let row = 0; row < PART; row++) {
    const value = dotAt(rows, row * size, z, from, size) * rowScale[row]! - bias[row]!
    y[row] = value
    square += value * value
  }
  const unit = square > 0 ? 127 / Math.sqrt(square) : 0
  for (let row = 0; row < PART; row++) out[at + row] = Math.round(y[row]! * unit)
}

/** Four sums side by side: none waits for the other. */
function dotAt(a: Float32Array, aFrom: number, b: Float32Array, bFrom: number, size: number): number {
  let one = 0
  let two = 0
  let three = 0
  let four = 0
  let k = 0
  for (; k + 3 < size; k += 4) {
    one += a[aFrom + k]! * b[bFrom + k]!
    two += a[aFrom + k + 1]! * b[bFrom + k + 1]!
    three += a[aFrom + k + 2]! * b[bFrom + k + 2]!
    four += a[aFrom + k + 3]! * b[bFrom + k + 3]!
  }
  for (; k < size; k++) one += a[aFrom + k]! * b[bFrom + k]!
  return one + two + three + four
}
