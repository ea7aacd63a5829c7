import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import { type Design, LINE, type Run } from '#shared/geometry/design.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'

/** A design as polylines, runs that go on where the one before ended told as one. */
export interface Strands {
  /** x, y pairs; at least two points each. */
  readonly lines: readonly Float64Array[]
  readonly lengths: readonly number[]
  readonly closed: readonly boolean[]
  /** Stitched length, in the unit of the design. */
  readonly length: number
  /** Diagonal of the box. */
  readonly diagonal: number
}

/** Chords this part of the diagonal near the curve: finer changes no descriptor by a thousandth. */
const FLAT = 1 / 1500
/** Ends nearer than this part of the diagonal meet. */
const MEET = 1 / 2000

/** Null when nothing is stitched, or numbers are beyond measure. */
export function strandsOf(design: Design): Strands | null {
  const bounds = boundsOf(design)
  if (bounds === null) return null
  const diagonal = Math.hypot(widthOf(bounds), heightOf(bounds))
  if (!(diagonal > 0) || !Number.isFinite(diagonal)) return null
  const parts = lookedAt(design.runs).map(run => polylineOf(run, diagonal * FLAT))
  const lines = joined(parts, diagonal * MEET)
  const lengths = lines.map(lengthOf)
  const length = lengths.reduce((sum, each) => sum + each, 0)
  if (!(length > 0) || !Number.isFinite(length)) return null
  const closed = lines.map((line, index) => isClosed(line, lengths[index]!, diagonal * MEET))
  return { lines, lengths, closed, length, diagonal }
}

/** A drawing of more runs than this is looked at in part: in stretches, so that what meets still meets. */
const MOST_RUNS = 20_000
const STRETCH = 64

function lookedAt(runs: readonly Run[]): Run[] {
  const every = Math.ceil(runs.length / MOST_RUNS)
  return runs.filter((run, index) => Math.floor(index / STRETCH) % every === 0 && run.ops.length > 0)
}

/** The run's own numbers where it is chords already. */
function polylineOf(run: Run, tolerance: number): Float64Array {
  return run.ops.every(op => op === LINE) ? run.coords : flattenRun(run, tolerance)
}

/** Chains what meets end to start, in order: some formats tell every segment as a stroke of its own. */
function joined(parts: readonly Float64Array[], within: number): Float64Array[] {
  const lines: Float64Array[] = []
  let chain: Float64Array[] = []
  const close = (): void => {
    if (chain.length === 1) lines.push(chain[0]!)
    else if (chain.length > 1) lines.push(concatenated(chain))
    chain = []
  }
  for (const part of parts) {
    const last = chain.at(-1)
    if (last !== undefined) {
      const gap = Math.hypot(part[0]! - last[last.length - 2]!, part[1]! - last[last.length - 1]!)
      if (gap > within) close()
    }
    chain.push(part)
  }
  close()
  return lines
}

function concatenated(chain: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(chain.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of chain) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function lengthOf(line: Float64Array): number {
  let length = 0
  for (let index = 2; index < line.length; index += 2) {
    const dx = line[index]! - line[index - 2]!
    const dy = line[index + 1]! - line[index - 1]!
    length += Math.sqrt(dx * dx + dy * dy)
  }
  return length
}

function isClosed(line: Float64Array, length: number, within: number): boolean {
  const gap = Math.hypot(line[0]! - line[line.length - 2]!, line[1]! - line[line.length - 1]!)
  return gap <= within && length > 4 * within
}
