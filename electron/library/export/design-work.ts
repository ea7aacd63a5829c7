/** Converting and comparing, bytes in and values out. Pure; runs on work threads and for the command line. */
import { BobbinError } from '#shared/contract/errors.ts'
import { formatInfo } from '#shared/formats/catalogue.ts'
import { oneLine } from '#shared/formats/one-line.ts'
import { formatOf, readSafely } from '#shared/formats/registry.ts'
import type { FormatId, ReadOptions, WriteOptions, Written } from '#shared/formats/types.ts'
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import { countPoints, type Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { sizedLike } from '#shared/geometry/sized-like.ts'
import { mirror, moveStartTo, rotate, scale } from '#shared/geometry/transform.ts'
import { fromDegrees } from '#shared/geometry/units.ts'
import type { Warning } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import type { StitchFacts } from './bundle.ts'
import { plainBytes } from '../files/plain-bytes.ts'
import type { Compared, CompareTask, Converted, ConvertTask, Recipe, Reshape } from './workshop.ts'

/** @throws BobbinError with the code and sentence of the reader or writer that refused */
export function convert({ bytes, recipe }: ConvertTask): Converted {
  const { design, warnings } = designOf(bytes, recipe.from)
  const shaped = shape(design, recipe)
  const written = writeDesign(shaped, recipe)
  return {
    bytes: written.bytes,
    facts: factsOf(shaped),
    warnings: uniqueByCode([...warnings, ...joined(design, recipe), ...written.warnings]),
    notes: design.metadata.notes,
    beside: written.beside ?? [],
  }
}

/** How a design becomes a file, wherever it came from. */
export type Writing = Pick<Recipe, 'to' | 'toleranceMm' | 'dialect' | 'lineEnd'>

/** @throws BobbinError `format-not-written`, or what the writer refused with */
export function writeDesign(design: Design, how: Writing): Written {
  const write = formatOf(how.to)?.write
  if (!write)
    throw new BobbinError('format-not-written', `Bobbin cannot make ${formatInfo(how.to).name} files.`, {
      format: how.to,
    })
  const written = write(design, writeOptions(how))
  if (!written.ok) throw new BobbinError(written.failure.code, written.failure.message)
  return { ...written.value, warnings: [...written.value.warnings, ...written.warnings] }
}

/**
 * Reads what came back and holds it against the design: no place of either further from the other than the tolerance, as long a
 * seam (a line stitched twice lies on itself, so distance alone would not miss it), and the same last stitch.
 * @throws BobbinError `check-failed` when they do not stitch the same
 */
export function compare({ original, recipe, result }: CompareTask): Compared {
  return holdAgainst(shape(designOf(original, recipe.from).design, recipe), result, recipe)
}

/** `compare` for a design that is not in any file. @throws BobbinError `check-failed` when they do not stitch the same */
export function holdAgainst(design: Design, result: Uint8Array, how: Writing): Compared {
  const wanted = asWritten(design, how.to)
  const readBack = designOf(result, how.to, OUR_UNIT).design
  const made = readBack.metadata.size === 'unknown' ? sizedLike(wanted, readBack) : readBack
  // Rounding to a step moves a point by half its diagonal at most.
  const toleranceMm = how.toleranceMm + (formatOf(how.to)?.limits?.stepMm ?? 0)
  const distanceMm = distanceBetween(wanted, made, toleranceMm)
  const strayed = Math.max(distanceMm, seamsApart(wanted, made, toleranceMm))
  if (strayed > toleranceMm)
    throw new BobbinError(
      'check-failed',
      'We read the new file back and it was not the same pattern. It was taken away again.',
      { maxDeviationMm: strayed, toleranceMm },
    )
  return { maxDeviationMm: distanceMm, points: countPoints(made) }
}

/** A format that cannot lift the needle holds one line: that is what must have come back. */
function asWritten(design: Design, to: FormatId): Design {
  return formatOf(to)?.limits?.oneLine ? inOneLine(design) : design
}

/** For a format or a machine that cannot lift the needle: the gaps are stitched, and that is said. */
function inOneLine(design: Design): Design {
  const line = oneLine(design, 'join', new WarningList())
  return line.ok ? line.value : design
}

/**
 * Two-sided distance where they lie, or with both moved to start at 0,0, as some formats always do. What is likelier is measured first:
 * a quilt held against itself a foot away takes many times as long as in its place.
 */
function distanceBetween(wanted: Design, made: Design, toleranceMm: number): number {
  const asTheyLie = () => hausdorff(wanted, made).distanceMm
  const moved = () => hausdorff(moveStartTo(wanted, 0, 0), moveStartTo(made, 0, 0)).distanceMm
  const [first, second] = startsApart(wanted, made) <= toleranceMm ? [asTheyLie, moved] : [moved, asTheyLie]
  const distance = first()
  return distance <= toleranceMm ? distance : Math.min(distance, second())
}

function startsApart(a: Design, b: Design): number {
  const [first, second] = [a.runs[0]?.coords, b.runs[0]?.coords]
  return first && second ? Math.hypot(first[0]! - second[0]!, first[1]! - second[1]!) : 0
}

/** Our writers write inches; an R12 DXF does not say so, and a very small or large one would be taken for millimetres. */
const OUR_UNIT: ReadOptions = { assumedUnit: 'inch' }

/** @throws BobbinError when the bytes cannot be read as this format */
function designOf(
  bytes: Uint8Array,
  format: FormatId,
  options: ReadOptions = {},
): { design: Design; warnings: readonly Warning[] } {
  const read = formatOf(format)?.read
  if (!read)
    throw new BobbinError('format-not-read', `Bobbin cannot read ${formatInfo(format).name} files.`, { format })
  const reading = readSafely(read, plainBytes(bytes), options)
  if (reading.ok) return { design: reading.value, warnings: reading.warnings }
  const { code, message, ...where } = reading.failure
  throw new BobbinError(code, message, where)
}

export function factsOf(design: Design): StitchFacts {
  const measures = measureDesign(design)
  const { bounds, start, end } = measures
  return {
    size: design.metadata.size,
    points: measures.points,
    runs: measures.runs,
    pauses: measures.pauses,
    widthMm: bounds ? widthOf(bounds) : 0,
    heightMm: bounds ? heightOf(bounds) : 0,
    startY: start?.y ?? null,
    endY: end?.y ?? null,
  }
}

/** Turned, mirrored, then brought to the width asked for; its size is then what she said. */
function reshape(design: Design, { widthMm, rotateDegrees, mirror: axis }: Reshape): Design {
  let shaped = design
  if (axis) shaped = mirror(shaped, axis)
  if (rotateDegrees) shaped = rotate(shaped, fromDegrees(rotateDegrees))
  if (widthMm === undefined) return shaped
  const bounds = boundsOf(shaped)
  const width = bounds ? widthOf(bounds) : 0
  if (width === 0)
    throw new BobbinError('no-width', 'This pattern has no width: it is a line from top to bottom. Turn it first.')
  return { ...scale(shaped, widthMm / width), metadata: { ...shaped.metadata, size: 'stated' } }
}

/** What is done to a design before it is written. */
export type Shaping = Pick<Recipe, 'startAtOrigin' | 'isOneLine' | 'reshape'>

export function shape(design: Design, recipe: Shaping): Design {
  const line = recipe.isOneLine ? inOneLine(design) : design
  const shaped = recipe.reshape ? reshape(line, recipe.reshape) : line
  return recipe.startAtOrigin ? moveStartTo(shaped, 0, 0) : shaped
}

/** What her rule for the machine does to a design in pieces. */
export function joined(design: Design, { isOneLine, reshape: { widthMm } = {} }: Shaping): Warning[] {
  const { jumps, travelLengthMm } = measureDesign(design)
  if (!isOneLine || jumps === 0) return []
  const what = jumps === 1 ? 'One jump becomes a stitched line' : `${jumps} jumps become stitched lines`
  const size = widthMm === undefined ? `, ${Number(travelLengthMm.toFixed(1))} mm in all` : ''
  return [{ code: 'jumps-joined', message: `${what}${size}: the rule for this machine says so.` }]
}

/** The writer gets two fifths of what may be strayed: the format's own rounding needs the rest. */
function writeOptions({ toleranceMm, dialect, lineEnd }: Writing): WriteOptions {
  return {
    toleranceMm: toleranceMm * 0.4,
    ...(dialect === undefined ? {} : { dialect }),
    ...(lineEnd === undefined ? {} : { lineEnd }),
  }
}

/** Rounding of every point may make a seam of short lines this much longer. */
const LENGTH_SLACK = 0.05

/**
 * How far the last stitches are apart, seen from the first; infinite when one seam is clearly shorter than the other. A DXF has no
 * needle commands: its reader joins pieces that meet, and then first and last are not comparable.
 */
function seamsApart(wanted: Design, made: Design, toleranceMm: number): number {
  const [a, b] = [measureDesign(wanted), measureDesign(made)]
  const slack = a.stitchedLengthMm * LENGTH_SLACK + 2 * a.runs * toleranceMm
  if (Math.abs(a.stitchedLengthMm - b.stitchedLengthMm) > slack) return Number.POSITIVE_INFINITY
  if (a.runs !== b.runs || !a.start || !a.end || !b.start || !b.end) return 0
  return Math.hypot(a.end.x - a.start.x - (b.end.x - b.start.x), a.end.y - a.start.y - (b.end.y - b.start.y))
}

export function uniqueByCode(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map(warning => [`${warning.code} ${warning.message}`, warning])).values()]
}
