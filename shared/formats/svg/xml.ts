import { SaxesParser } from 'saxes'
import { decodeText, decodeUtf16, type Encoding } from '#shared/text/decode.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { Refused } from '#shared/util/refused.ts'
import { TOO_MANY_PARTS } from './limits.ts'
import { EntityTable } from './entities.ts'
import { LiftedDocument, startsWith } from './lift.ts'
import type { NumberCursor } from './number-cursor.ts'

/** Elements as they open and close. Names keep their prefix. */
export interface XmlVisitor {
  /** @param at where in the document, for `placeOf` */
  open(name: string, attributes: Readonly<Record<string, string>>, at: number): void
  close(): void
  text(text: string): void
}

export interface Place {
  readonly line: number
  readonly column: number
}

/** The root element begins before this; what is longer is no title or document type. */
const PROLOGUE = 1_000_000
/** Deeper nesting is no drawing program's. */
const MAX_DEPTH = 256
const MAX_ELEMENTS = 400_000
const MAX_ATTRIBUTES = 500
const LF = 10
const CR = 13
const COLON = 58
const LESS = 60
const UNDERSCORE = 95

/** An XML document: UTF-8, UTF-16 with its mark, or Windows-1252. */
export class XmlDocument {
  readonly #bytes: Uint8Array
  /** The document as the parser sees it: long values are lifted out. */
  readonly #lifted: LiftedDocument
  readonly #encoding: 'ascii' | Encoding

  constructor(original: Uint8Array) {
    this.#bytes = withoutUtf16(original)
    this.#lifted = new LiftedDocument(this.#bytes)
    this.#encoding = encodingOf(this.#lifted.bytes)
  }

  /** Whether an element of one of these names, with any prefix, may be in the document. */
  mayHave(names: readonly string[]): boolean {
    return hasTag(this.#lifted.bytes, names)
  }

  /** A cursor over a list of numbers or path data, the value of an attribute. */
  cursorOf(value: string): NumberCursor {
    return this.#lifted.cursorOf(value)
  }

  /** Visits the whole document. Refuses what is not well formed, with line and column, and what would take for ever. */
  visit(visitor: XmlVisitor): void {
    const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
    let depth = 0
    let elements = 0
    let attributes = 0
    parser.on('error', error => {
      throw this.#malformed(error.message, parser.position)
    })
    parser.on('doctype', text => {
      parser.ENTITIES = new EntityTable(text).entities
    })
    parser.on('attribute', () => {
      if (++attributes > MAX_ATTRIBUTES) throw new Refused(TOO_MANY_PARTS)
    })
    parser.on('opentag', ({ name, attributes: values }) => {
      attributes = 0
      if (++elements > MAX_ELEMENTS) throw new Refused(TOO_MANY_PARTS)
      if (++depth > MAX_DEPTH) {
        throw new Refused({
          code: 'nested-too-deep',
          message: `This drawing is nested deeper than ${MAX_DEPTH} levels.`,
          ...this.placeOf(parser.position),
        })
      }
      visitor.open(name, values, parser.position)
    })
    parser.on('closetag', () => {
      depth--
      visitor.close()
    })
    parser.on('text', text => visitor.text(text))
    parser.on('cdata', text => visitor.text(text))
    let written = 0
    for (const piece of this.#pieces()) {
      parser.write(piece)
      written += piece.length
      if (elements === 0 && written > PROLOGUE) {
        throw new Refused({ code: 'not-this-format', message: 'This is not an SVG drawing.' })
      }
    }
    parser.close()
  }

  /** Line and column, both from 1, of the character before `at`. */
  placeOf(at: number): Place {
    const bytes = this.#bytes
    const stop = this.#lifted.originalIndex(this.#byteIndex(at))
    let line = 1
    let column = 0
    for (let i = hasMark(bytes) ? 3 : 0; i < stop; i++) {
      const byte = bytes[i]!
      if (this.#encoding === 'utf-8' && isContinuation(byte)) continue
      const ends = byte === LF || (byte === CR && bytes[i + 1] !== LF)
      if (ends && i + 1 < stop) {
        line++
        column = 0
      } else column++
    }
    return { line, column: Math.max(1, column) }
  }

  /** The text in pieces: the whole of a large file in one string would be in memory twice. */
  *#pieces(): Generator<string> {
    const { bytes } = this.#lifted
    if (this.#encoding !== 'ascii') {
      const { text } = decodeText(bytes)
      for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK)
      return
    }
    for (let at = 0; at < bytes.length; at += CHUNK) {
      yield Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + CHUNK))
    }
  }

  /** From characters of the parser's text to its bytes. */
  #byteIndex(at: number): number {
    const { bytes } = this.#lifted
    const start = hasMark(bytes) ? 3 : 0
    if (this.#encoding !== 'utf-8') return start + at
    let seen = 0
    let i = start
    for (; i < bytes.length; i++) {
      const byte = bytes[i]!
      if (isContinuation(byte)) continue
      if (seen >= at) break
      // A character beyond the first plane is two in a string.
      seen += byte >= 0xf0 ? 2 : 1
    }
    return i
  }

  #malformed(reason: string, at: number): Refused {
    const place = this.placeOf(at)
    return new Refused({
      code: 'malformed-xml',
      message: `This file is damaged at line ${place.line}, column ${place.column} (${reason.replace(/\.$/, '')}).`,
      ...place,
    })
  }
}

function withoutUtf16(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return encodeUtf8(decodeUtf16(bytes, 2, true))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return encodeUtf8(decodeUtf16(bytes, 2, false))
  return bytes
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** A further byte of a UTF-8 character, which counts with its first. */
function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80
}

/** Characters made at a time: few enough for the arguments of one call. */
const CHUNK = 8192

function encodingOf(bytes: Uint8Array): 'ascii' | Encoding {
  let seen = 0
  for (let i = 0; i < bytes.length; i++) seen |= bytes[i]!
  return seen < 0x80 ? 'ascii' : decodeText(bytes).encoding
}

function hasTag(bytes: Uint8Array, names: readonly string[]): boolean {
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at + 1)) {
    let start = at + 1
    let end = start
    while (isNameByte(bytes[end])) if (bytes[end++] === COLON) start = end
    if (names.some(name => name.length === end - start && startsWith(bytes, start, name))) return true
  }
  return false
}

/** Letters and the colon: enough to tell the names asked for from others. */
function isNameByte(byte: number | undefined): boolean {
  if (byte === undefined) return false
  const small = byte | 32
  return (small >= 97 && small <= 122) || byte === COLON || (byte >= 45 && byte <= 57) || byte === UNDERSCORE
}
