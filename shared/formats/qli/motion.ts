import { MM_PER_INCH } from '#shared/geometry/units.ts'

/** 1 count = 0.001 inch: the convention of the writers we know, not stated in the file (QLI.md section 3). */
export const MM_PER_COUNT = MM_PER_INCH / 1000

/** Numbers beyond this are refused on reading and never written. */
export const MAX_COUNT = 10_000_000

export interface ArcMotion {
  readonly centreX: number
  readonly centreY: number
  readonly endX: number
  readonly endY: number
}

const RADIANS = Math.PI / 180

/**
 * Where `CR radius,start,sweep` leads from a point. Counts and degrees, Y up; `start` is the angle of the point as seen from the
 * centre. Reader and writer share this one line of arithmetic, so the writer knows to the last bit where its arcs end.
 */
export function arcMotion(x: number, y: number, radius: number, start: number, sweep: number): ArcMotion {
  const centreX = x - radius * Math.cos(start * RADIANS)
  const centreY = y - radius * Math.sin(start * RADIANS)
  // A full circle ends where it began; the cosine of start + 360 would be off in its last bits.
  if (Math.abs(sweep) === 360) return { centreX, centreY, endX: x, endY: y }
  const end = (start + sweep) * RADIANS
  return { centreX, centreY, endX: centreX + radius * Math.cos(end), endY: centreY + radius * Math.sin(end) }
}
