import { seededRandom } from './fake-clock.ts'

/** Everything a seed decides. */
export interface Dice {
  /** 0 to `below` - 1. */
  number(below: number): number
  chance(of: number): boolean
  pick<T>(from: readonly T[]): T | undefined
  /** Up to `most` of them, without repeats, in their order. */
  some<T>(from: readonly T[], most: number): T[]
}

export function createDice(seed: number): Dice {
  const random = seededRandom(seed)
  const number = (below: number): number => {
    const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4)
    return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % below
  }
  const dice: Dice = {
    number,
    chance: of => number(1000) < of * 1000,
    pick: from => (from.length === 0 ? undefined : from[number(from.length)]),
    some(from, most) {
      const wanted = 1 + number(most)
      const left = [...from]
      while (left.length > wanted) left.splice(number(left.length), 1)
      return left
    },
  }
  return dice
}
