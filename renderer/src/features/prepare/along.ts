/** Places on the line by the share of it that is stitched before. Pure. */
import { placeAt, type Walk } from '#shared/geometry/path-walk.ts'
import type { Point } from '#shared/geometry/design.ts'

/** Share of the line before the place nearest to a point. */
export function shareNear(walk: Walk, { x, y }: Point): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const { xy, along } of walk.runs) {
    for (let index = 1; index < along.length; index++) {
      const at = 2 * index
      const dx = xy[at]! - xy[at - 2]!
      const dy = xy[at + 1]! - xy[at - 1]!
      const length = dx * dx + dy * dy
      const raw = length === 0 ? 0 : ((x - xy[at - 2]!) * dx + (y - xy[at - 1]!) * dy) / length
      const part = Math.min(1, Math.max(0, raw))
      const apart = Math.hypot(x - xy[at - 2]! - dx * part, y - xy[at - 1]! - dy * part)
      if (apart >= least) continue
      least = apart
      best = along[index - 1]! + (along[index]! - along[index - 1]!) * part
    }
  }
  return walk.length === 0 ? 0 : best / walk.length
}

export function placeOfShare(walk: Walk, share: number): Point | null {
  return placeAt(walk, share * walk.length)
}
