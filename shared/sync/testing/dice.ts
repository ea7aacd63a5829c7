/** Dice that fall the same way for the same seed. */
export interface Dice {
  /** 0 to 1, 1 not included. */
  next(): number
  /** A whole number from 0, `many` not included. */
  below(many: number): number
  chance(of: number): boolean
  pick<T>(from: readonly T[]): T
}

export function seededDice(seed: number): Dice {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (many: number) => Math.floor(next() * many)
  return { next, below, chance: of => next() < of, pick: from => from[below(from.length)]! }
}
