import { type Bounds, boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'

/** What a layout needs to know of a pattern. */
export interface PatternFacts {
  readonly bounds: Bounds
  readonly heightMm: number
  /** Where a repeat begins, and how far it is to the next. */
  readonly leftMm: number
  readonly advanceMm: number
  /** The way from start to end where the two are level, else the width of the box. */
  readonly advanceFrom: 'ends' | 'box'
  /** 1: stitched from left to right; -1: from right to left. */
  readonly direction: 1 | -1
}

/** Ends at another height than this part of the design is tall do not make a row. */
const LEVEL = 0.05
/** A line that comes back to its beginning does not go on: its ends must be this part of its width apart. */
const GOES_ON = 0.5
/** Flatter or narrower than this is a straight line or a dot, which no size can be given to. */
const LEAST_MM = 0.01

/**
 * The facts of a pattern; null when it has no width or no height to be laid out by.
 *
 * An edge-to-edge design ends where the next repeat of it starts, so its width in a row is the way from its start to its end and not
 * the box around it, which may reach further so that neighbours nest (/formats GEOMETRY: start and end lie level within 0.6 mm in
 * real files).
 */
export function factsOf(design: Design): PatternFacts | null {
  const bounds = boundsOf(design)
  const [first] = design.runs
  const last = design.runs.at(-1)
  if (bounds === null || first === undefined || last === undefined) return null
  const width = widthOf(bounds)
  const heightMm = heightOf(bounds)
  if (width < LEAST_MM || heightMm < LEAST_MM) return null
  const start = startOf(first)
  const end = endOf(last)
  const along = end.x - start.x
  const goesOn = Math.abs(along) >= GOES_ON * width && Math.abs(end.y - start.y) <= LEVEL * Math.max(heightMm, 1)
  return {
    bounds,
    heightMm,
    leftMm: goesOn ? Math.min(start.x, end.x) : bounds.minX,
    advanceMm: goesOn ? Math.abs(along) : width,
    advanceFrom: goesOn ? 'ends' : 'box',
    direction: goesOn && along < 0 ? -1 : 1,
  }
}
