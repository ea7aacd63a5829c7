/** Chance that falls the same way in every run (mulberry32). */
export interface Dice {
  /** 0 to less than 1. */
  next(): number
  /** A whole number from 0 to less than `count`. */
  below(count: number): number
  between(from: number, to: number): number
  /** True with this probability. */
  happens(share: number): boolean
  pick<T>(of: readonly T[]): T
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    between: (from, to) => from + next() * (to - from),
    happens: share => next() < share,
    pick(of) {
      const one = of[below(of.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
  }
}

/** One of them, each as often as its share says. */
export function pickByShare<T extends { readonly share: number }>(dice: Dice, of: readonly T[]): T {
  let left = dice.next() * of.reduce((sum, one) => sum + one.share, 0)
  for (const one of of) {
    left -= one.share
    if (left < 0) return one
  }
  return dice.pick(of)
}
