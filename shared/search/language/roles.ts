import { KINDS, type Kind } from '#shared/domain/pattern.ts'
import { NO_END_MM } from './sizes.ts'
import type { ConceptId, Piece } from './types.ts'

/** Concepts that ask for a fact of the pattern beside its words, and how much they count. */
export type Role = Pick<Piece, 'kind' | 'weight' | 'kinds' | 'density' | 'line' | 'sizeMm'>

/** Words of a kind say less than those of a motif: half a library is edge-to-edge. SEARCH.md 6.2. */
const KIND_WEIGHT = 0.55
const DENSITY_WEIGHT = 0.6
const LINE_WEIGHT = 0.5
/** "Large" is a size or a large leaf: a hint. */
const HINT_WEIGHT = 0.3

const VAGUE_WEIGHT = 0.3

const INCH_MM = 25.4

const ROLES: ReadonlyMap<ConceptId, Role> = new Map<ConceptId, Role>([
  ...KINDS.filter(kind => kind !== 'other').map((kind): [ConceptId, Role] => [kind, kindRole(kind)]),
  ['dense', { kind: 'density', weight: DENSITY_WEIGHT, density: 'dense' }],
  ['medium-density', { kind: 'density', weight: DENSITY_WEIGHT, density: 'medium' }],
  ['open', { kind: 'density', weight: DENSITY_WEIGHT, density: 'open' }],
  ['one-line', { kind: 'line', weight: LINE_WEIGHT, line: 'one' }],
  ['several-lines', { kind: 'line', weight: LINE_WEIGHT, line: 'several' }],
  ['small', { kind: 'size', weight: HINT_WEIGHT, sizeMm: { min: 0, max: 6 * INCH_MM, about: 4 * INCH_MM } }],
  [
    'medium-size',
    { kind: 'size', weight: HINT_WEIGHT, sizeMm: { min: 6 * INCH_MM, max: 12 * INCH_MM, about: 9 * INCH_MM } },
  ],
  // What a quilter says of many patterns, and few patterns say of themselves.
  ...['soft', 'bold', 'cute', 'simple', 'colour', 'flow', 'intricate'].map((id): [ConceptId, Role] => [
    id,
    { kind: 'concept', weight: VAGUE_WEIGHT },
  ]),
  ['large', { kind: 'size', weight: HINT_WEIGHT, sizeMm: { min: 12 * INCH_MM, max: NO_END_MM, about: 16 * INCH_MM } }],
])

export const roleOf = (concept: ConceptId): Role | undefined => ROLES.get(concept)

function kindRole(kind: Kind): Role {
  return { kind: 'kind', weight: KIND_WEIGHT, kinds: [kind] }
}
