import { boundsOf, heightOf, widthOf } from './bounds.ts'
import type { Design } from './design.ts'
import { scale, translate } from './transform.ts'

/** A design of which only the proportions are true, brought to the size and place of another: what is left may be compared. */
export function sizedLike(wanted: Design, made: Design): Design {
  const [to, from] = [boundsOf(wanted), boundsOf(made)]
  if (to === null || from === null) return made
  const longer = Math.max(widthOf(from), heightOf(from))
  if (longer === 0) return made
  const factor = Math.max(widthOf(to), heightOf(to)) / longer
  return translate(scale(made, factor), to.minX - from.minX * factor, to.minY - from.minY * factor)
}
