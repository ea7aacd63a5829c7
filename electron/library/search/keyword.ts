import type { Chip } from '#shared/contract/library/search.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { type AskedWord, askedWords } from './asked-words.ts'
import { type Rank, rankOf } from './ranking.ts'

/** What words find. */
export interface Found {
  /** Every pattern found, trash and all, in no order (ranking.ts). */
  readonly ranks: Float64Array
  /** What was understood, in the order it was typed. */
  readonly understood: readonly Chip[]
  /** Of those, the ones found by their meaning alone (fuse.ts). */
  readonly also?: ReadonlySet<number>
}

/** Finds patterns by words. Null: nothing was asked. */
export interface Keyword {
  find(query: string): Found | null
}

/** Name, tags, designer, notes, file words, kind: what SEARCH.md section 6.2 measured, kind as strong as a tag. */
const WEIGHTS = sql`3.0, 2.2, 0.8, 0.35, 1.2, 2.2`

/**
 * Full-text search in SQLite, while the index in memory is not there: all words, the last one also as the beginning of a word. Where that
 * finds nothing, each word may be any part of a name; where that finds nothing either, some of the words are enough.
 */
export function createKeyword(db: ReadDb): Keyword {
  function find(query: string): Float64Array | null {
    const asked = askedWords(query)
    if (asked.length === 0) return query.trim() === '' ? null : new Float64Array(0)
    const [only] = asked
    if (only && asked.length === 1 && [...only.folded].length === 1) return byFirstLetter(db, only)
    const all = ranked(db, asked.map(word => word.match).join(' AND '))
    if (all.length > 0) return all
    const parts = byParts(db, asked)
    return parts.length > 0 ? parts : ranked(db, asked.map(word => word.match).join(' OR '))
  }
  return {
    find(query) {
      const ranks = find(query)
      return ranks && { ranks, understood: [] }
    },
  }
}

/** The wall and the counts beside it ask for the same words at the same time; going back a letter asks for those before. */
const ANSWERS_KEPT = 4

/** @param version another text when something was changed since, and what was found may not be true any more */
export function remembering(keyword: Keyword, version: () => string): Keyword {
  const kept = new Map<string, Found | null>()
  let of = version()
  return {
    find(query) {
      const now = version()
      if (now !== of) kept.clear()
      of = now
      const found = kept.has(query) ? (kept.get(query) ?? null) : keyword.find(query)
      kept.delete(query)
      kept.set(query, found)
      const oldest = kept.size > ANSWERS_KEPT ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      return found
    },
  }
}

interface Scored {
  readonly seq: number
  readonly score: number
}

const ranksOf = (found: readonly Scored[]): Float64Array =>
  Float64Array.from(found, ({ seq, score }): Rank => rankOf(score, seq))

function ranked(db: ReadDb, match: string): Float64Array {
  return ranksOf(
    db.all<Scored>(sql`select rowid as seq, -bm25(pattern_words, ${WEIGHTS}) as score from pattern_words
      where pattern_words match ${match}`),
  )
}

/**
 * One letter is on its way to being a word and says little: nearly everything has it somewhere, and ranking that costs 70 ms at 100,000.
 * Names that begin with it come first, then the newest.
 */
function byFirstLetter(db: ReadDb, letter: AskedWord): Float64Array {
  const first = new Set(
    db.values<number>(sql`select rowid from pattern_words where pattern_words match ${`name : ^ ${letter.match}`}`),
  )
  const seqs = db.values<number>(sql`select rowid from pattern_words where pattern_words match ${letter.match}`)
  return ranksOf(seqs.map(seq => ({ seq, score: first.has(seq) ? 2 : 1 })))
}

/** Every word somewhere: as a word, or as a part of a name. Those with more whole words come first. */
function byParts(db: ReadDb, asked: readonly AskedWord[]): Float64Array {
  const hits = asked.map(word => ({ whole: wholeHits(db, word), part: partHits(db, word) }))
  const [first, ...rest] = hits.map(({ whole, part }) => new Set([...whole, ...part]))
  const everywhere = [...(first ?? [])].filter(seq => rest.every(others => others.has(seq)))
  const score = (seq: number) => hits.filter(({ whole }) => whole.has(seq)).length
  return ranksOf(everywhere.map(seq => ({ seq, score: score(seq) })))
}

function wholeHits(db: ReadDb, word: AskedWord): Set<number> {
  return new Set(db.values<number>(sql`select rowid from pattern_words where pattern_words match ${word.match}`))
}

function partHits(db: ReadDb, word: AskedWord): number[] {
  if (word.trigrams === null) return []
  // The index says which rows have all the letters in threes; the text itself, whether they stand together.
  return db.values<number>(sql`select d.seq from pattern_parts f join pattern_doc d on d.seq = f.rowid
    where f.pattern_parts match ${word.trigrams} and instr(d.parts, ${word.folded}) > 0`)
}
