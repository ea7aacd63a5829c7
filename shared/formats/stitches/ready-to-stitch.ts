import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import type { WarningList } from '#shared/util/warning-list.ts'
import { readyForMachine } from '../ready.ts'
import { type Dialect, MAX_POINTS, type WriteOptions } from '../types.ts'
import { labelOf } from './label.ts'
import { planStitches, type StitchPlan } from './stitch-plan.ts'
import { UNITS_PER_MM } from './units.ts'

/** Ways of writing every embroidery format. */
export const STITCH_DIALECTS = [
  { id: 'running', says: 'lines cut into stitches of 2.5 mm' },
  { id: 'fewest', says: 'as few stitches as the lines need, up to 12 mm long' },
] as const satisfies readonly Dialect[]

/** Lengths of stitches by dialect, in units: a running stitch, and the longest that fits a record of every format. */
const STITCH_LENGTH: ReadonlyMap<string, number> = new Map([
  ['running', 25],
  ['fewest', 118],
])

/** What a line may be off on the grid of a tenth of a millimetre. NOTES.md has the sum. */
export const STITCH_TOLERANCE_MM = 0.075
/** The grid. */
export const STITCH_STEP_MM = 0.1
/** Further is no quilt, and the headers have no digits for it. */
const FARTHEST_MM = 6000

export interface StitchFormat {
  readonly name: string
  /** The longest jump one record holds, per axis, in units. */
  readonly longestJump: number
  readonly threads: boolean
  /** Letters of the name the header holds; 0 for none. */
  readonly label: number
  /** Stops the header can count. */
  readonly mostStops: number
}

export interface ReadyStitches {
  readonly plan: StitchPlan
  readonly widthMm: number
  readonly heightMm: number
  readonly warnings: WarningList
}

/** Plans the stitches of a design for a format and says what is lost. Refuses what no embroidery file can hold. */
export function readyToStitch(design: Design, format: StitchFormat, options: WriteOptions): Reading<ReadyStitches> {
  const { dialect = STITCH_DIALECTS[0].id } = options
  const stitchLength = STITCH_LENGTH.get(dialect)
  if (stitchLength === undefined) {
    return refusal({ code: 'unknown-dialect', message: `${format.name} has no dialect called ${dialect}.` })
  }
  const holds = {
    arcs: false,
    cubics: false,
    pauses: true,
    pauseText: false,
    notes: false,
    threads: format.threads,
    layers: false,
    stepMm: STITCH_STEP_MM,
  }
  const ready = readyForMachine(withoutHeldName(design, format.label), {
    holds,
    toleranceMm: STITCH_TOLERANCE_MM,
    farthestMm: FARTHEST_MM,
  })
  if (!ready.ok) return ready
  const { warnings } = ready.value
  const stitches = leastRecords(ready.value.design, stitchLength, format.longestJump)
  if (stitches > MAX_POINTS) {
    return refusal({
      code: 'too-many-stitches',
      message: 'This pattern would take more than one million stitches, too many for a machine.',
    })
  }
  const plan = planStitches(ready.value.design, { longestJump: format.longestJump, stitchLength })
  if (plan.changes.length > format.mostStops) {
    return refusal({
      code: 'too-many-stops',
      message: `This pattern stops ${plan.changes.length} times, and ${format.name} holds ${format.mostStops} stops.`,
    })
  }
  if (ready.value.design.runs[0]?.pauseBefore !== undefined) {
    warnings.add(
      'pause-at-start-dropped',
      'The machine waits before the first stitch by itself, so that pause is left out.',
    )
  }
  const bounds = boundsOf(ready.value.design)
  const [widthMm, heightMm] = bounds === null ? [0, 0] : [widthOf(bounds), heightOf(bounds)]
  return readingOf({ plan, widthMm, heightMm, warnings })
}

/** About as many records as the design takes, before any is made: hostile sizes must not fill the memory. */
function leastRecords(design: Design, stitchLength: number, longestJump: number): number {
  const { stitchedLengthMm, travelLengthMm } = measureDesign(design)
  return (stitchedLengthMm / stitchLength + travelLengthMm / longestJump) * UNITS_PER_MM
}

/** Without its name where the header holds it whole: then it is not lost. */
function withoutHeldName(design: Design, letters: number): Design {
  const { name, ...metadata } = design.metadata
  return name !== undefined && labelOf(name, letters) === name ? { ...design, metadata } : design
}
