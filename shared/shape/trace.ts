import type { Scratch } from './scratch.ts'
import type { Strands } from './strands.ts'

/** Lines sampled evenly by arc length: the same design gives the same samples however many points its file has. */
export interface Trace {
  readonly x: Float64Array
  readonly y: Float64Array
  /** Samples of run r are `starts[r]` to `starts[r + 1]`, the end left out. */
  readonly starts: Int32Array
  /** 1: after the last sample of the run comes its first again. */
  readonly closed: Uint8Array
  /** Arc length between neighbours. */
  readonly step: number
}

/** Where a trace's samples are put. */
export interface TraceRoom {
  readonly x: Scratch
  readonly y: Scratch
}

/**
 * Samples about `step` apart. Strands shorter than half a step are left out as long as others remain, so that a million
 * dots cost no more than a million points of one line.
 *
 * @param most strands are left out evenly before there are more samples than this
 */
export function traced(strands: Strands, step: number, most: number, room: TraceRoom): Trace {
  const chosen = chosenStrands(strands, step, most)
  const counts = chosen.map(index => samplesOf(strands, index, step))
  const total = counts.reduce((sum, count) => sum + count, 0)
  const x = room.x.take(total)
  const y = room.y.take(total)
  const starts = new Int32Array(chosen.length + 1)
  const closed = new Uint8Array(chosen.length)
  let at = 0
  for (const [place, index] of chosen.entries()) {
    const count = counts[place]!
    starts[place] = at
    closed[place] = strands.closed[index] ? 1 : 0
    sample(strands.lines[index]!, strands.lengths[index]!, count, closed[place] === 1, x, y, at)
    at += count
  }
  starts[chosen.length] = at
  return { x, y, starts, closed, step }
}

function samplesOf({ lengths, closed }: Strands, index: number, step: number): number {
  const parts = Math.max(1, Math.round(lengths[index]! / step))
  return closed[index] ? Math.max(3, parts) : parts + 1
}

function chosenStrands(strands: Strands, step: number, most: number): number[] {
  const all = strands.lengths.map((_, index) => index)
  const long = all.filter(index => strands.lengths[index]! >= step / 2)
  const covered = long.reduce((sum, index) => sum + strands.lengths[index]!, 0)
  const chosen = covered >= strands.length / 2 ? long : all.filter(index => strands.lengths[index]! > 0)
  const samples = chosen.reduce((sum, index) => sum + samplesOf(strands, index, step), 0)
  if (samples <= most) return chosen
  const every = Math.ceil(samples / most)
  const fewer = chosen.filter((_, place) => place % every === 0)
  return fewer.length > 0 ? fewer : chosen
}

function sample(
  line: Float64Array,
  length: number,
  count: number,
  closed: boolean,
  x: Float64Array,
  y: Float64Array,
  from: number,
): void {
  const apart = length / (closed ? count : count - 1)
  let walked = 0
  let segment = 2
  let dx = line[2]! - line[0]!
  let dy = line[3]! - line[1]!
  let size = Math.sqrt(dx * dx + dy * dy)
  for (let index = 0; index < count; index++) {
    const target = index * apart
    while (walked + size < target && segment + 2 < line.length) {
      walked += size
      segment += 2
      dx = line[segment]! - line[segment - 2]!
      dy = line[segment + 1]! - line[segment - 1]!
      size = Math.sqrt(dx * dx + dy * dy)
    }
    const t = size > 0 ? Math.min(1, (target - walked) / size) : 0
    x[from + index] = line[segment - 2]! + dx * t
    y[from + index] = line[segment - 1]! + dy * t
  }
}
