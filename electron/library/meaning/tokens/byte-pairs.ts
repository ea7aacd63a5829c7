import { z } from 'zod'
import { LONGEST_TEXT, type Tokenizer } from './tokens.ts'

export interface BytePairOptions {
  readonly maxTokens: number
  readonly start: string
  readonly end: string
  /** Piece that fills up to `maxTokens`; absent: nothing does. */
  readonly fill?: string | undefined
}

/** Marks the last piece of a word in the merges of CLIP. */
const WORD_END = '</w>'

/**
 * The tokenizer of CLIP: each word as the bytes of its UTF-8, each byte written as one letter, and then the pair that stands first in
 * the list of merges put together, as long as there is one (Sennrich et al. 2016; bytes as letters: Radford et al. 2019 and 2021).
 *
 * @param vocabulary JSON object, piece to number
 * @param merges two pieces a line, the strongest pair first; lines that begin with `#version` are not merges
 * @throws Error when the vocabulary is none or has not the pieces it cannot do without
 */
export function bytePairs(vocabulary: string, merges: string, options: BytePairOptions): Tokenizer {
  const ids = new Map(Object.entries(z.record(z.string(), z.number().int().min(0)).parse(JSON.parse(vocabulary))))
  const ranks = new Map(
    merges
      .split(/\r?\n/)
      .filter(line => line !== '' && !line.startsWith('#version'))
      .map((pair, index) => [pair, index]),
  )
  const needed = (piece: string): number => {
    const id = ids.get(piece)
    if (id === undefined) throw new Error(`the vocabulary has no ${piece}`)
    return id
  }
  const [start, end] = [needed(options.start), needed(options.end)]
  const fill = options.fill === undefined ? null : needed(options.fill)

  return text => {
    const words = text.slice(0, LONGEST_TEXT).normalize('NFC').toLowerCase().match(WORDS) ?? []
    // A piece that the vocabulary lacks would be a mistake of its makers; the end stands for it, as their own code has it.
    const pieces = words.flatMap(word => mergedPieces(word, ranks)).map(piece => ids.get(piece) ?? end)
    const whole = [start, ...pieces.slice(0, options.maxTokens - 2), end]
    const filling = fill === null ? 0 : options.maxTokens - whole.length
    return {
      ids: [...whole, ...new Array<number>(filling).fill(fill ?? 0)],
      mask: [...whole.map(() => 1), ...new Array<number>(filling).fill(0)],
    }
  }
}

const WORDS = /'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/gu

/** Words longer than this are cut: putting pairs together costs the square of the length. */
const LONGEST_WORD = 100

/** The pieces of one word, by the order of the merges. */
export function mergedPieces(word: string, ranks: ReadonlyMap<string, number>): string[] {
  const letters = [...new TextEncoder().encode(word.slice(0, LONGEST_WORD))].map(byte => LETTER_OF_BYTE[byte] ?? '')
  const last = letters.length - 1
  const pieces = letters.map((letter, index) => (index === last ? letter + WORD_END : letter))
  for (;;) {
    let best = -1
    let bestRank = Number.POSITIVE_INFINITY
    for (let index = 0; index + 1 < pieces.length; index++) {
      const rank = ranks.get(`${pieces[index]} ${pieces[index + 1]}`)
      if (rank !== undefined && rank < bestRank) [best, bestRank] = [index, rank]
    }
    if (best < 0) return pieces
    const pair = `${pieces[best]} ${pieces[best + 1]}`
    for (let index = 0; index + 1 < pieces.length; index++)
      if (`${pieces[index]} ${pieces[index + 1]}` === pair)
        pieces.splice(index, 2, `${pieces[index]}${pieces[index + 1]}`)
  }
}

/**
 * A letter that can be seen for each byte: printable Latin-1 stands for itself, every other byte for the letters from U+0100 on, in
 * order. So a blank is `Ġ`.
 */
const LETTER_OF_BYTE: readonly string[] = (() => {
  let next = 0x100
  const isSeen = (byte: number) =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || (byte >= 0xae && byte <= 0xff)
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(isSeen(byte) ? byte : next++))
})()
