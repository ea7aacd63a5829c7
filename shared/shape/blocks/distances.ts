import { Scratch } from '../scratch.ts'
import type { Trace } from '../trace.ts'
import { drop, rooted } from './histogram.ts'

export const DISTANCES = 24
const POINTS = 96
const ROOM = { x: new Scratch(), y: new Scratch() }
/** Distances reach this far, in radii of gyration. */
const REACH = 3.6

/** D2 of Osada and others: how far two points of the line are apart, in radii of gyration, over all pairs of a few points. */
export function distances({ x, y }: Trace, gyration: number, out: Float64Array, from: number): boolean {
  const count = Math.min(POINTS, x.length)
  const every = x.length / count
  const px = ROOM.x.take(count)
  const py = ROOM.y.take(count)
  for (let k = 0; k < count; k++) {
    px[k] = x[Math.floor((k + 0.5) * every)]!
    py[k] = y[Math.floor((k + 0.5) * every)]!
  }
  const scale = (DISTANCES - 1) / (REACH * gyration)
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const dx = px[a]! - px[b]!
      const dy = py[a]! - py[b]!
      drop(out, from, DISTANCES, Math.sqrt(dx * dx + dy * dy) * scale, 1)
    }
  }
  return rooted(out, from, DISTANCES)
}
