/** The design as it is shown: turned, with everything the drawing, the player and the rulers ask of it. Pure. */
import { type Bounds, boundsOf } from '#shared/geometry/bounds.ts'
import type { Run } from '#shared/geometry/design.ts'
import { transformRun } from '#shared/geometry/transform.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import { type Journey, journeyAlong } from './journey.ts'
import { walkAlong } from '#shared/geometry/path-walk.ts'
import { boundsOfTiles, type Stride, strideOf, type Tile } from './tiling.ts'
import { affineOf, isAsItWas, type Turn } from './turning.ts'

export interface ShownDesign {
  readonly runs: readonly Run[]
  readonly bounds: Bounds
  readonly stride: Stride
  readonly journey: Journey
}

/** Chords of the needle's way stray this part of the design's size at most, within what an eye sees and memory bears. */
const FINENESS = 1 / 40_000

/** @param runs one at least */
export function showDesign(runs: readonly Run[], turn: Turn): ShownDesign {
  const flat = boxOf(runs)
  const affine = affineOf(turn, flat)
  const turned = isAsItWas(turn) ? runs : runs.map(run => transformRun(run, affine))
  const bounds = isAsItWas(turn) ? flat : boxOf(turned)
  return {
    runs: turned,
    bounds,
    stride: strideOf(bounds, startOf(turned[0]!), endOf(turned.at(-1)!)),
    journey: journeyAlong(walkAlong(turned, toleranceIn(bounds))),
  }
}

/** How far the needle's way may stray from the curves of this design, in millimetres. */
export function walkTolerance(runs: readonly Run[]): number {
  return toleranceIn(boxOf(runs))
}

function toleranceIn({ minX, minY, maxX, maxY }: Bounds): number {
  return Math.min(0.1, Math.max(0.005, Math.max(maxX - minX, maxY - minY) * FINENESS))
}

function boxOf(runs: readonly Run[]): Bounds {
  const bounds = boundsOf({ runs, metadata: { notes: [], size: 'stated' } })
  if (!bounds) throw new Error('a design that is shown has a run')
  return bounds
}

/** The box of everything on the cloth, repeats and all. */
export function boundsShown({ bounds }: ShownDesign, tiles: readonly Tile[]): Bounds {
  return boundsOfTiles(bounds, tiles)
}
