import { signedOf } from '#shared/shape/dims.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Like } from '#shared/contract/library/patterns.ts'
import type { Design } from '#shared/geometry/design.ts'
import { LINE } from '#shared/geometry/design.ts'
import { describe } from '#shared/shape/describe.ts'
import { weightsOf } from '#shared/shape/weights.ts'
import type { ReadDb } from '../db/handles.ts'
import { seqOf } from '../db/tables/vector.ts'
import { patternGone } from '../patterns/detail.ts'
import { scoreFor, similarityOf, weighted, type WeightedVector } from './vector-index.ts'
import type { VectorShelf } from './vector-shelf.ts'

/** What is looked for, once it is known what it looks like. */
export interface Sought {
  readonly query: WeightedVector
  /** The pattern itself is not among what is like it. */
  readonly leftOut: number | null
  /** Scores below this are of nothing alike. */
  readonly least: number
  /** The same for the same question to the same library: what was found then is found again. */
  readonly key: string
}

export interface AlikePattern {
  readonly seq: number
  /** 0 … 1. */
  readonly similarity: number
}

/** The code of the failure to compare with a pattern that has no line, or whose line nobody looked at yet. */
export const NOTHING_TO_COMPARE = 'nothing-to-compare'

/** A wall of more than these would no longer be of what is alike. */
export const MOST_ALIKE = 500

/** Patterns that look like one of them, or like a drawing. */
export interface Alike {
  /**
   * @throws BobbinError `pattern-gone`; `nothing-to-compare`; `nothing-drawn` for a drawing without a line
   */
  sought(like: Like): Sought
  /** The best first, of those let through. */
  find(sought: Sought, most: number, through: (seq: number) => boolean): AlikePattern[]
  /** Which patterns are alike at all; until the next question or change. */
  test(sought: Sought): (seq: number) => boolean
}

export function createAlike(db: ReadDb, shelf: VectorShelf): Alike {
  function vectorOf(like: Like): { vector: Int8Array; leftOut: number | null } {
    if ('vector' in like) {
      return { vector: signedOf(like.vector), leftOut: seqOfMaybe(like.without) }
    }
    if ('lines' in like) {
      const description = describe(designOf(like.lines))
      if (!description) throw new BobbinError('nothing-drawn', 'There is no line in the drawing yet.')
      return { vector: description.vector, leftOut: null }
    }
    const seq = seqOf(db, like.patternId)
    if (seq === undefined) throw patternGone(like.patternId)
    const vector = shelf.index().vectorOf(seq)
    if (!vector)
      throw new BobbinError(NOTHING_TO_COMPARE, 'This pattern has no line that others could be compared with.', {
        id: like.patternId,
      })
    return { vector, leftOut: seq }
  }

  const seqOfMaybe = (id: string | undefined): number | null => (id === undefined ? null : (seqOf(db, id) ?? null))

  return {
    sought(like) {
      const { vector, leftOut } = vectorOf(like)
      const query = weighted(vector, weightsOf(like.likeness))
      const least = scoreFor(like.least ?? 0)
      const key = JSON.stringify([[...vector], query.motif, query.whole, leftOut, least, shelf.moment()])
      return { query, leftOut, least, key }
    },
    find({ query, leftOut, least }, most, through) {
      const passes = leftOut === null ? through : (seq: number) => seq !== leftOut && through(seq)
      return shelf
        .index()
        .nearest(query, most, passes)
        .filter(({ score }) => score >= least)
        .map(({ seq, score }) => ({ seq, similarity: similarityOf(score) }))
    },
    test({ query, leftOut, least }) {
      const scoreOf = shelf.index().scorer(query)
      return seq => {
        const score = seq === leftOut ? null : scoreOf(seq)
        return score !== null && score >= least
      }
    },
  }
}

/** Strokes of a drawing as a design; its size says nothing. */
function designOf(lines: readonly Float64Array[]): Design {
  return {
    runs: lines
      .filter(line => line.length >= 4)
      .map(line => ({
        ops: new Uint8Array(Math.floor(line.length / 2) - 1).fill(LINE),
        coords: line.slice(0, Math.floor(line.length / 2) * 2),
      })),
    metadata: { notes: [], size: 'unknown' },
  }
}
