import { Scratch } from '../scratch.ts'
import type { Trace } from '../trace.ts'
import { rooted } from './histogram.ts'

/** Cells along and across the line, to either side told as one. */
const CELLS = 6
const OWN = CELLS * CELLS
export const SURROUNDINGS = [OWN, OWN, CELLS] as const

const ROOM = { x: new Scratch(), y: new Scratch(), run: new Scratch() }

const CENTRES = 96
const OTHERS = 340

/**
 * What lies around a point of the line, in its own frame: along and across its direction, out to `reach` either way, all points
 * averaged. First the line's own way on (`near` samples before and after), then other lines that pass, then how parallel these are, by
 * distance. Free of turn, mirror and direction.
 */
export function surroundings(
  { x, y, starts, closed }: Trace,
  lag: number,
  reach: number,
  near: number,
  out: Float64Array,
  from: number,
  present: Uint8Array,
  part: number,
): void {
  const total = x.length
  const { tx, ty, run } = tangents(x, y, starts, closed, lag)
  const perCentre = Math.ceil(total / CENTRES)
  const perOther = Math.ceil(total / OTHERS)
  const scale = CELLS / reach
  // The corner of the square that the cells fill, however it is turned.
  const farthest = reach * Math.SQRT2
  const aligned = new Float64Array(CELLS)
  const passing = new Float64Array(CELLS)
  const apartFrom = from + OWN
  for (let c = 0; c < total; c += perCentre) {
    const cx = x[c]!
    const cy = y[c]!
    const ux = tx[c]! * scale
    const uy = ty[c]! * scale
    if (ux === 0 && uy === 0) continue
    for (let o = c % perOther; o < total; o += perOther) {
      const dx = x[o]! - cx
      if (dx > farthest || dx < -farthest) continue
      const dy = y[o]! - cy
      if (dy > farthest || dy < -farthest) continue
      const along = dx * ux + dy * uy
      const a = along < 0 ? -along : along
      if (a >= CELLS) continue
      const across = dx * uy - dy * ux
      const b = across < 0 ? -across : across
      if (b >= CELLS) continue
      const cell = (a | 0) * CELLS + (b | 0)
      if (run[o] === run[c] && isNear(o - c, near, run[c]!, starts, closed)) {
        if (o !== c) out[from + cell]! += 1
        continue
      }
      out[apartFrom + cell]! += 1
      const ring = (a > b ? a : b) | 0
      const cos = tx[o]! * tx[c]! + ty[o]! * ty[c]!
      passing[ring]! += 1
      aligned[ring]! += cos * cos
    }
  }
  present[part] = rooted(out, from, OWN) ? 1 : 0
  let any = false
  for (let ring = 0; ring < CELLS; ring++) {
    out[from + 2 * OWN + ring] = (aligned[ring]! + 2) / (passing[ring]! + 4) - 0.5
    any ||= passing[ring]! > 0
  }
  present[part + 1] = rooted(out, apartFrom, OWN) ? 1 : 0
  present[part + 2] = any ? 1 : 0
}

function isNear(apart: number, near: number, run: number, starts: Int32Array, closed: Uint8Array): boolean {
  const way = apart < 0 ? -apart : apart
  if (way <= near) return true
  return closed[run] === 1 && starts[run + 1]! - starts[run]! - way <= near
}

function tangents(x: Float64Array, y: Float64Array, starts: Int32Array, closed: Uint8Array, lag: number) {
  const tx = ROOM.x.take(x.length).fill(0)
  const ty = ROOM.y.take(x.length).fill(0)
  const run = ROOM.run.take(x.length)
  for (let r = 0; r + 1 < starts.length; r++) {
    const from = starts[r]!
    const to = starts[r + 1]!
    const size = to - from
    for (let s = from; s < to; s++) {
      run[s] = r
      const before = s - lag >= from ? s - lag : closed[r] ? to - 1 - ((from + lag - s - 1) % size) : from
      const after = s + lag < to ? s + lag : closed[r] ? from + ((s + lag - to) % size) : to - 1
      const dx = x[after]! - x[before]!
      const dy = y[after]! - y[before]!
      const size2 = Math.sqrt(dx * dx + dy * dy)
      if (size2 === 0) continue
      tx[s] = dx / size2
      ty[s] = dy / size2
    }
  }
  return { tx, ty, run }
}
