import { boundsOf, type Bounds } from '#shared/geometry/bounds.ts'
import type { Design, Run } from '#shared/geometry/design.ts'
import { sanitise } from '#shared/geometry/sanitise.ts'
import { readingOf, refusal, type Reading } from '#shared/util/reading.ts'
import { type Holds, lossesOf } from '../losses.ts'
import { DEFAULT_TOLERANCE_MM, type WriteOptions, type Written } from '../types.ts'
import { GroupWriter } from './group-writer.ts'
import { encodeDxfText } from './text.ts'
import { UNIT_COMMENT } from './units.ts'
import { bulgeVertices, chordVertices } from './vertices.ts'
import { writeLines, writePolyline, writeR12Frame } from './write-r12.ts'
import { writeLightPolyline, writeR2000Frame, writeR2000Objects } from './write-r2000.ts'

interface Dialect {
  readonly arcs: boolean
  readonly notes: boolean
  readonly frame: (out: GroupWriter, bounds: Bounds) => void
  readonly run: (out: GroupWriter, run: Run, toleranceMm: number) => void
  readonly after: (out: GroupWriter) => void
}

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  [
    'polyline',
    {
      arcs: false,
      notes: true,
      frame: writeR12Frame,
      run: (out, run, tolerance) => writePolyline(out, sink => chordVertices(run, tolerance, sink)),
      after: nothing,
    },
  ],
  [
    'bulges',
    {
      arcs: true,
      notes: true,
      frame: writeR12Frame,
      run: (out, run, tolerance) => writePolyline(out, sink => bulgeVertices(run, tolerance, sink)),
      after: nothing,
    },
  ],
  // The simplest importers know sections and lines and nothing before them, so there are no comments either.
  ['lines', { arcs: false, notes: false, frame: writeR12Frame, run: writeLines, after: nothing }],
  [
    'r2000',
    {
      arcs: true,
      notes: true,
      frame: writeR2000Frame,
      run: (out, run, tolerance) => writeLightPolyline(out, sink => bulgeVertices(run, tolerance, sink)),
      after: writeR2000Objects,
    },
  ],
] satisfies [string, Dialect][])

function nothing(): void {}

const HOLDS: Omit<Holds, 'arcs' | 'notes'> = {
  cubics: false,
  pauses: false,
  pauseText: false,
  threads: false,
  layers: false,
}

/** Notes are a copyright line or two. */
const MAX_NOTE_LINES = 200

/**
 * Writes a design as DXF in inches. Dialects: `polyline` (default), `bulges`, `lines`, `r2000`; see NOTES.md. The place of the
 * design on the sheet is kept.
 */
export function writeDxf(design: Design, options: WriteOptions = {}): Reading<Written> {
  const { dialect = 'polyline', toleranceMm = DEFAULT_TOLERANCE_MM, lineEnd = 'crlf' } = options
  const writer = DIALECTS.get(dialect)
  if (writer === undefined) {
    return refusal({ code: 'unknown-dialect', message: `DXF has no dialect called ${dialect}.` })
  }
  const clean = sanitise(design)
  if (clean === null) {
    return refusal({ code: 'not-finite', message: 'This pattern has a number that is not finite. It cannot be saved.' })
  }
  const bounds = boundsOf(clean.design)
  if (bounds === null) {
    return refusal({ code: 'nothing-to-write', message: 'There is no stitching in this pattern.' })
  }
  const warnings = [
    ...clean.warnings,
    ...lossesOf(design, { ...HOLDS, arcs: writer.arcs, notes: writer.notes }, toleranceMm),
  ]
  const out = new GroupWriter(lineEnd)
  if (writer.notes) {
    // R12 has no other place for the unit, and a pattern read back larger or smaller is spoilt.
    out.group(999, UNIT_COMMENT)
    for (const line of noteLines(design)) out.group(999, encodeDxfText(line))
  }
  writer.frame(out, bounds)
  out.section('ENTITIES', () => {
    for (const run of clean.design.runs) writer.run(out, run, toleranceMm)
  })
  writer.after(out)
  return readingOf({ bytes: out.finish(), warnings }, warnings)
}

function noteLines(design: Design): string[] {
  return design.metadata.notes
    .flatMap(note => note.split(/\r\n|\r|\n/))
    .map(line => line.trim().slice(0, 250))
    .filter(line => line !== '')
    .slice(0, MAX_NOTE_LINES)
}
