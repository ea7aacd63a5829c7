import type { Line } from './line.ts'

/** One way a copy may lie: turned counter-clockwise by `turn` radians after being mirrored left to right. */
export interface Orientation {
  readonly turn: number
  readonly mirrored: boolean
}

/** The simplest first: of two ways to lay a symmetric design the first is told. */
const QUARTERS: readonly Orientation[] = [0, 2, 1, 3].flatMap(quarter =>
  [false, true].map(mirrored => ({ turn: (quarter * Math.PI) / 2, mirrored })),
)

const BINS = 120
const PEAKS = 2
/** Nearer to a quarter turn than this the quarter itself finds it. */
const NEAR_QUARTER = 1

const directions = new Float64Array(BINS)
const others = new Float64Array(BINS)
const likeness = new Float64Array(BINS)

/**
 * The ways to try: quarter turns and mirror images, and the turns at which the directions of both lines agree best. A line has no
 * front: a direction is known to half a turn, so each peak stands for two ways.
 */
export function orientations(a: Line, b: Line): Orientation[] {
  tally(a, directions)
  tally(b, others)
  const found = [...QUARTERS]
  for (const mirrored of [false, true]) {
    correlate(mirrored)
    for (const bin of peaks()) {
      const turn = (bin * Math.PI) / BINS
      found.push({ turn, mirrored }, { turn: turn + Math.PI, mirrored })
    }
  }
  return found
}

/** How much of the line goes in each direction, softened by one bin to both sides. */
function tally({ xy }: Line, into: Float64Array): void {
  into.fill(0)
  for (let i = 0; i < xy.length; i += 4) {
    const dx = xy[i + 2]! - xy[i]!
    const dy = xy[i + 3]! - xy[i + 1]!
    const at = ((Math.atan2(dy, dx) / Math.PI + 1) * BINS) % BINS
    const low = Math.floor(at)
    const share = at - low
    const long = Math.hypot(dx, dy)
    into[(low + BINS - 1) % BINS]! += long * (1 - share) * 0.5
    into[low % BINS]! += long * (1 - share * 0.5)
    into[(low + 1) % BINS]! += long * (0.5 + share * 0.5)
    into[(low + 2) % BINS]! += long * share * 0.5
  }
}

/** Likeness for each turn of the first line; mirrored left to right a direction d becomes half a turn less d. */
function correlate(mirrored: boolean): void {
  for (let turn = 0; turn < BINS; turn++) {
    let sum = 0
    for (let bin = 0; bin < BINS; bin++) {
      const from = mirrored ? (BINS - bin) % BINS : bin
      const to = bin + turn
      sum += directions[from]! * others[to >= BINS ? to - BINS : to]!
    }
    likeness[turn] = sum
  }
}

/** Turns of the highest peaks, in bins with fractions. */
function peaks(): number[] {
  const tops: number[] = []
  for (let at = 0; at < BINS; at++) {
    const before = likeness[(at + BINS - 1) % BINS]!
    const after = likeness[(at + 1) % BINS]!
    if (likeness[at]! < before || likeness[at]! <= after) continue
    tops.push(at)
  }
  tops.sort((one, other) => likeness[other]! - likeness[one]!)
  return tops
    .map(at => at + offset(at))
    .filter(at => Math.min(at % (BINS / 2), BINS / 2 - (at % (BINS / 2))) > NEAR_QUARTER)
    .slice(0, PEAKS)
}

/** Where between the bins the top lies, by the parabola through three of them. */
function offset(at: number): number {
  const before = likeness[(at + BINS - 1) % BINS]!
  const after = likeness[(at + 1) % BINS]!
  const bend = before - 2 * likeness[at]! + after
  return bend === 0 ? 0 : (0.5 * (before - after)) / bend
}
