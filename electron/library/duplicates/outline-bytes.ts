import type { Design } from '#shared/geometry/design.ts'
import { prepare } from '#shared/shape/align.ts'
import { MEASURES } from '#shared/shape/align/measures.ts'
import { encodeOutline, outlineOf } from '#shared/shape/outline.ts'

export const MEASURES_BYTES = 4 * MEASURES

/** What is kept of a design to compare it by: its measures, then its outline; null: nothing to compare. */
export function outlineBytes(design: Design): Uint8Array | null {
  const outline = outlineOf(design)
  const measures = outline && prepare(outline)?.measures
  if (!outline || !measures) return null
  const line = encodeOutline(outline)
  const bytes = new Uint8Array(MEASURES_BYTES + line.length)
  bytes.set(new Uint8Array(measures.buffer, measures.byteOffset, MEASURES_BYTES))
  bytes.set(line, MEASURES_BYTES)
  return bytes
}

/** Measures of many, one after the other. */
export function joinMeasures(all: readonly Uint8Array[]): Float32Array {
  const joined = new Uint8Array(all.length * MEASURES_BYTES)
  all.forEach((measures, index) => joined.set(measures, index * MEASURES_BYTES))
  return new Float32Array(joined.buffer)
}
