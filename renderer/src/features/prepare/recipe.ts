/** What her presses make of a recipe, as she sees the pattern at that moment. Pure. */
import type { Preparation } from '#shared/contract/library/preparation.ts'

/** Left becomes right, as it lies now: mirrored first and turned after, it is turned the other way. */
export function mirrorSideways(recipe: Preparation): Preparation {
  return { ...recipe, mirrorX: !recipe.mirrorX, turnDegrees: wrapped(-recipe.turnDegrees) }
}

/** Top becomes bottom, as it lies now. */
export function mirrorUpDown(recipe: Preparation): Preparation {
  return { ...recipe, mirrorY: !recipe.mirrorY, turnDegrees: wrapped(-recipe.turnDegrees) }
}

/** A quarter turn, counter-clockwise for 1: what was its width is its height then. */
export function quarterTurn(recipe: Preparation, turns: 1 | -1): Preparation {
  const { widthMm, heightMm } = recipe
  return { ...recipe, turnDegrees: wrapped(recipe.turnDegrees + 90 * turns), widthMm: heightMm, heightMm: widthMm }
}

/** How large it is now; null where that is not known. */
export interface Extent {
  readonly widthMm: number
  readonly heightMm: number
}

/** The side she typed; with the proportions kept the other follows, else it stays what it is. */
export function withSide(
  recipe: Preparation,
  side: 'widthMm' | 'heightMm',
  mm: number,
  now: Extent,
  keepsProportions: boolean,
): Preparation {
  const other = side === 'widthMm' ? 'heightMm' : 'widthMm'
  return { ...recipe, [side]: mm, [other]: keepsProportions ? null : now[other] }
}

/** The recipe as far as the place of the start depends on it: what comes after would hide which place it is. */
export function upToStart(recipe: Preparation): Preparation {
  return { ...recipe, startAt: null, reverse: false, mostPoints: null, curves: 'as-they-are' }
}

/** Other lines than before: a start that was chosen along the old ones means nothing. */
export function withLines(
  recipe: Preparation,
  change: Partial<Pick<Preparation, 'joinGapsMm' | 'oneLine'>>,
): Preparation {
  return { ...recipe, ...change, startAt: null }
}

function wrapped(degrees: number): number {
  const turn = degrees - 360 * Math.ceil(degrees / 360 - 0.5)
  return turn === 0 ? 0 : turn
}
