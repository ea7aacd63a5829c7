import type { Line } from './pen.ts'
import { blurred, fields, rasterOf } from './raster.ts'

/** A picture's measure turned into numbers; the nearer to 1 the likeness, the more alike. */
export interface PicturePeer {
  readonly name: string
  of(lines: readonly Line[]): Float32Array
}

/** 64 bits as -1 and 1 over 8, so that the dot product is 1 - 2 * bits that differ / 64. */
const bits = (values: readonly boolean[]) => Float32Array.from(values, bit => (bit ? 0.125 : -0.125))

/** Whether each of 8 x 8 fields is darker than the one to its right. */
const dHash: PicturePeer = {
  name: 'dHash',
  of(lines) {
    const means = fields(rasterOf(lines, 72), 72, 9, 8)
    return bits(
      Array.from(
        { length: 64 },
        (_, bit) => means[Math.floor(bit / 8) * 9 + (bit % 8)]! < means[Math.floor(bit / 8) * 9 + (bit % 8) + 1]!,
      ),
    )
  },
}

const WAVES = Array.from({ length: 8 }, (_, wave) =>
  Float32Array.from({ length: 32 }, (_, at) => Math.cos((Math.PI / 32) * (at + 0.5) * wave)),
)

/** The 64 slowest waves of the cosine transform of 32 x 32, each above or below their median. */
const pHash: PicturePeer = {
  name: 'pHash',
  of(lines) {
    const means = fields(rasterOf(lines, 128), 128, 32, 32)
    const waves: number[] = []
    for (const down of WAVES)
      for (const across of WAVES) {
        let sum = 0
        for (let row = 0; row < 32; row++)
          for (let column = 0; column < 32; column++) sum += means[row * 32 + column]! * down[row]! * across[column]!
        waves.push(sum)
      }
    const median = waves.slice(1).toSorted((a, b) => a - b)[31] ?? 0
    return bits(waves.map(wave => wave > median))
  },
}

const pixels: PicturePeer = {
  name: 'blurred 64x64 pixels',
  of(lines) {
    const cells = blurred(rasterOf(lines, 64), 64)
    const length = Math.hypot(...cells)
    return cells.map(cell => cell / (length || 1))
  },
}

export const PICTURE_PEERS: readonly PicturePeer[] = [pHash, dHash, pixels]
