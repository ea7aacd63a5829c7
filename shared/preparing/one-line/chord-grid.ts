import type { Chord } from './chords.ts'

/** Chords by the squares they lie in, to find what is near a place without asking all of them. */
export class ChordGrid {
  readonly #cells = new Map<number, Chord[]>()
  readonly #cellMm: number

  /** @param cellMm no chord may be longer */
  constructor(chords: Iterable<Chord>, cellMm: number) {
    this.#cellMm = cellMm
    for (const chord of chords) {
      this.#visit(chord.x0, chord.y0, chord.x1, chord.y1, 0, key => {
        const cell = this.#cells.get(key)
        if (cell) cell.push(chord)
        else this.#cells.set(key, [chord])
      })
    }
  }

  /** Chords that may come within `reachMm` of a place; one may be named several times. */
  *near(x: number, y: number, reachMm: number): Generator<Chord> {
    const found: Chord[][] = []
    this.#visit(x, y, x, y, reachMm, key => {
      const cell = this.#cells.get(key)
      if (cell) found.push(cell)
    })
    for (const cell of found) yield* cell
  }

  /** The chords of each square that holds any, in the order the squares were first used. */
  cells(): Iterable<readonly Chord[]> {
    return this.#cells.values()
  }

  #visit(x0: number, y0: number, x1: number, y1: number, reach: number, visit: (key: number) => void): void {
    const size = this.#cellMm
    const left = Math.floor((Math.min(x0, x1) - reach) / size)
    const right = Math.floor((Math.max(x0, x1) + reach) / size)
    const low = Math.floor((Math.min(y0, y1) - reach) / size)
    const high = Math.floor((Math.max(y0, y1) + reach) / size)
    for (let column = left; column <= right; column++)
      for (let row = low; row <= high; row++) visit(column * ROWS + row)
  }
}

/** More rows than any grid has: the numbers of squares do not meet. */
const ROWS = 2 ** 26
