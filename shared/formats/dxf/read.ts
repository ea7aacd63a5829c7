import { boundsOfRun, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import { LINE, type Design, type Run } from '#shared/geometry/design.ts'
import { fromInches, MM_PER_INCH } from '#shared/geometry/units.ts'
import type { Warning } from '#shared/util/reading.ts'
import { attempt, Refused } from '#shared/util/refused.ts'
import { refuseFarPoints, type StrokeList } from '../drawing/stroke-list.ts'
import { TOO_MANY_BYTES, TOO_MANY_POINTS } from '../limits.ts'
import { MAX_FILE_BYTES, type ReadDesign, type ReadOptions } from '../types.ts'
import { BinaryTags, isBinaryDxf } from './binary-tags.ts'
import { DxfDrawing } from './drawing.ts'
import { EntityReader } from './entities.ts'
import { emptyHeader, isSectionEnd, readHeader, readLayers, type DxfHeader, type Layer } from './header.ts'
import { readBlocks, type Block } from './insert.ts'
import { joinStrokes, strokesAsRuns } from './join.ts'
import { skipToBreak, truncated, type TagMark, type Tags } from './tags.ts'
import { decodeDxfText } from './text.ts'
import { TextTags } from './text-tags.ts'
import { statedMmPerUnit, UNIT_COMMENT } from './units.ts'

/** Ends this near are joined. */
const JOIN_WITHIN_MM = fromInches(0.005)
/** How far a replaced curve may stray. */
const CURVE_TOLERANCE_MM = 0.002
/** A drawing without a unit is taken to be inches when its larger side has this many of them: no quilt is larger. */
const LIKELY_INCHES = { least: 0.5, most: 150 }
const MAX_NOTES = 200
/** Broken files have had two. */
const MAX_SECTIONS = 1000

/** Reads text and binary DXF of every version. Rules and codes: NOTES.md. */
export const readDxf: ReadDesign = (bytes, options = {}) => attempt(warnings => read(bytes, options, warnings))

function read(bytes: Uint8Array, options: ReadOptions, warnings: Warning[]): Design {
  if (bytes.length > MAX_FILE_BYTES) throw new Refused(TOO_MANY_BYTES)
  if (isDwg(bytes)) {
    throw new Refused({
      code: 'dwg-not-dxf',
      message: 'This is a DWG drawing with the wrong name. Please save it as DXF and bring it in again.',
    })
  }
  const tags = isBinaryDxf(bytes) ? new BinaryTags(bytes) : new TextTags(bytes)
  const sections = readSections(tags)
  if (sections.entities.length === 0) {
    throw new Refused({ code: 'no-entities', message: 'There is no drawing in this file (no ENTITIES section).' })
  }
  if (!sections.ended) {
    warnings.push({ code: 'end-missing', message: 'The end mark is missing. Please check that nothing was cut off.' })
  }
  const { header, comments } = sections
  const stated = statedMmPerUnit(header, comments)
  const likely = stated ?? (options.assumedUnit === 'mm' ? 1 : MM_PER_INCH)
  const drawing = draw(tags, sections, CURVE_TOLERANCE_MM / likely)
  warnings.push(...drawing.report.warnings())
  if (drawing.strokes.length === 0) throw nothingToStitch(drawing)
  const size = sizeOf(stated, header, options, drawing.strokes, warnings)
  drawing.strokes.scale(size.mmPerUnit)
  refuseFarPoints(drawing.strokes)
  const layerNames = drawing.layerNames.map(decodeDxfText)
  // Our own files have a stroke for each run, in stitching order: there is nothing to guess, and nothing to join.
  const runs = comments.includes(UNIT_COMMENT)
    ? strokesAsRuns(drawing.strokes, layerNames)
    : joinStrokes(drawing.strokes, JOIN_WITHIN_MM, layerNames)
  const name = decodeDxfText(header.title)
  const notes = [...comments.filter(comment => comment !== UNIT_COMMENT), header.comments]
    .map(decodeDxfText)
    .filter(note => note !== '')
  return { runs, metadata: { ...(name !== '' && { name }), notes, size: size.size } }
}

interface Sections {
  readonly header: DxfHeader
  readonly layers: Map<string, Layer>
  readonly blocks: Map<string, Block>
  /** First entity of each ENTITIES section; a file has one, broken ones several. */
  readonly entities: TagMark[]
  readonly comments: string[]
  ended: boolean
}

/** Finds the sections and reads all but the entities, because units, layers and blocks may be told after them. */
function readSections(tags: Tags): Sections {
  const sections: Sections = {
    header: emptyHeader(),
    layers: new Map(),
    blocks: new Map(),
    entities: [],
    comments: [],
    ended: false,
  }
  tags.next()
  while (!tags.done) {
    if (tags.code === 0 && tags.text() === 'EOF') {
      sections.ended = true
      break
    }
    if (tags.code === 0 && tags.text() === 'SECTION') readSection(tags, sections)
    else {
      if (tags.code === 999 && sections.comments.length < MAX_NOTES) sections.comments.push(tags.text())
      tags.next()
    }
  }
  return sections
}

function readSection(tags: Tags, sections: Sections): void {
  const { line } = tags
  tags.next()
  const name = !tags.done && tags.code === 2 ? tags.text() : ''
  if (name !== '') tags.next()
  if (name === 'HEADER') readHeader(tags, sections.header)
  else if (name === 'TABLES') readLayers(tags, sections.layers)
  else if (name === 'BLOCKS') readBlocks(tags, sections.blocks)
  else if (name === 'ENTITIES' && !tags.done) {
    if (sections.entities.length === MAX_SECTIONS) throw new Refused(TOO_MANY_POINTS)
    sections.entities.push(tags.mark())
  }
  let last = line
  while (!tags.done && !(tags.code === 0 && isSectionEnd(tags.text()))) {
    last = tags.line
    skipToBreak(tags)
  }
  // A file that stops in the middle of a section is not a whole design: half of it must not be sewn as if it were.
  if (tags.done) throw truncated(last)
  if (tags.text() === 'ENDSEC') tags.next()
}

function draw(tags: Tags, sections: Sections, tolerance: number): DxfDrawing {
  const drawing = new DxfDrawing(sections.layers, tolerance)
  const reader = new EntityReader(tags, drawing, sections.blocks)
  for (const mark of sections.entities) {
    tags.goTo(mark)
    reader.readAll()
  }
  drawing.strokes.end()
  return drawing
}

function nothingToStitch(drawing: DxfDrawing): Refused {
  if (drawing.report.has('mesh')) {
    return new Refused({ code: 'mesh-only', message: 'This drawing holds surfaces in space. They cannot be stitched.' })
  }
  return new Refused({ code: 'no-stitching', message: 'There are no lines to stitch in this drawing.' })
}

function sizeOf(
  stated: number | null,
  header: DxfHeader,
  options: ReadOptions,
  strokes: StrokeList,
  warnings: Warning[],
): { mmPerUnit: number; size: 'stated' | 'assumed' | 'unknown' } {
  if (stated !== null) return { mmPerUnit: stated, size: 'stated' }
  if (options.assumedUnit !== undefined) {
    return { mmPerUnit: options.assumedUnit === 'mm' ? 1 : MM_PER_INCH, size: 'assumed' }
  }
  const side = largerSide(strokes)
  if (side >= LIKELY_INCHES.least && side <= LIKELY_INCHES.most) {
    warnings.push({
      code: 'size-assumed',
      message: 'This drawing does not say its unit. It was read as inches. You can choose millimetres.',
    })
    return { mmPerUnit: MM_PER_INCH, size: 'assumed' }
  }
  if (header.metric) {
    warnings.push({ code: 'size-assumed', message: 'This drawing only says it is metric. It was read as millimetres.' })
    return { mmPerUnit: 1, size: 'assumed' }
  }
  warnings.push({
    code: 'size-unknown',
    message: 'This drawing does not say how large it is. Please set the size before you stitch it.',
  })
  return { mmPerUnit: 1, size: 'unknown' }
}

/** Width or height of everything drawn, whichever is larger, in drawing units. */
function largerSide(strokes: StrokeList): number {
  let minX = Number.POSITIVE_INFINITY
  let minY = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  for (let stroke = 0; stroke < strokes.length; stroke++) {
    const ops = strokes.ops.subarray(strokes.opStarts[stroke], strokes.opEnd(stroke))
    const coords = strokes.coords.subarray(strokes.coordStarts[stroke], strokes.coordEnd(stroke))
    if (ops.length === 1 && ops[0] === LINE) {
      // Drawings of single lines have half a million of them: no box for each.
      minX = Math.min(minX, coords[0]!, coords[2]!)
      minY = Math.min(minY, coords[1]!, coords[3]!)
      maxX = Math.max(maxX, coords[0]!, coords[2]!)
      maxY = Math.max(maxY, coords[1]!, coords[3]!)
      continue
    }
    const run: Run = { ops, coords }
    const box = boundsOfRun(run)
    minX = Math.min(minX, box.minX)
    minY = Math.min(minY, box.minY)
    maxX = Math.max(maxX, box.maxX)
    maxY = Math.max(maxY, box.maxY)
  }
  return Math.max(widthOf({ minX, minY, maxX, maxY }), heightOf({ minX, minY, maxX, maxY }))
}

/** "AC10" and two digits of a version begin every DWG; no DXF does, because it begins with a group code. */
function isDwg(bytes: Uint8Array): boolean {
  return bytes[0] === 0x41 && bytes[1] === 0x43 && bytes[2] === 0x31 && bytes[3] === 0x30
}
