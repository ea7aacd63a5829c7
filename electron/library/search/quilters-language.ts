import { crc32 } from 'node:zlib'
import { conceptsOf } from '#shared/search/language/concepts.ts'
import { KNOWN, MEANINGS } from '#shared/search/language/english/table.ts'
import { AREAS } from '#shared/search/language/thesaurus/areas.ts'
import { tokensOf } from '#shared/search/language/tokens.ts'
import { understand } from '#shared/search/language/understand.ts'
import type { Language } from './language.ts'

/** Taken apart and understood as one version of the rules does it. */
const PROBES = [
  'FeatherSwirl_B2B-12in oakleafborder fthrswrl',
  'Edge to Edge pantograph, grandmother’s flowers and leaves',
  'xmastree 2024 étoile butterflies butter fly wreathed',
]

/**
 * Changes with every word of the thesaurus and of English, and with most changes of how words are taken apart: an index made by other rules
 * is not this language's.
 */
function markOf(): string {
  const tokens = PROBES.map(tokensOf)
  const rules = JSON.stringify([tokens, tokens.map(conceptsOf), AREAS])
  return [rules, KNOWN, MEANINGS].map(text => crc32(text).toString(16)).join('-')
}

/** The language of quilters, as shared/search/language knows it. */
export const quiltersLanguage: Language = { mark: markOf(), tokensOf, conceptsOf, understand }
