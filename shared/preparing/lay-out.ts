import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import {
  type Affine,
  compose,
  mirroring,
  rotation,
  scaling,
  transformDesign,
  translation,
} from '#shared/geometry/transform.ts'
import { fromDegrees } from '#shared/geometry/units.ts'
import type { Preparation } from '#shared/contract/library/preparation.ts'

/** A pattern that is a line has no width to be made wider from. */
const THINNEST_MM = 1e-6

/**
 * Steps 1 to 3: mirrored, turned, brought to size, each about the middle of the pattern, which so stays where it lies. A design
 * brought to a size has a stated one from then on. What is asked for along a direction without extent is left alone.
 */
export function layOut(design: Design, recipe: Preparation): Design {
  let laid = design
  if (recipe.mirrorX) laid = aboutMiddle(laid, mirroring('x'))
  if (recipe.mirrorY) laid = aboutMiddle(laid, mirroring('y'))
  if (recipe.turnDegrees % 360 !== 0) laid = aboutMiddle(laid, rotation(fromDegrees(recipe.turnDegrees)))
  return sized(laid, recipe)
}

function sized(design: Design, { widthMm, heightMm }: Preparation): Design {
  const bounds = boundsOf(design)
  if (bounds === null || (widthMm === null && heightMm === null)) return design
  const across = factor(widthMm, widthOf(bounds))
  const up = factor(heightMm, heightOf(bounds))
  if (across === null && up === null) return design
  const stated: Design = { ...design, metadata: { ...design.metadata, size: 'stated' } }
  const sx = across ?? (widthMm === null ? up! : 1)
  const sy = up ?? (heightMm === null ? across! : 1)
  return sx === 1 && sy === 1 ? stated : aboutMiddle(stated, scaling(sx, sy))
}

function factor(wanted: number | null, is: number): number | null {
  if (wanted === null || is < THINNEST_MM) return null
  const by = wanted / is
  // What was typed as the size it has is that size; the last bits of a division must not move a stitch.
  return Math.abs(by - 1) < 1e-12 ? 1 : by
}

function aboutMiddle(design: Design, m: Affine): Design {
  const bounds = boundsOf(design)
  if (bounds === null) return design
  const x = (bounds.minX + bounds.maxX) / 2
  const y = (bounds.minY + bounds.maxY) / 2
  return transformDesign(design, compose(translation(x, y), compose(m, translation(-x, -y))))
}
