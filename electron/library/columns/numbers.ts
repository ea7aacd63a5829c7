/** Long ids as small numbers, in the order they were met; 0 stands for none. */
export class Numbers {
  readonly ids: string[] = ['']
  readonly #known = new Map<string, number>()

  /** Gives a new id the next number. */
  of(id: string | null): number {
    if (id === null) return 0
    const known = this.#known.get(id)
    if (known !== undefined) return known
    this.#known.set(id, this.ids.length)
    return this.ids.push(id) - 1
  }

  /** Undefined for an id that no pattern ever had. */
  known(id: string): number | undefined {
    return this.#known.get(id)
  }
}
