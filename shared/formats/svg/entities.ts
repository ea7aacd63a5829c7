import { Refused } from '#shared/util/refused.ts'

const MAX_ENTITIES = 1000
/** Characters one entity, and all uses of entities in a file, may stand for. */
const MAX_EXPANSION = 100_000
const MAX_TOTAL = 4_000_000

/** `<!ENTITY name "text">`: the only kind read. External ones and parameters are nobody's drawing. */
const DECLARATION = /<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g
const REFERENCE = /&([\w.:-]+);/g

/**
 * Entities a document declares for itself, as old Illustrator files do for their namespaces. Each use is counted, so that a few
 * lines cannot stand for gigabytes.
 */
export class EntityTable {
  /** By name; reading one counts as a use. */
  readonly entities: Record<string, string> = Object.create(null) as Record<string, string>
  readonly #texts = new Map<string, string>([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
  ])
  #used = 0

  /** @param doctype what stands between `<!DOCTYPE` and its end */
  constructor(doctype: string) {
    let declared = 0
    for (const [, name, double, single] of doctype.matchAll(DECLARATION)) {
      if (++declared > MAX_ENTITIES) throw tooMuch()
      if (name === undefined || this.#texts.has(name)) continue
      this.#texts.set(name, this.#expand(double ?? single ?? ''))
    }
    for (const [name, text] of this.#texts) {
      Object.defineProperty(this.entities, name, { enumerable: true, get: () => this.#use(text) })
    }
  }

  /** Entities inside an entity's text; only those declared before it, so there is no circle. */
  #expand(text: string): string {
    let length = text.length
    return text.replace(REFERENCE, (reference, name: string) => {
      const known = this.#texts.get(name)
      length += known?.length ?? 0
      if (length > MAX_EXPANSION) throw tooMuch()
      return known ?? reference
    })
  }

  #use(text: string): string {
    this.#used += text.length
    if (this.#used > MAX_TOTAL) throw tooMuch()
    return text
  }
}

function tooMuch(): Refused {
  return new Refused({
    code: 'entity-limit',
    message: 'This file uses text shortcuts (entities) that stand for far too much text.',
  })
}
