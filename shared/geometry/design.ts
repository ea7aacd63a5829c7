/**
 * The Design: the one geometry in the program. Readers make it, writers take it, nothing else is passed around.
 *
 * Millimetres, Y up, float64. A design is a list of runs in stitching order; the needle is up between runs.
 * A run is packed into two typed arrays, because a pattern may hold a million segments: packed it costs 17 bytes a line,
 * crosses threads as a transfer instead of a copy, and one loop walks it. `segmentsOf` gives the readable view.
 */
export interface Design {
  readonly runs: readonly Run[]
  readonly metadata: DesignMetadata
}

export interface DesignMetadata {
  /** Title stated inside the file, not the file's name. */
  readonly name?: string
  /** Copyright, terms and comments found in the file, in order. */
  readonly notes: readonly string[]
  /**
   * Where the size comes from: `stated` by the file or its format, `assumed` by a rule of the format's page (an R12 DXF read as
   * inches), or `unknown` (a file normalised to arbitrary units): then only the proportions are true.
   */
  readonly size: 'stated' | 'assumed' | 'unknown'
}

/** One stitched stretch with the needle down. */
export interface Run {
  /** Segment kinds in order: `LINE`, `ARC` or `CUBIC`. */
  readonly ops: Uint8Array
  /**
   * `[startX, startY]`, then per segment: LINE `x, y`; ARC `x, y, centreX, centreY, sweep` (radians, counter-clockwise
   * positive, |sweep| <= 2 pi); CUBIC `c1x, c1y, c2x, c2y, x, y`. The end point always is the segment's `x, y`.
   */
  readonly coords: Float64Array
  /** Text the operator is shown before this run (a thread change); empty when the machine just stops. Absent: no pause. */
  readonly pauseBefore?: string
  /** Thread colour as `#rrggbb`, where the format knows one. */
  readonly thread?: string
  /** Layer the run came from, where the format has layers. */
  readonly layer?: string
}

export const LINE = 1
export const ARC = 2
export const CUBIC = 3

/** Numbers in `coords` that one segment of each kind takes; index by the op. */
export const STRIDE: readonly number[] = [0, 2, 5, 6]

export interface Point {
  readonly x: number
  readonly y: number
}

export type Segment =
  | { readonly kind: 'line'; readonly to: Point }
  | { readonly kind: 'arc'; readonly to: Point; readonly centre: Point; readonly sweep: number }
  | { readonly kind: 'cubic'; readonly c1: Point; readonly c2: Point; readonly to: Point }

/** Points of a design as the limits count them: one per run start and one per segment. */
export function countPoints(design: Design): number {
  return design.runs.reduce((sum, run) => sum + 1 + run.ops.length, 0)
}
