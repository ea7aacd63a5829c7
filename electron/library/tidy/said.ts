import type { Kind } from '#shared/domain/pattern.ts'
import { conceptsOf } from '#shared/search/language/concepts.ts'
import { roleOf } from '#shared/search/language/roles.ts'
import { CONCEPTS } from '#shared/search/language/thesaurus/thesaurus.ts'
import { tokensOf } from '#shared/search/language/tokens.ts'
import type { ConceptId } from '#shared/search/language/types.ts'
import { fileStem } from '#shared/text/words.ts'
import { tagNames } from '../columns/queries.ts'
import type { ReadDb } from '../db/handles.ts'
import type { NamedPattern } from '../db/tables/tidy.ts'

/**
 * What names say, as tags: "SunflwrE2E" says sunflower and edge-to-edge. Where she has a tag for it, it is hers, as she writes it. What
 * the pattern's kind says already, and what is no more than a size or a number of lines, is none.
 */
export function saidBy(db: ReadDb): (pattern: NamedPattern, fileNames: readonly string[]) => string[] {
  let hers: ReadonlyMap<ConceptId, string> | null = null
  return ({ name, kind }, fileNames) => {
    hers ??= tagsByConcept(tagNames(db).map(tag => tag.name))
    const concepts = new Set([name, ...fileNames.map(fileStem)].flatMap(text => conceptsOf(tokensOf(text))))
    return [...concepts]
      .filter(concept => isWorthATag(concept, kind))
      .map(concept => hers!.get(concept) ?? labelOf(concept))
  }
}

/** A tag that means one thing alone, by what it means; of two, the first by name. */
export function tagsByConcept(names: readonly string[]): Map<ConceptId, string> {
  const found = new Map<ConceptId, string>()
  for (const name of names) {
    const [concept, ...more] = conceptsOf(tokensOf(name))
    if (concept !== undefined && more.length === 0 && !found.has(concept)) found.set(concept, name)
  }
  return found
}

function isWorthATag(concept: ConceptId, kind: Kind): boolean {
  const role = roleOf(concept)
  if (!role) return true
  return role.kind === 'kind' ? !role.kinds?.includes(kind) : role.kind === 'density'
}

const labelOf = (concept: ConceptId): string => CONCEPTS.get(concept)?.label ?? concept
