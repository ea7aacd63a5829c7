import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { joinGaps } from '#shared/geometry/join-runs.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import type { Warning } from '#shared/util/reading.ts'
import { layOut } from './lay-out.ts'
import { oneLine } from './one-line/one-line.ts'
import type { Preparation } from '#shared/contract/library/preparation.ts'
import { pointsInFile, reducePoints, withCurves } from './reduce-points.ts'
import { reverseDesign } from '#shared/geometry/reverse.ts'
import { MEETS_MM, startAt } from './start-at.ts'

/** What became of a design, in numbers. Lengths in millimetres; `before` is the design as it came, brought to its new size. */
export interface PreparedFacts {
  readonly widthMm: number
  readonly heightMm: number
  readonly pointsBefore: number
  readonly pointsAfter: number
  readonly runsBefore: number
  readonly runsAfter: number
  readonly travelBeforeMm: number
  readonly travelAfterMm: number
  readonly stitchedBeforeMm: number
  readonly stitchedAfterMm: number
  /** Greatest distance between a place of one and the nearest place of the other, both ways. */
  readonly deviationMm: number
  /** Needle-up ways that are gone. */
  readonly joins: number
  /** The longest needle-up way that is left. */
  readonly longestJumpMm: number
  /** Whether it may begin elsewhere: it ends where it starts, or one of its runs does. */
  readonly hasRing: boolean
  readonly size: 'stated' | 'assumed' | 'unknown'
}

export interface PreparedDesign {
  readonly design: Design
  readonly facts: PreparedFacts
  readonly warnings: readonly Warning[]
}

/**
 * Does what a recipe says, in the order of preparation.ts. The design given stays as it is. Pure; the same in, the same out.
 *
 * @param alive called now and then: a design of a million points takes seconds
 */
export function prepareDesign(design: Design, recipe: Preparation, alive: () => void = quiet): PreparedDesign {
  const warnings: Warning[] = []
  const laid = layOut(design, recipe)
  const joined = recipe.joinGapsMm === null ? laid : joinGaps(laid, recipe.joinGapsMm)
  const lined =
    recipe.oneLine === 'no'
      ? joined
      : oneLine(joined, { reachMm: recipe.joinGapsMm ?? 0, twice: recipe.oneLine === 'twice' })
  if (recipe.oneLine !== 'no' && lined.runs.length > 1) warnings.push(piecesLeft(lined))
  const begun = recipe.startAt === null ? { design: lined, moved: true } : startAt(lined, recipe.startAt)
  if (!begun.moved) warnings.push(NO_RING)
  const turned = recipe.reverse ? reverseDesign(begun.design) : begun.design
  alive()
  const done = thin(turned, recipe, warnings, alive)
  alive()
  return { design: done, facts: factsOf(design, laid, done, lined, mayStray(recipe)), warnings }
}

const quiet = (): void => undefined

const NO_RING: Warning = {
  code: 'start-not-moved',
  message: 'This line has two ends. It can only begin at one of them.',
}

/** Everything else only moves, turns or reorders. */
function mayStray({ joinGapsMm, oneLine: line, mostPoints, curves }: Preparation): boolean {
  return joinGapsMm !== null || line !== 'no' || mostPoints !== null || curves !== 'as-they-are'
}

function thin(design: Design, { mostPoints, curves }: Preparation, warnings: Warning[], alive: () => void): Design {
  if (mostPoints === null) return withCurves(design, curves)
  const reduced = reducePoints(design, mostPoints, curves, alive)
  if (reduced.isAbove) {
    warnings.push({
      code: 'points-above',
      message: `Each line needs its two ends, so ${pointsInFile(reduced.design)} points are the fewest.`,
    })
  } else if (reduced.cornersLost) {
    warnings.push({ code: 'corners-lost', message: 'With so few points, sharp corners are cut.' })
  }
  return reduced.design
}

function piecesLeft(design: Design): Warning {
  const pieces = design.runs.length
  return {
    code: 'pieces-left',
    message: `The lines do not touch everywhere. ${pieces} pieces are left, with ${travelOf(design).toFixed(1)} mm to go with the needle up.`,
  }
}

function travelOf(design: Design): number {
  return measureDesign(design).travelLengthMm
}

/** Places measured along each design: enough for a hundredth of a millimetre, few enough for a picture that follows her hand. */
const PLACES = 120_000
const FINEST_STEP_MM = 0.02

function factsOf(given: Design, laid: Design, done: Design, lined: Design, strays: boolean): PreparedFacts {
  const [before, after] = [measureDesign(laid), measureDesign(done)]
  const stepMm = Math.max(FINEST_STEP_MM, before.stitchedLengthMm / PLACES, after.stitchedLengthMm / PLACES)
  const bounds = boundsOf(done)
  return {
    widthMm: bounds ? widthOf(bounds) : 0,
    heightMm: bounds ? heightOf(bounds) : 0,
    pointsBefore: pointsInFile(given),
    pointsAfter: pointsInFile(done),
    runsBefore: before.runs,
    runsAfter: after.runs,
    travelBeforeMm: before.travelLengthMm,
    travelAfterMm: after.travelLengthMm,
    stitchedBeforeMm: before.stitchedLengthMm,
    stitchedAfterMm: after.stitchedLengthMm,
    deviationMm: strays && before.runs > 0 ? hausdorff(laid, done, { stepMm }).distanceMm : 0,
    joins: Math.max(0, before.jumps - after.jumps),
    longestJumpMm: longestJump(done),
    hasRing: hasRing(lined),
    size: done.metadata.size,
  }
}

function longestJump({ runs }: Design): number {
  let longest = 0
  for (let i = 1; i < runs.length; i++) longest = Math.max(longest, apart(endOf(runs[i - 1]!), startOf(runs[i]!)))
  return longest
}

function hasRing({ runs }: Design): boolean {
  const [first, last] = [runs[0], runs.at(-1)]
  if (first === undefined || last === undefined) return false
  return [...runs.map(run => [run, run] as const), [last, first] as const].some(
    ([ending, beginning]) => apart(endOf(ending), startOf(beginning)) <= MEETS_MM,
  )
}

function apart(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
