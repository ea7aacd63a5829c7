// The layout of a StitchV2 file, as its only public reader understands it: a head of 24 bytes, then records of a type, a value and,
// for strings and points, a payload. Little-endian.

export const MAGIC = 'StitchV2'
export const HEAD_BYTES = 24

/** Ends the file; has not even a value. */
export const END = 2
/** A text of `value` bytes; in the files built from the layout it is the title. */
export const TITLE = 4
/** Another text of `value` bytes. */
export const NOTE = 8
/** `value / 4` points, each two floats of 4 bytes, in inches, Y up. */
export const POINTS = 7

/** Numbers beyond this are refused on reading and never written. */
export const MAX_INCHES = 1000
