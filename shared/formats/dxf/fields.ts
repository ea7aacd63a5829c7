import { atBreak, type Tags } from './tags.ts'

/** Group codes 10 to 79 fit an array; an entity without repeated codes is fully told by it. */
const SLOTS = 80

/**
 * What every entity may say, and the numbers of entities that say each thing once. One object serves a whole drawing: `begin`
 * forgets the entity before.
 */
export class Fields {
  readonly #numbers = new Float64Array(SLOTS)
  layer = ''
  /** Group 2: the block an INSERT places. */
  name = ''
  paperSpace = false
  invisible = false
  #normalX = 0
  #normalY = 0
  #normalZ = 1

  begin(): void {
    this.#numbers.fill(Number.NaN)
    this.layer = '0'
    this.name = ''
    this.paperSpace = false
    this.invisible = false
    this.#normalX = 0
    this.#normalY = 0
    this.#normalZ = 1
  }

  /** Reads the rest of an entity whose codes do not repeat. */
  readAll(tags: Tags): void {
    this.begin()
    for (tags.next(); !atBreak(tags); tags.next()) this.read(tags)
  }

  /** Takes the current pair. */
  read(tags: Tags): void {
    const { code } = tags
    if (code >= 10 && code < 60) this.#numbers[code] = tags.coordinate()
    else if (code === 8) this.layer = tags.text()
    else if (code === 2) this.name = tags.text()
    else if (code === 60) this.invisible = tags.flags() === 1
    else if (code === 67) this.paperSpace = tags.flags() === 1
    else if (code >= 61 && code < SLOTS) this.#numbers[code] = tags.flags()
    else if (code === 210) this.#normalX = tags.coordinate()
    else if (code === 220) this.#normalY = tags.coordinate()
    else if (code === 230) this.#normalZ = tags.coordinate()
  }

  has(code: number): boolean {
    const value = this.#numbers[code]!
    return value === value
  }

  /** The number of a group code, or what to take when the entity does not say. */
  number(code: number, otherwise: number): number {
    const value = this.#numbers[code]!
    return value === value ? value : otherwise
  }

  /** The flags of group 70. */
  get flags(): number {
    return this.number(70, 0)
  }

  /** Drawn on a plane seen from behind (extrusion 0,0,-1): left and right are swapped. */
  get seenFromBehind(): boolean {
    return this.#normalZ < 0
  }

  /** Drawn on a plane that is neither flat nor flat from behind. */
  get tilted(): boolean {
    const flat = Math.abs(this.#normalZ)
    return Math.abs(this.#normalX) > 1e-6 * flat || Math.abs(this.#normalY) > 1e-6 * flat
  }
}
