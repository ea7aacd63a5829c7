/**
 * The sketch: the picture in the grid is not an image but the path, simplified for a 512 px picture and quantised to small
 * integers, 2 kB or less, so that the window draws it at any size, in any theme and thread colour.
 *
 * Bytes: version (1), flags (bit 0: closed), then width and height as uint16 little-endian in sketch units (the longer side is
 * 1023), then per run: point count as varint, then zigzag varint deltas dx, dy from the previous point (the first from the
 * last point of the run before, which starts at 0,0). X right, Y DOWN, origin at the top left of the bounds.
 */
export interface Sketch {
  readonly width: number
  readonly height: number
  readonly closed: boolean
  /** x, y pairs per run, sketch units, Y down. */
  readonly runs: readonly Int16Array[]
}

export const SKETCH_SIZE = 1023
export const SKETCH_MAX_BYTES = 2048
const VERSION = 1
const HEADER_BYTES = 6

export function encodeSketch(sketch: Sketch): Uint8Array {
  const bytes: number[] = [VERSION, sketch.closed ? 1 : 0]
  bytes.push(sketch.width & 0xff, sketch.width >> 8, sketch.height & 0xff, sketch.height >> 8)
  let x = 0
  let y = 0
  for (const run of sketch.runs) {
    pushVarint(bytes, run.length / 2)
    for (let index = 0; index < run.length; index += 2) {
      pushVarint(bytes, zigzag(run[index]! - x))
      pushVarint(bytes, zigzag(run[index + 1]! - y))
      x = run[index]!
      y = run[index + 1]!
    }
  }
  return Uint8Array.from(bytes)
}

/** Null for bytes that are no sketch of a known version: the caller then draws the pattern's name. */
export function decodeSketch(bytes: Uint8Array): Sketch | null {
  if (bytes.length < HEADER_BYTES || bytes[0] !== VERSION) return null
  const reader = new VarintReader(bytes, HEADER_BYTES)
  const runs: Int16Array[] = []
  let x = 0
  let y = 0
  while (reader.hasMore) {
    const count = reader.next()
    // Each point takes two bytes at least: a longer claim is damage, and must not reserve memory.
    if (count === null || count * 2 > reader.left) return null
    const run = new Int16Array(count * 2)
    for (let index = 0; index < run.length; index += 2) {
      const dx = reader.next()
      const dy = reader.next()
      if (dx === null || dy === null) return null
      x += unzigzag(dx)
      y += unzigzag(dy)
      run[index] = x
      run[index + 1] = y
    }
    runs.push(run)
  }
  return {
    width: bytes[2]! | (bytes[3]! << 8),
    height: bytes[4]! | (bytes[5]! << 8),
    closed: (bytes[1]! & 1) === 1,
    runs,
  }
}

class VarintReader {
  readonly #bytes: Uint8Array
  #at: number

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.#at = at
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  get hasMore(): boolean {
    return this.left > 0
  }

  /** Null where the bytes end inside a number, or it has more than 32 bits. */
  next(): number | null {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) return null
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
    return null
  }
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80)
    rest >>>= 7
  }
  bytes.push(rest)
}

function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2
}

function unzigzag(value: number): number {
  return value & 1 ? -(value + 1) / 2 : value / 2
}
