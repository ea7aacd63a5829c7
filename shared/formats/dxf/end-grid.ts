import type { Chains } from './join.ts'

/** Looks at candidates a drawing may cost per chain; past it the nearest search ends, so that no drawing takes for ever. */
const LOOKS_PER_CHAIN = 64
const LOOKS_TO_SPARE = 1_000_000

/**
 * Both ends of every free chain in a grid of squares as wide as the search, hashed: the nearest end within reach is in the square
 * of the place or in one of the eight around it, whatever the size of the drawing. Chains are found by their link (see join.ts).
 */
export class EndGrid {
  readonly #chains: Chains
  readonly #size: number
  readonly #mask: number
  readonly #heads: Int32Array
  readonly #nexts: Int32Array
  readonly #taken: Uint8Array
  #free: number
  #looks: number

  constructor(chains: Chains, within: number) {
    const links = 2 * chains.count
    this.#chains = chains
    this.#size = within
    this.#mask = 2 ** Math.max(4, Math.ceil(Math.log2(links + 1))) - 1
    this.#heads = new Int32Array(this.#mask + 1).fill(-1)
    this.#nexts = new Int32Array(links).fill(-1)
    this.#taken = new Uint8Array(chains.count)
    this.#free = chains.count
    this.#looks = LOOKS_PER_CHAIN * chains.count + LOOKS_TO_SPARE
    // Last first, so that each list runs in file order and the earlier of two equally near ends is found first.
    for (let link = links - 1; link >= 0; link--) {
      const at = startIndex(link)
      const slot = this.#slot(
        this.#square(chains.ends[at]!),
        this.#square(chains.ends[at + 1]!),
        chains.groups[link >> 1]!,
      )
      this.#nexts[link] = this.#heads[slot]!
      this.#heads[slot] = link
    }
  }

  get isEmpty(): boolean {
    return this.#free === 0
  }

  /** Takes a chain out; false when it already was. */
  take(chain: number): boolean {
    if (this.#taken[chain] === 1) return false
    this.#taken[chain] = 1
    this.#free--
    return true
  }

  /** Takes out the free chain of the group that begins (or, turned round, ends) nearest within reach; -1 when there is none. */
  takeNearest(x: number, y: number, group: number): number {
    if (this.#free === 0 || this.#looks <= 0) return -1
    const { ends, groups } = this.#chains
    const column = this.#square(x)
    const row = this.#square(y)
    let best = -1
    let bestDistance = this.#size * this.#size
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const slot = this.#slot(column + dx, row + dy, group)
        let previous = -1
        for (let link = this.#heads[slot]!; link >= 0; link = this.#nexts[link]!) {
          this.#looks--
          const chain = link >> 1
          if (this.#taken[chain] === 1) {
            this.#unlink(slot, previous, link)
            continue
          }
          previous = link
          if (groups[chain] !== group) continue
          const at = startIndex(link)
          const distance = (ends[at]! - x) ** 2 + (ends[at + 1]! - y) ** 2
          if (distance < bestDistance || (distance === bestDistance && (best < 0 || link < best))) {
            best = link
            bestDistance = distance
          }
          if (distance === 0 || this.#looks <= 0) break
        }
      }
    }
    if (best >= 0) this.take(best >> 1)
    return best
  }

  #unlink(slot: number, previous: number, link: number): void {
    if (previous < 0) this.#heads[slot] = this.#nexts[link]!
    else this.#nexts[previous] = this.#nexts[link]!
  }

  #square(value: number): number {
    return Math.floor(value / this.#size)
  }

  #slot(column: number, row: number, group: number): number {
    // Any mixing will do: what lands in a list by chance is told apart by its distance.
    return (
      (Math.imul(column | 0, 73_856_093) ^ Math.imul(row | 0, 19_349_663) ^ Math.imul(group, 83_492_791)) & this.#mask
    )
  }
}

/** Where in `ends` the point stands at which a link begins: the chain's start, or its end when sewn backwards. */
function startIndex(link: number): number {
  return 4 * (link >> 1) + ((link & 1) === 0 ? 0 : 2)
}
