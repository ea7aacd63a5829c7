import { inARow, namedAt } from '#shared/search/language/concepts.ts'
import { plainTokens } from '#shared/search/language/plain-tokens.ts'
import { roleOf } from '#shared/search/language/roles.ts'
import { CONCEPTS } from '#shared/search/language/thesaurus/thesaurus.ts'
import type { Synset } from './wordnet.ts'

/** A definition that speaks of a concept: "a meeting for boat races". The first mention says most. */
const FIRST = 0.6
const LATER = 0.5
const MOST_MENTIONS = 3
/** Words that definitions are made of and that mean something else there. */
const OF_DEFINITIONS = new Set(
  `line band block panel frame corner border fill open dense light figure people body word number text letter children well arc round
   circle wave texture stripe outline applique art school game sports food plant animal travel money law house city shoes hat people
   small large medium-size simple bold soft colour flow line square diamond triangle rectangle season spring fall autumn present gift
   curl twist bow hook wing star spine key feminine masculine modern traditional abstract royal science memory tool vehicle music
   cut book love white bump motif head girls boys people clothing furniture drink meal game family hand eye plus crystal nut
   peace joy hope word party racing weather rock water earth air cold ice fire tree leaf branch seed egg insect bird fish cat dog
   house bottle basket kitchen military geometric`.split(/\s+/),
)
/** Words about looks and manners: a definition that says "custom" means a habit. */
const NEVER = new Set(
  `custom intricate simple bold soft cute modern traditional abstract flow texture colour vintage rustic elegant point-to-point offset nesting
   free-motion applique memory hope word number people ruler-work branch motif`.split(/\s+/),
)
/** Concepts as plain as water say something in a definition, only less than a poinsettia. */
const PLAIN = 0.78

/** Concepts that the definition of a synset mentions, with what the mention is worth. */
export function mentionedBy(synset: Synset): ReadonlyMap<string, number> {
  const mentioned = new Map<string, number>()
  const { row } = inARow(plainTokens(synset.definition.replace(/\([^)]*\)/g, ' ')))
  for (let at = 0; at < row.length && mentioned.size < MOST_MENTIONS; ) {
    const named = namedAt(row, at)
    if (named && !mentioned.has(named.concept) && speaks(named.concept)) {
      const worth = mentioned.size === 0 ? FIRST : LATER
      mentioned.set(named.concept, OF_DEFINITIONS.has(named.concept) ? worth * PLAIN : worth)
    }
    at = named?.end ?? at + 1
  }
  return mentioned
}

function speaks(concept: string): boolean {
  return !NEVER.has(concept) && roleOf(concept) === undefined && !CONCEPTS.get(concept)!.isWide
}
