import { narrowerOf } from './expand.ts'
import { CONCEPTS } from './thesaurus/thesaurus.ts'
import type { Alternative, ConceptId, Piece } from './types.ts'

/** A piece and the concept it was named by, if it was. */
export interface Headed {
  readonly piece: Piece
  readonly concept: ConceptId | null
  /** "Or" stands between it and the piece before. */
  readonly isEither: boolean
}

/**
 * Keeps what is asked for apart: stars are made for patriotic quilts, so "patriotic" alone finds them, but of "patriotic stars" a star is only
 * the half. What another piece asks for by name does not count here, unless it is a kind of this one (the rose of "rose flowers").
 */
export function keptApart(headed: readonly Headed[]): Piece[] {
  return headed.map(({ piece, concept }) => {
    const others = headed.flatMap(other =>
      other.concept !== null && other.concept !== concept && !other.piece.not ? [other.concept] : [],
    )
    if (concept === null || piece.not || others.length === 0) return piece
    const taken = takenBy(others, concept, piece)
    return taken.size === 0
      ? piece
      : { ...piece, any: piece.any.filter(one => !('concept' in one) || !taken.has(one.concept)) }
  })
}

/** Concepts that count for the other pieces: the named ones, and what is narrower than those and not made for this one by itself. */
function takenBy(others: readonly ConceptId[], concept: ConceptId, { any }: Piece): Set<ConceptId> {
  const own = new Set(narrowerOf(concept).map(answer => answer.concept))
  const isFor = (id: ConceptId) => CONCEPTS.get(id)?.purposes.some(purpose => own.has(purpose)) ?? false
  const found = new Set(any.flatMap((one: Alternative) => ('concept' in one ? [one.concept] : [])))
  const taken = new Set<ConceptId>()
  for (const other of others) {
    if (own.has(other) || !found.has(other)) continue
    taken.add(other)
    for (const { concept: narrower } of narrowerOf(other))
      if (narrower !== other && !own.has(narrower) && !isFor(narrower)) taken.add(narrower)
  }
  return taken
}

/** "Bunnies or ducks": what has either has what was asked for, so each of the pieces counts what the other does. */
export function eitherOf(headed: readonly Headed[], pieces: readonly Piece[]): Piece[] {
  const either = [...pieces]
  for (let start = 0, end = 1; start < pieces.length; start = end, end++) {
    while (headed[end]?.isEither && pieces[end]!.kind === pieces[start]!.kind) end++
    const group = pieces.slice(start, end)
    if (group.length === 1) continue
    const any = group.flatMap(piece => piece.any)
    const kinds = group.flatMap(piece => piece.kinds ?? [])
    for (let at = start; at < end; at++) either[at] = { ...either[at]!, any, ...(kinds.length > 0 ? { kinds } : {}) }
  }
  return either
}
