import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { Language } from '#library/search/language.ts'
import { Lexicon } from './lexicon.ts'
import { Postings } from './postings.ts'
import { TextIndex } from './text-index.ts'

/**
 * The index between two starts: one flat file beside the database, which may be deleted at any time. It says nothing about what is true:
 * every pattern's mark is in it and is compared with the library's own before the first answer (follow.ts), so a file of another day,
 * another copy or another library costs reading and nothing else.
 */
export interface IndexFile {
  /** Null: there is none, or it is damaged, or of another Bobbin. */
  read(language: Language): TextIndex | null
  /** Failing is no harm. */
  write(index: TextIndex): void
}

const MAGIC = 0x62_62_69_78
/** Rises with every change of what the file holds or how words are put into places. */
const LAYOUT = 3
/** Magic, layout, checksum of all that follows, length of the texts in bytes, number of keys, of postings, of row numbers, of keys that are no words. */
const HEAD = 8

export function createIndexFile(path: string, say: (error: unknown) => void): IndexFile {
  return {
    read(language) {
      try {
        return decode(readFileSync(path), language)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) say(error)
        return null
      }
    },
    write(index) {
      try {
        // Neither half a file nor one that the disk lost passes for whole: its name comes last, its checksum is looked at.
        writeFileSync(`${path}.new`, encode(index))
        renameSync(`${path}.new`, path)
      } catch (error) {
        say(error)
      }
    },
  }
}

/** Between the mark of the language, the words and their stems; in none of them. */
const APART = '\u0000'

/** Head; stamps (float64); row numbers, counts and the order of stems (int32); places (bytes, to a multiple of four); texts. */
export function encode(index: TextIndex): Uint8Array {
  const { order, keys, stems, signs, byStem } = index.lexicon.written()
  const { seqs, places, counts } = index.postings.packed(order)
  const texts = Buffer.from([index.language.mark, keys.join('\n'), stems.join('\n')].join(APART))
  const end = index.end
  const bytes = Buffer.alloc(sizeOf(end, seqs.length, counts.length, byStem.length, texts.length))
  const { buffer, byteOffset } = bytes
  const head = new Int32Array(buffer, byteOffset, HEAD)
  let at = byteOffset + HEAD * 4
  new Float64Array(buffer, at, end).set(index.stamps.subarray(0, end))
  new Int32Array(buffer, (at += end * 8), seqs.length).set(seqs)
  new Int32Array(buffer, (at += seqs.length * 4), counts.length).set(counts)
  new Int32Array(buffer, (at += counts.length * 4), byStem.length).set(byStem)
  new Uint8Array(buffer, (at += byStem.length * 4), places.length).set(places)
  bytes.set(texts, at + padded(places.length) - byteOffset)
  head.set([MAGIC, LAYOUT, crc32(bytes.subarray(HEAD * 4)) | 0, texts.length, counts.length, seqs.length, end, signs])
  return bytes
}

/** Null: not a whole file of this layout and language. */
export function decode(file: Uint8Array, language: Language): TextIndex | null {
  if (file.length < HEAD * 4) return null
  // Small files come out of a pool at any offset; numbers have to begin at a multiple of eight.
  const bytes = file.byteOffset % 8 === 0 ? file : Uint8Array.from(file)
  const { buffer, byteOffset } = bytes
  const [magic, layout, sum, textBytes = 0, words = 0, postings = 0, end = 0, signs = 0] = new Int32Array(
    buffer,
    byteOffset,
    HEAD,
  )
  if (magic !== MAGIC || layout !== LAYOUT) return null
  if (
    sizeOf(end, postings, words, words - signs, textBytes) !== bytes.length ||
    (crc32(bytes.subarray(HEAD * 4)) | 0) !== sum
  )
    return null
  let at = byteOffset + HEAD * 4
  const stamps = new Float64Array(buffer, at, end)
  const seqs = new Int32Array(buffer, (at += end * 8), postings)
  const counts = new Int32Array(buffer, (at += postings * 4), words)
  const byStem = new Int32Array(buffer, (at += words * 4), words - signs)
  const places = new Uint8Array(buffer, (at += byStem.length * 4), postings)
  const texts = Buffer.from(buffer, at + padded(postings), textBytes).toString()
  const [mark, keys = '', stems = ''] = texts.split(APART)
  if (mark !== language.mark) return null
  if (words === 0) return null
  const lexicon = Lexicon.from({ keys: keys.split('\n'), stems: stems.split('\n'), signs, byStem })
  return new TextIndex(language, lexicon, new Postings({ seqs, places, counts }), stamps)
}

function sizeOf(end: number, postings: number, words: number, byStem: number, texts: number): number {
  return HEAD * 4 + end * 8 + (postings + words + byStem) * 4 + padded(postings) + texts
}

const padded = (length: number): number => Math.ceil(length / 4) * 4
