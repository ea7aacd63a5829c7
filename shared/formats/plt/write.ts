import { type Arc, partsFor, splitArc } from '#shared/geometry/arc.ts'
import type { Design, Run } from '#shared/geometry/design.ts'
import { fitArcs } from '#shared/geometry/fit-arcs.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { startOf, walkRun } from '#shared/geometry/walk.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { AsciiWriter, shortNumber } from '../drawing/ascii-writer.ts'
import { readyForMachine } from '../ready.ts'
import { DEFAULT_TOLERANCE_MM, type WriteOptions, type Written } from '../types.ts'
import { colourOfPen, pensOf } from './pens.ts'
import { MAX_UNITS, UNITS_PER_MM } from './plotter.ts'

interface Dialect {
  readonly arcs: boolean
  readonly head: readonly string[]
  readonly foot: readonly string[]
}

const ANY_PLOTTER = { head: ['IN;'], foot: ['PU;', 'SP0;'] }

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ['plain', { arcs: false, ...ANY_PLOTTER }],
  // As another program writes for the QBOT: what IP and the bare WD do there is not known.
  ['qbot', { arcs: false, head: ['IN;', 'IP;'], foot: ['EN;'] }],
  ['arcs', { arcs: true, ...ANY_PLOTTER }],
])

const HOLDS = { cubics: false, pauses: false, pauseText: false, notes: false, threads: true, layers: false }

/** An arc is told by its centre: the nearer its ends, the more their rounding moves it, so none turns further than this. */
const WIDEST_ARC = (2 / 3) * Math.PI
const DEGREES = 180 / Math.PI

/**
 * Writes a plotter file: one place an instruction, one instruction a line, since the simplest programs read no others (NOTES.md).
 * Dialects: `plain` (default), `qbot`, `arcs` (with `AA`). Lines end with LF. Threads become pens.
 */
export function writePlt(design: Design, options: WriteOptions = {}): Reading<Written> {
  const { dialect = 'plain', toleranceMm = DEFAULT_TOLERANCE_MM, lineEnd = 'lf' } = options
  const style = DIALECTS.get(dialect)
  if (style === undefined) {
    return refusal({ code: 'unknown-dialect', message: `PLT has no dialect called ${dialect}.` })
  }
  const ready = readyForMachine(design, {
    holds: { ...HOLDS, arcs: style.arcs },
    toleranceMm,
    farthestMm: MAX_UNITS / UNITS_PER_MM,
  })
  if (!ready.ok) return ready
  const { warnings } = ready.value
  const { runs } = ready.value.design
  const pens = pensOf(runs.map(run => run.thread))
  if (pens.size > 1 && [...pens].some(([thread, pen]) => thread?.toLowerCase() !== colourOfPen(pen))) {
    warnings.add('thread-colours-lost', 'Thread colours become the numbers of pens.')
  }
  const program = new PltProgram(lineEnd === 'crlf' ? '\r\n' : '\n')
  program.add(...style.head)
  for (const [index, run] of runs.entries()) {
    program.pen(pens.get(run.thread) ?? 1)
    if (dialect === 'qbot' && index === 0) program.add('WD')
    if (style.arcs) program.curves(fitArcs(run, toleranceMm))
    else program.chords(run, toleranceMm)
  }
  program.add(...style.foot)
  return readingOf({ bytes: program.finish(), warnings: warnings.list() }, warnings.list())
}

class PltProgram {
  readonly #out = new AsciiWriter()
  readonly #lineEnd: string
  #pen = 0
  // Where the pen is, in whole units.
  #x = 0
  #y = 0
  #drawn = 0

  constructor(lineEnd: string) {
    this.#lineEnd = lineEnd
  }

  add(...lines: readonly string[]): void {
    for (const line of lines) this.#out.add(line + this.#lineEnd)
  }

  pen(pen: number): void {
    if (pen === this.#pen) return
    this.#pen = pen
    this.add(`SP${pen};`)
  }

  chords(run: Run, toleranceMm: number): void {
    const points = flattenRun(run, toleranceMm)
    this.#piece(run, () => {
      for (let at = 2; at < points.length; at += 2) this.#line(unitsOf(points[at]!), unitsOf(points[at + 1]!))
    })
  }

  curves(run: Run): void {
    this.#piece(run, () =>
      walkRun(run, {
        line: (_x0, _y0, x, y) => this.#line(unitsOf(x), unitsOf(y)),
        arc: (x0, y0, x, y, centreX, centreY, sweep) => {
          const arc = { start: { x: x0, y: y0 }, to: { x, y }, centre: { x: centreX, y: centreY }, sweep }
          for (const part of splitArc(arc, partsFor(sweep, WIDEST_ARC))) this.#arc(part)
        },
        cubic: () => {
          throw new Error('cubics are fitted with arcs before writing')
        },
      }),
    )
  }

  finish(): Uint8Array {
    return this.#out.finish()
  }

  /** One smaller than a unit becomes the shortest stitch there is, so that no piece is lost. */
  #piece(run: Run, draw: () => void): void {
    const start = startOf(run)
    this.#x = unitsOf(start.x)
    this.#y = unitsOf(start.y)
    this.add(`PU${this.#x},${this.#y};`)
    this.#drawn = 0
    draw()
    if (this.#drawn === 0) this.#line(this.#x + 1, this.#y)
  }

  #line(x: number, y: number): void {
    if (x === this.#x && y === this.#y) return
    this.add(`PD${x},${y};`)
    this.#x = x
    this.#y = y
    this.#drawn++
  }

  /** The arc of the same turn between the rounded ends: then the next instruction begins where this one ends. */
  #arc({ to, sweep }: Arc): void {
    const x = unitsOf(to.x)
    const y = unitsOf(to.y)
    const dx = x - this.#x
    const dy = y - this.#y
    if (dx === 0 && dy === 0) return
    const aside = 1 / (2 * Math.tan(sweep / 2))
    const centreX = this.#x + dx / 2 - dy * aside
    const centreY = this.#y + dy / 2 + dx * aside
    if (!(Math.max(Math.abs(centreX), Math.abs(centreY)) < MAX_UNITS)) return this.#line(x, y)
    // An arc is drawn with the pen as it is.
    if (this.#drawn === 0) this.add('PD;')
    this.add(`AA${shortNumber(centreX, 3)},${shortNumber(centreY, 3)},${shortNumber(sweep * DEGREES, 4)};`)
    this.#x = x
    this.#y = y
    this.#drawn++
  }
}

function unitsOf(millimetres: number): number {
  // Adding zero makes minus zero plain.
  return Math.round(millimetres * UNITS_PER_MM) + 0
}
