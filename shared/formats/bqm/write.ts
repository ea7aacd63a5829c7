import { type Arc, angleFrom, partsFor, splitArc, sweepBetween } from '#shared/geometry/arc.ts'
import type { Design, Point, Run } from '#shared/geometry/design.ts'
import { fitArcs } from '#shared/geometry/fit-arcs.ts'
import { arcParts, flattenRun } from '#shared/geometry/flatten.ts'
import { MM_PER_INCH, toInches } from '#shared/geometry/units.ts'
import { startOf, walkRun } from '#shared/geometry/walk.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import type { Holds } from '../losses.ts'
import { readyForMachine } from '../ready.ts'
import { DEFAULT_TOLERANCE_MM, type WriteOptions, type Written } from '../types.ts'
import { MAX_INCHES } from './read.ts'

/** No arc in a real file turns more than 358.8 degrees; the rest of the turn would be lost in rounding. */
const MAX_SWEEP = (359 / 180) * Math.PI

const HOLDS: Omit<Holds, 'arcs'> = {
  cubics: false,
  pauses: true,
  pauseText: false,
  notes: false,
  threads: false,
  layers: false,
}

/**
 * Writes a Bernina Q-matic pattern, byte for byte as the real files are made (NOTES.md). Lines end with LF.
 * Dialects: `arcs` (default), `lines` (straight motions only).
 */
export function writeBqm(design: Design, options: WriteOptions = {}): Reading<Written> {
  const { dialect = 'arcs', toleranceMm = DEFAULT_TOLERANCE_MM, lineEnd = 'lf' } = options
  if (dialect !== 'arcs' && dialect !== 'lines') {
    return refusal({ code: 'unknown-dialect', message: `BQM has no dialect called ${dialect}.` })
  }
  const holds = { ...HOLDS, arcs: dialect === 'arcs' }
  const ready = readyForMachine(design, { holds, toleranceMm, farthestMm: MAX_INCHES * MM_PER_INCH })
  if (!ready.ok) return ready
  const { warnings } = ready.value
  const program = new BqmProgram(toleranceMm)
  for (const run of ready.value.design.runs) {
    if (dialect === 'arcs') program.curves(fitArcs(run, toleranceMm))
    else program.chords(run)
  }
  const text = program.finish(lineEnd === 'crlf' ? '\r\n' : '\n')
  return readingOf({ bytes: encodeUtf8(text), warnings: warnings.list() }, warnings.list())
}

class BqmProgram {
  readonly #tolerance: number
  readonly #lines: string[] = []
  // Where the needle is by the file's rounded numbers, in ten thousandths of an inch, whole numbers: the unit of the format.
  #x = 0
  #y = 0

  constructor(toleranceMm: number) {
    this.#tolerance = toleranceMm
  }

  curves(run: Run): void {
    this.#run(run, () =>
      walkRun(run, {
        line: (_x0, _y0, x1, y1) => this.#line(x1, y1),
        arc: (x0, y0, x1, y1, centreX, centreY, sweep) =>
          this.#arc({ start: { x: x0, y: y0 }, to: { x: x1, y: y1 }, centre: { x: centreX, y: centreY }, sweep }),
        cubic: () => {
          throw new Error('cubics are fitted with arcs before writing')
        },
      }),
    )
  }

  chords(run: Run): void {
    const points = flattenRun(run, this.#tolerance)
    this.#run(run, () => {
      for (let i = 2; i < points.length; i += 2) this.#line(points[i]!, points[i + 1]!)
    })
  }

  finish(lineEnd: string): string {
    // Every real file begins with this rounding artefact, and with it only here.
    const lines = ['G00X0.0000Y-0.0000', ...this.#lines.slice(1), 'M02']
    return `${lines.map((line, i) => `N${i + 10}${line}`).join(lineEnd)}${lineEnd}`
  }

  /** One smaller than the numbers of the format becomes the shortest stitch there is, so that no piece is lost. */
  #run(run: Run, stitch: () => void): void {
    const start = startOf(run)
    this.#x = unitsOf(start.x)
    this.#y = unitsOf(start.y)
    const here = `X${text(this.#x)}Y${text(this.#y)}`
    // A stitch of no length is how the format says pause; the run proper then begins with a travel of its own.
    if (run.pauseBefore !== undefined) this.#lines.push(`G00${here}`, `G01${here}`)
    this.#lines.push(`G00${here}`)
    const body = this.#lines.length
    stitch()
    if (this.#lines.length > body) return
    this.#x++
    this.#lines.push(`G01X${text(this.#x)}Y${text(this.#y)}`)
  }

  #line(x: number, y: number): void {
    const ux = unitsOf(x)
    const uy = unitsOf(y)
    if (ux === this.#x && uy === this.#y) return
    this.#lines.push(`G01X${text(ux)}Y${text(uy)}`)
    this.#x = ux
    this.#y = uy
  }

  #arc(arc: Arc): void {
    const parts = partsFor(arc.sweep, MAX_SWEEP)
    if (parts > 1) {
      for (const half of splitArc(arc, parts)) this.#arc(half)
      return
    }
    const to = { x: unitsOf(arc.to.x), y: unitsOf(arc.to.y) }
    const centre = { x: unitsOf(arc.centre.x), y: unitsOf(arc.centre.y) }
    if (!this.#keepsTo(arc, to, centre)) {
      this.#arcAsChords(arc)
      return
    }
    const code = arc.sweep > 0 ? 'G03' : 'G02'
    this.#lines.push(`${code}X${text(to.x)}Y${text(to.y)}I${text(centre.x)}J${text(centre.y)}`)
    this.#x = to.x
    this.#y = to.y
  }

  /**
   * Whether the rounded numbers still tell this arc. Rounding can turn a tiny arc the other way round the circle, where a reader
   * sees a whole turn, and the centre of a very flat one can lie further off than the format allows.
   */
  #keepsTo(arc: Arc, to: Point, centre: Point): boolean {
    if (Math.max(Math.abs(centre.x), Math.abs(centre.y)) > MAX_INCHES * UNITS_PER_INCH) return false
    if (to.x === this.#x && to.y === this.#y) return false
    const from = angleFrom(centre.x, centre.y, this.#x, this.#y)
    const until = angleFrom(centre.x, centre.y, to.x, to.y)
    const told = sweepBetween(from, until, arc.sweep > 0)
    const startRadius = Math.hypot(this.#x - centre.x, this.#y - centre.y)
    const endRadius = Math.hypot(to.x - centre.x, to.y - centre.y)
    return Math.abs(told - arc.sweep) < 1 && Math.abs(startRadius - endRadius) < MOST_OFF_CIRCLE
  }

  #arcAsChords({ start, to, centre, sweep }: Arc): void {
    const radius = Math.hypot(start.x - centre.x, start.y - centre.y)
    const parts = arcParts(radius, sweep, this.#tolerance)
    for (const part of splitArc({ start, to, centre, sweep }, parts)) this.#line(part.to.x, part.to.y)
  }
}

const UNITS_PER_INCH = 10_000
/** Half of what a reader lets pass, in units. */
const MOST_OFF_CIRCLE = 50

function unitsOf(millimetres: number): number {
  return Math.round(toInches(millimetres) * UNITS_PER_INCH)
}

function text(units: number): string {
  const size = Math.abs(units)
  const inches = Math.floor(size / UNITS_PER_INCH)
  // The one before the decimals keeps their zeros in front, and is taken off again.
  const decimals = String(UNITS_PER_INCH + size - inches * UNITS_PER_INCH).slice(1)
  return units < 0 ? `-${inches}.${decimals}` : `${inches}.${decimals}`
}
