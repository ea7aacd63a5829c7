/** Numbers of one part of a description. */
export const PART = 64

/** Numbers of a description: motif 0..63 (free of layout), whole 64..127 (free of turn and mirror), upright 128..191. */
export const DIMS = 3 * PART

/** The bytes as the signed numbers they hold, in the same memory. */
export function signedOf(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Signed numbers as bytes, in the same memory. */
export function bytesOf(numbers: Int8Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}
