/** Which things hang together: joined pair by pair, asked at any time (union and find). */
export class Families {
  readonly #parent: Int32Array
  #count: number

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, index) => index)
    this.#count = size
  }

  get count(): number {
    return this.#count
  }

  of(index: number): number {
    let root = index
    while (this.#parent[root] !== root) root = this.#parent[root]!
    for (let at = index; at !== root; ) {
      const next = this.#parent[at]!
      this.#parent[at] = root
      at = next
    }
    return root
  }

  same(a: number, b: number): boolean {
    return this.of(a) === this.of(b)
  }

  /** False when they hang together already. */
  join(a: number, b: number): boolean {
    const [one, other] = [this.of(a), this.of(b)]
    if (one === other) return false
    // The smaller number is kept, so that the same runs always give the same families.
    this.#parent[Math.max(one, other)] = Math.min(one, other)
    this.#count--
    return true
  }
}
