/** Vectors as the table holds them: a scale and a signed byte a dimension. A quarter of the room, and near enough (SEARCH.md 2.1). */

const HEAD = 4

/** Of a vector of any length but none; null when it has no direction or a number in it is none. */
export function pack(vector: ArrayLike<number>): Uint8Array<ArrayBuffer> | null {
  let squares = 0
  let largest = 0
  for (let index = 0; index < vector.length; index++) {
    const value = vector[index] ?? Number.NaN
    squares += value * value
    largest = Math.max(largest, Math.abs(value))
  }
  const length = Math.sqrt(squares)
  if (!(length > 0) || !Number.isFinite(length)) return null
  const scale = largest / length / 127
  const bytes = new Uint8Array(HEAD + vector.length)
  const view = new DataView(bytes.buffer)
  view.setFloat32(0, scale, true)
  for (let index = 0; index < vector.length; index++)
    view.setInt8(HEAD + index, Math.round((vector[index] ?? 0) / length / scale))
  return bytes
}

/** Null for bytes that are no vector of this length. */
export function unpack(bytes: Uint8Array, dims: number): { scale: number; values: Int8Array } | null {
  if (bytes.length !== HEAD + dims) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const scale = view.getFloat32(0, true)
  if (!(scale > 0) || !Number.isFinite(scale)) return null
  return { scale, values: new Int8Array(bytes.buffer, bytes.byteOffset + HEAD, dims) }
}
