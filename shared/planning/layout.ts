import type { HalfPlane } from '#shared/geometry/clip.ts'
import type { Affine } from '#shared/geometry/transform.ts'
import type { QuiltSize } from '#shared/domain/quilt-plan.ts'

/**
 * Where every repeat lies on the quilt: millimetres, the quilt's bottom left corner at 0,0, Y up. Lines (rows, sides) and the places in
 * each stand in stitching order.
 */
export interface Layout {
  readonly quilt: QuiltSize
  readonly lines: readonly PlacedLine[]
  readonly repeats: number
}

export interface PlacedLine {
  readonly part: 'row' | 'side' | 'corner'
  readonly places: readonly Place[]
}

export interface Place {
  /** Which design lies here: the pattern, or the one for the corners. */
  readonly source: 'pattern' | 'corner'
  readonly at: Affine
  /** Cut to these edges whatever becomes of the quilt's own. */
  readonly within?: readonly HalfPlane[]
}

/** Rounding of a sum of inches must not make one repeat more. */
const SAME = 1e-6

/** How many steps of `step` are needed to come to `length`. */
export function stepsTo(length: number, step: number): number {
  return Math.max(0, Math.ceil(length / step - SAME))
}
