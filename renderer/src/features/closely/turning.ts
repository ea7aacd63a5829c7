/** Mirroring and turning for the eye only: what was pressed, as one turn and at most one mirroring. Pure. */
import type { Bounds } from '#shared/geometry/bounds.ts'
import { type Affine, compose, IDENTITY, mirroring, rotation, translation } from '#shared/geometry/transform.ts'
import { fromDegrees } from '#shared/geometry/units.ts'

/** First mirrored left to right, if so, then turned clockwise: every row of presses comes to this. */
export interface Turn {
  readonly isMirrored: boolean
  /** Clockwise, above -180 and up to 180. */
  readonly degrees: number
}

export const AS_IT_WAS: Turn = { isMirrored: false, degrees: 0 }

export function isAsItWas(turn: Turn): boolean {
  return !turn.isMirrored && turn.degrees === 0
}

/** Left becomes right, as she sees it now. */
export function mirrorSideways(turn: Turn): Turn {
  return { isMirrored: !turn.isMirrored, degrees: wrapped(-turn.degrees) }
}

/** Top becomes bottom, as she sees it now. */
export function mirrorUpDown(turn: Turn): Turn {
  return { isMirrored: !turn.isMirrored, degrees: wrapped(180 - turn.degrees) }
}

/** Turned further by this, clockwise. */
export function turnBy(turn: Turn, degrees: number): Turn {
  return { ...turn, degrees: wrapped(turn.degrees + degrees) }
}

/** The same about the middle of the design. */
export function affineOf(turn: Turn, bounds: Bounds): Affine {
  if (isAsItWas(turn)) return IDENTITY
  const x = (bounds.minX + bounds.maxX) / 2
  const y = (bounds.minY + bounds.maxY) / 2
  const turned = rotation(fromDegrees(-turn.degrees))
  const made = turn.isMirrored ? compose(turned, mirroring('x')) : turned
  return compose(translation(x, y), compose(made, translation(-x, -y)))
}

function wrapped(degrees: number): number {
  const turn = degrees - 360 * Math.ceil(degrees / 360 - 0.5)
  return turn === 0 ? 0 : turn
}
