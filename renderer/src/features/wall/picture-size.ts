/** How large the pictures are: three named stops and whatever lies between and beyond. Pure. */
export const NAMED_SIZES = ['small', 'medium', 'large'] as const
export type NamedSize = (typeof NAMED_SIZES)[number]

/** A place on the slider: 1, 2 and 3 are Small, Medium and Large. */
export const SMALLEST = 0
export const LARGEST = 4
export const SIZE_STEP = 0.25

/** Narrowest card at 0, 1, 2, 3 and 4, in rem. */
const CARD_REM = [5.75, 7.25, 9.5, 14, 20] as const

export function positionOf(name: NamedSize): number {
  return NAMED_SIZES.indexOf(name) + 1
}

/** The stop the slider stands on, null between two. */
export function nameAt(position: number): NamedSize | null {
  return NAMED_SIZES[position - 1] ?? null
}

export function cardRemAt(position: number): number {
  const within = Math.min(LARGEST, Math.max(SMALLEST, position))
  const below = Math.min(LARGEST - 1, Math.floor(within))
  const [from = CARD_REM[0], to = CARD_REM[4]] = [CARD_REM[below], CARD_REM[below + 1]]
  return from + (to - from) * (within - below)
}

/** What is kept in settings, also by earlier versions that kept the name. Null for anything else. */
export function positionFrom(kept: unknown): number | null {
  const name = NAMED_SIZES.find(one => one === kept)
  if (name) return positionOf(name)
  return typeof kept === 'number' && kept >= SMALLEST && kept <= LARGEST ? kept : null
}
