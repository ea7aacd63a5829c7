import { inARow } from './concepts.ts'
import { isFiller } from './fillers.ts'
import { MOST_PIECES, Reader } from './reader.ts'
import { type SizeFound, sizesIn } from './sizes.ts'
import { tokensOf } from './tokens.ts'
import type { Piece, Understood, Vocabulary } from './types.ts'

const MOST_LETTERS = 1_000

/**
 * What a quilter asks for, piece by piece: sizes, kinds, densities, motifs and themes by the longest phrase, what must not be there,
 * and all other words as they stand, repaired only where neither she, English nor quilting knows them.
 *
 * @param units for sizes without a unit, "10 x 10"
 */
export function understand(query: string, vocabulary: Vocabulary, units: 'in' | 'cm'): Understood {
  const text = query.slice(0, MOST_LETTERS)
  const open = text.length === query.length && /[\p{L}\p{M}\p{N}]$/u.test(text)
  const sizes = sizesIn(text, units)
  const { row } = inARow(tokensOf(text))
  const words = row.filter(token => !sizes.some(size => token.from < size.to && token.to > size.from))
  const typing = open ? text.length : null
  const said = new Reader(text, words, typing, vocabulary).read(isFiller)
  const found =
    said.length > 0 || sizes.length > 0 ? said : new Reader(text, words, typing, vocabulary).read(() => false)
  const pieces = [...found, ...sizes.map(sizePiece)].sort((a, b) => a.from - b.from).slice(0, MOST_PIECES)
  return { pieces: sidesByKind(pieces), open }
}

function sizePiece({ from, to, label, sizeMm, otherMm }: SizeFound): Piece {
  return { from, to, kind: 'size', label, not: false, weight: 1, any: [], sizeMm, ...(otherMm ? { otherMm } : {}) }
}

/** A border of 6 inches is 6 inches high, and so is a row of an edge-to-edge; how long they are depends on the quilt. */
function sidesByKind(pieces: readonly Piece[]): Piece[] {
  const runsOn = pieces.some(piece => !piece.not && piece.kinds?.some(kind => RUN_ON.has(kind)))
  return pieces.map(piece => {
    const { sizeMm } = piece
    const alone = sizeMm && piece.any.length === 0 && !sizeMm.side && !piece.label.includes('×')
    return runsOn && alone ? { ...piece, sizeMm: { ...sizeMm, side: 'height' as const } } : piece
  })
}

const RUN_ON: ReadonlySet<string> = new Set(['border', 'sashing', 'edge-to-edge'])
