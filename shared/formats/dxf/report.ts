import type { Warning } from '#shared/util/reading.ts'

/** Real drawings know some forty kinds; a file made of nothing but new ones must not fill the memory with their names. */
const MOST_KINDS = 200

/** What was left out of a drawing, counted while it is read. */
export class DxfReport {
  readonly #otherThings = new Map<string, number>()
  /** Things whose kind is not told. */
  #more = 0
  readonly #counts = new Map<string, number>()

  /** An entity that is no stitching: text, hatching, dimensions. */
  leaveOut(entity: string): void {
    const known = this.#otherThings.get(entity)
    if (known === undefined && this.#otherThings.size >= MOST_KINDS) this.#more++
    else this.#otherThings.set(entity, (known ?? 0) + 1)
  }

  count(code: CountedCode): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1)
  }

  has(code: CountedCode): boolean {
    return this.#counts.has(code)
  }

  warnings(): Warning[] {
    const warnings: Warning[] = []
    if (this.#otherThings.size > 0) warnings.push(this.#otherThingsWarning())
    for (const [code, sentence] of Object.entries(SENTENCES)) {
      const count = this.#counts.get(code)
      if (count !== undefined) warnings.push({ code, message: sentence(things(count)) })
    }
    return warnings
  }

  #otherThingsWarning(): Warning {
    const kinds = [...this.#otherThings].sort((a, b) => b[1] - a[1])
    const total = kinds.reduce((sum, [, count]) => sum + count, this.#more)
    const listed = kinds.slice(0, 5).map(([name, count]) => `${name.slice(0, 24)} ${count}`)
    const more = kinds.length > listed.length ? ', …' : ''
    return {
      code: 'not-stitching',
      message: `${things(total)} not stitching and ${wasOrWere(total)} left out (${listed.join(', ')}${more}).`,
    }
  }
}

export type CountedCode = keyof typeof SENTENCES

const SENTENCES = {
  'paper-space': (n: string) => `${n} on the paper sheet around the drawing, left out.`,
  hidden: (n: string) => `${n} hidden in the drawing program, left out.`,
  'travel-layer': (n: string) => `${n} on a layer for travel, left out. The needle jumps there.`,
  mesh: (n: string) => `${n} a surface in space and cannot be stitched, left out.`,
  tilted: (n: string) => `${n} tilted in space. Please look at the picture.`,
  incomplete: (n: string) => `${n} without position or size, left out.`,
  'missing-block': (n: string) => `${n} from a block that is not in this file, left out.`,
}

function things(count: number): string {
  return count === 1 ? '1 thing is' : `${count} things are`
}

function wasOrWere(count: number): string {
  return count === 1 ? 'was' : 'were'
}
