import { type Arc, splitArc } from '#shared/geometry/arc.ts'
import type { Design, Run } from '#shared/geometry/design.ts'
import { fitArcs } from '#shared/geometry/fit-arcs.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { startOf, walkRun } from '#shared/geometry/walk.ts'
import { encodeUtf8, toAscii } from '#shared/text/encode.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import type { Holds } from '../losses.ts'
import { readyForMachine } from '../ready.ts'
import { DEFAULT_TOLERANCE_MM, type WriteOptions, type Written } from '../types.ts'
import { arcCommand } from './arc-command.ts'
import { MAX_COUNT, MM_PER_COUNT } from './motion.ts'

/** Places further than this from the start could need a number a reader refuses: half of it, as moves are told from run to run. */
const FARTHEST_MM = (MAX_COUNT / 2) * MM_PER_COUNT
/** Notes are a copyright line or two; longer texts are cut, since nobody knows how much of it a machine reads. */
const MOST_NOTE_LINES = 40
const NOTE_WIDTH = 72

const HOLDS: Omit<Holds, 'arcs'> = {
  cubics: false,
  pauses: true,
  pauseText: true,
  notes: true,
  threads: false,
  layers: false,
}

/**
 * Writes a Gammill Statler pattern with the structure of real files (NOTES.md). Lines end with CRLF unless asked otherwise, since
 * the machine's program runs on Windows. Dialects: `arcs` (default), `lines` (straight motions only).
 */
export function writeQli(design: Design, options: WriteOptions = {}): Reading<Written> {
  const { dialect = 'arcs', toleranceMm = DEFAULT_TOLERANCE_MM, lineEnd = 'crlf' } = options
  if (dialect !== 'arcs' && dialect !== 'lines') {
    return refusal({ code: 'unknown-dialect', message: `QLI has no dialect called ${dialect}.` })
  }
  const holds = { ...HOLDS, arcs: dialect === 'arcs' }
  const ready = readyForMachine(design, { holds, toleranceMm, farthestMm: FARTHEST_MM })
  if (!ready.ok) return ready
  const { warnings } = ready.value
  const program = new QliProgram(noteLines(design))
  for (const run of ready.value.design.runs) {
    const stitched = dialect === 'arcs' ? fitArcs(run, toleranceMm) : run
    program.run(stitched, dialect === 'lines' ? toleranceMm : null)
  }
  const text = program.finish(lineEnd === 'crlf' ? '\r\n' : '\n')
  return readingOf({ bytes: encodeUtf8(text), warnings: warnings.list() }, warnings.list())
}

/** The remark lines of real files are all 31 characters wide. */
function macro(name: string): string {
  return `REM ${name} `.padEnd(31, '-')
}

const END_MACRO = macro('end macro')
const END_SEQUENCE = ['VE', 'BGS', 'AMS']

class QliProgram {
  readonly #lines: string[]
  // Where the needle really is, in counts: an arc of rounded numbers ends between them.
  #x = 0
  #y = 0
  #originX = 0
  #originY = 0
  #runs = 0

  constructor(notes: readonly string[]) {
    this.#lines = ['#CAD2DMC', 'CS', 'VMXY', ...notes.map(note => `REM ${note}`), macro('FIRST_MACRO'), END_MACRO]
  }

  /** Travels to a run and stitches it; one smaller than a count becomes the shortest stitch there is, so that no piece is lost. */
  run(run: Run, chordTolerance: number | null): void {
    if (this.#runs > 0 || run.pauseBefore !== undefined) this.#travel(run)
    this.#lines.push(macro('CONTINUOUS'), 'NO NEEDLE ON', END_MACRO)
    const body = this.#lines.length
    if (chordTolerance === null) this.#curves(run)
    else this.#chords(flattenRun(run, chordTolerance))
    if (this.#lines.length === body) this.#goTo(this.#x + 1, this.#y)
    this.#endSequence()
    this.#runs++
  }

  finish(lineEnd: string): string {
    return [...this.#lines, 'EN', ''].join(lineEnd)
  }

  #travel(run: Run): void {
    this.#lines.push(macro('HIDDEN'), 'NO NEEDLE OFF', END_MACRO)
    if (run.pauseBefore !== undefined) {
      // A semicolon would end the command in the middle of the sentence.
      const words = toAscii(run.pauseBefore).replaceAll(';', ',')
      this.#lines.push(macro('PAUSE'), `NO PAUSE ${words}`.trimEnd(), END_MACRO)
    }
    const start = startOf(run)
    this.#goTo(start.x / MM_PER_COUNT, start.y / MM_PER_COUNT)
    this.#endSequence()
  }

  #curves(run: Run): void {
    walkRun(run, {
      line: (_x0, _y0, x1, y1) => this.#line(x1 / MM_PER_COUNT, y1 / MM_PER_COUNT),
      arc: (x0, y0, x1, y1, centreX, centreY, sweep) =>
        this.#arc({
          start: { x: x0 / MM_PER_COUNT, y: y0 / MM_PER_COUNT },
          to: { x: x1 / MM_PER_COUNT, y: y1 / MM_PER_COUNT },
          centre: { x: centreX / MM_PER_COUNT, y: centreY / MM_PER_COUNT },
          sweep,
        }),
      cubic: () => {
        throw new Error('cubics are fitted with arcs before writing')
      },
    })
  }

  #chords(points: Float64Array): void {
    for (let i = 2; i < points.length; i += 2) this.#line(points[i]! / MM_PER_COUNT, points[i + 1]! / MM_PER_COUNT)
  }

  /** A line to a place the needle is already at, to half a count, says nothing; the error does not add up, it is from the place. */
  #line(x: number, y: number): void {
    if (Math.abs(x - this.#x) > 0.5 || Math.abs(y - this.#y) > 0.5) this.#goTo(x, y)
  }

  /** Each arc starts from where the last one really ended, so rounding never adds up; what cannot be rounded well is cut in two. */
  #arc(arc: Arc): void {
    const command = arcCommand(this.#x, this.#y, arc)
    if (command !== null) {
      this.#lines.push(`CR ${command.radius},${command.start.toFixed(4)},${command.sweep.toFixed(4)}`)
      this.#x = command.endX
      this.#y = command.endY
      return
    }
    const length = Math.abs(arc.sweep) * Math.hypot(arc.start.x - arc.centre.x, arc.start.y - arc.centre.y)
    if (length < SHORTEST_ARC) this.#line(arc.to.x, arc.to.y)
    else for (const half of splitArc(arc, 2)) this.#arc(half)
  }

  #goTo(x: number, y: number): void {
    const dx = Math.round(x - this.#originX)
    const dy = Math.round(y - this.#originY)
    this.#lines.push(`VP ${dx},${dy}`)
    this.#x = this.#originX + dx
    this.#y = this.#originY + dy
  }

  #endSequence(): void {
    this.#lines.push(...END_SEQUENCE)
    this.#originX = this.#x
    this.#originY = this.#y
  }
}

/** Below this length in counts an arc is a line: nothing shows of it on cloth. */
const SHORTEST_ARC = 4

/** Name and notes as remarks: plain ASCII, cut into lines a controller takes. */
function noteLines(design: Design): string[] {
  const { name, notes } = design.metadata
  const texts = [...(name === undefined ? [] : [name]), ...notes].flatMap(note => note.split(/\r\n|\r|\n/))
  return texts.flatMap(text => wrapped(toAscii(text))).slice(0, MOST_NOTE_LINES)
}

function wrapped(text: string): string[] {
  const lines: string[] = []
  let rest = text
  while (rest.length > NOTE_WIDTH) {
    const blank = rest.lastIndexOf(' ', NOTE_WIDTH)
    const cut = blank > 0 ? blank : NOTE_WIDTH
    lines.push(rest.slice(0, cut))
    rest = rest.slice(cut).trimStart()
  }
  if (rest !== '') lines.push(rest)
  return lines
}
