import { cueOf } from './absence.ts'
import { goesOnWithAnd } from './fillers.ts'
import type { Piece } from './types.ts'

/** Words that join two things; at either end of a query they join nothing. */
const JOINERS = new Set(['and', 'or', 'but', 'with', 'for', 'in', 'of', 'on', 'nor'])

/** The query again as if this piece had never been typed. What "no" said of the next one stays: "no hearts or birds" becomes "no birds". */
export function without(query: string, piece: Pick<Piece, 'from' | 'to' | 'not'>): string {
  const before = query.slice(0, piece.from)
  const after = query.slice(piece.to)
  return tidy(`${before} ${piece.not ? stillAbsent(query.slice(piece.from, piece.to), after) : after}`)
}

function stillAbsent(cut: string, after: string): string {
  const cue = cueOf(cut)
  const joined = /^\s+(or|nor|and)\s+(?=\S)/iu.exec(after)
  if (!joined || cue === '') return after
  const isOne = joined[1]!.toLowerCase() !== 'and' || goesOnWithAnd(cue.trim().toLowerCase())
  return isOne ? cue + after.slice(joined[0].length) : after
}

function tidy(query: string): string {
  const words = query.split(/\s+/).filter(word => /[\p{L}\p{N}\p{M}"″”½¼¾]/u.test(word))
  const kept = words.filter((word, at) => !(isJoiner(word) && isJoiner(words[at - 1])))
  while (isJoiner(kept.at(-1))) kept.pop()
  while (isJoiner(kept[0])) kept.shift()
  return kept.join(' ').replace(/[,;:]+$/, '')
}

function isJoiner(word: string | undefined): boolean {
  return word !== undefined && JOINERS.has(word.toLowerCase())
}
