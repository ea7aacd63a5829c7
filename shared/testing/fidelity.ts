import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design, Point, Run } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { lengthOf } from '#shared/geometry/measure.ts'
import { joinGaps } from '#shared/geometry/join-runs.ts'
import { sanitise } from '#shared/geometry/sanitise.ts'
import { compose, scaling, transformDesign, translate, translation } from '#shared/geometry/transform.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import { oneLine } from '#shared/formats/one-line.ts'
import type { Format } from '#shared/formats/types.ts'
import { WarningList } from '#shared/util/warning-list.ts'

/** What a converted pattern may stray, millimetres: a twenty-fifth of a stitch. */
const ALLOWED_MM = 0.05

/** A piece exactly one step off is one step off, whatever the last bits say. */
const LAST_BITS = 1e-6

/** How a design came back from a format, or why it never got there. */
export type Fidelity = { readonly refused: string } | { readonly refused: null; readonly faults: readonly string[] }

/**
 * Writes a design in a format and reads it again. Whatever the writer did not say would be lost must still be there, to 0.05 mm or
 * the step the format states: the line, its pieces and the jumps between them, where it starts and ends, the pauses, the size.
 * What it did say is allowed for and nothing beyond: jumps joined are stitched lines, a size given up is one scale and shift.
 *
 * @param samples places measured on each design; fewer are faster and see less
 */
export function fidelityOf(design: Design, format: Format, samples: number): Fidelity {
  const { read, write, info } = format
  const written = write!(design)
  if (!written.ok) return { refused: written.failure.code }
  const said = new Set(written.value.warnings.map(({ code }) => code))
  const again = read!(written.value.bytes)
  if (!again.ok) return { refused: null, faults: [`does not read its own: ${again.failure.message}`] }
  const before = expectedFrom(design, said)
  const allowed = allowedIn(format)
  const after = inPlaceOf(before, again.value, said, info.id)
  const faults: string[] = []
  const strays = distanceBetween(before, after, allowed, samples)
  if (!(strays <= allowed + LAST_BITS)) faults.push(`strays ${strays.toFixed(3)} mm`)
  faults.push(...changedPieces(before, after, allowed), ...movedEnds(before.runs, after.runs, allowed))
  if (!said.has('pauses-lost')) faults.push(...changedPauses(before, after, threadChanges(design)))
  return { refused: null, faults }
}

/** How far a pattern may stray in a format: 0.05 mm, or the step its numbers are told in where that is coarser. */
export function allowedIn({ limits }: Format): number {
  return Math.max(ALLOWED_MM, limits?.stepMm ?? 0)
}

/** The design as the file may hold it by what its writer said. */
function expectedFrom(design: Design, said: ReadonlySet<string>): Design {
  const clean = sanitise(design)!.design
  const plain = {
    ...clean,
    runs: clean.runs.map(({ ops, coords, pauseBefore }) => withPause(ops, coords, pauseBefore)),
  }
  if (!said.has('jumps-joined')) return plain
  const joined = oneLine(plain, 'join', new WarningList())
  if (!joined.ok) throw new Error(joined.failure.message)
  return joined.value
}

function withPause(ops: Uint8Array, coords: Float64Array, pauseBefore: string | undefined): Run {
  return pauseBefore === undefined ? { ops, coords } : { ops, coords, pauseBefore }
}

/** Drawings have a sheet; machines begin where the needle stands, wherever a hoop's middle may be. */
const KEEPS_PLACE: ReadonlySet<string> = new Set(['dxf', 'svg'])

/** What was read, laid over the first. */
function inPlaceOf(before: Design, read: Design, said: ReadonlySet<string>, format: string): Design {
  const runs = read.runs.map(({ ops, coords, pauseBefore }) => withPause(ops, coords, pauseBefore))
  const after = { ...read, runs }
  if (said.has('size-lost') || read.metadata.size === 'unknown') return scaledOnto(before, after)
  if (KEEPS_PLACE.has(format)) return after
  const [from, to] = [startOf(after.runs[0]!), startOf(before.runs[0]!)]
  return translate(after, to.x - from.x, to.y - from.y)
}

function scaledOnto(before: Design, after: Design): Design {
  const [wanted, found] = [boundsOf(before)!, boundsOf(after)!]
  const scale = Math.max(widthOf(wanted), heightOf(wanted)) / Math.max(widthOf(found), heightOf(found))
  return transformDesign(
    after,
    compose(
      translation(
        (wanted.minX + wanted.maxX - scale * (found.minX + found.maxX)) / 2,
        (wanted.minY + wanted.maxY - scale * (found.minY + found.maxY)) / 2,
      ),
      scaling(scale),
    ),
  )
}

/** Pieces are those between which the needle really is up: a gap within what a place may stray can close, or a joint open. */
function changedPieces(before: Design, after: Design, allowed: number): string[] {
  const pieces = joinGaps(after, 2 * allowed).runs.length
  const most = joinGaps(before, 0).runs.length
  const least = joinGaps(before, 4 * allowed).runs.length
  return pieces >= least && pieces <= most ? [] : [`${most} pieces come back as ${pieces}`]
}

function movedEnds(before: readonly Run[], after: readonly Run[], allowed: number): string[] {
  const ends: readonly [string, Point, Point][] = [
    ['start', startOf(before[0]!), startOf(after[0]!)],
    ['end', endOf(before.at(-1)!), endOf(after.at(-1)!)],
  ]
  return ends.flatMap(([which, a, b]) => {
    const moved = Math.hypot(a.x - b.x, a.y - b.y)
    return moved <= 2 * allowed ? [] : [`the ${which} moves ${moved.toFixed(3)} mm`]
  })
}

function pausesOf({ runs }: Design): number {
  return runs.filter(run => run.pauseBefore !== undefined).length
}

/** A change of thread stops an embroidery machine, which is a pause to whoever reads it. */
function changedPauses(before: Design, after: Design, changes: number): string[] {
  const [had, has] = [pausesOf(before), pausesOf(after)]
  return has >= had && has <= had + changes ? [] : [`${had} pauses come back as ${has}`]
}

export function threadChanges({ runs }: Design): number {
  return runs.filter((run, i) => i > 0 && run.thread !== runs[i - 1]!.thread).length
}

/** A coarse look first: chords between places far apart can only make a distance greater, so it clears most designs. */
function distanceBetween(before: Design, after: Design, allowed: number, samples: number): number {
  const coarse = hausdorff(before, after, { stepMm: Math.max(0.05, stitchedLength(before) / samples) })
  if (coarse.distanceMm <= allowed) return coarse.distanceMm
  const { distanceMm, errorMm } = hausdorff(before, after)
  // In a drawing of a city block the finest step there is room for is coarser than what is looked for.
  return errorMm > allowed ? distanceMm - errorMm : distanceMm
}

function stitchedLength({ runs }: Design): number {
  return runs.reduce((sum, run) => sum + lengthOf(run), 0)
}
