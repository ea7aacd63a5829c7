import { SaxesParser } from 'saxes'
import { decodeText, decodeUtf16 } from '#shared/text/decode.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { Refused } from '#shared/util/refused.ts'
import { TOO_MANY_POINTS } from '../limits.ts'
import { EntityTable } from './entities.ts'

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

/** Deeper nesting is no drawing program's. */
const MAX_DEPTH = 256
const MAX_ELEMENTS = 1_000_000
const MAX_ATTRIBUTES = 500
/** Every `&` in an attribute makes the parser put its text together from pieces; real drawings have a handful. */
const MAX_AMPERSANDS = 200_000

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const QUOTE = 34
const AMPERSAND = 38
const APOSTROPHE = 39
const LESS = 60
const GREATER = 62

/** An XML document: UTF-8, UTF-16 with its mark, or Windows-1252. */
export class XmlDocument {
  readonly text: string
  readonly #bytes: Uint8Array
  readonly #isUtf8: boolean

  constructor(original: Uint8Array) {
    const bytes = withoutUtf16(original)
    const flat = withoutLineEndsInTags(bytes)
    const ascii = asciiText(flat)
    this.#bytes = bytes
    if (ascii !== null) {
      this.text = ascii
      this.#isUtf8 = false
    } else {
      const decoded = decodeText(flat)
      this.text = decoded.text
      this.#isUtf8 = decoded.encoding === 'utf-8'
    }
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
      if (++attributes > MAX_ATTRIBUTES) throw new Refused(TOO_MANY_POINTS)
    })
    parser.on('opentag', ({ name, attributes: values }) => {
      attributes = 0
      if (++elements > MAX_ELEMENTS) throw new Refused(TOO_MANY_POINTS)
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
    parser.write(this.text).close()
  }

  /** Line and column, both from 1, of a character of the document. */
  placeOf(at: number): Place {
    const bytes = this.#bytes
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    let line = 1
    let column = 0
    let seen = 0
    for (let i = hasMark ? 3 : 0; i < bytes.length && seen < at; i++) {
      const byte = bytes[i]!
      // The bytes of one UTF-8 character count once, those beyond the first plane twice, as in a string.
      if (this.#isUtf8 && (byte & 0xc0) === 0x80) continue
      seen += this.#isUtf8 && byte >= 0xf0 ? 2 : 1
      const ends = byte === LF || (byte === CR && bytes[i + 1] !== LF)
      if (ends && seen < at) {
        line++
        column = 0
      } else column++
    }
    return { line, column: Math.max(1, column) }
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

/**
 * Line ends inside tags as blanks, which is what XML makes of them in attributes anyway. The parser would put a long path together
 * line by line; as one piece it costs nothing, and a file of line ends costs no memory.
 */
function withoutLineEndsInTags(bytes: Uint8Array): Uint8Array {
  const flat = bytes.slice()
  let inTag = false
  let quote = 0
  let ampersands = 0
  for (let i = 0; i < flat.length; i++) {
    const byte = flat[i]!
    if (byte === AMPERSAND) ampersands++
    if (!inTag) {
      // Only a letter opens a tag; comments, instructions and the doctype keep their lines.
      if (byte === LESS && (flat[i + 1]! | 32) >= 97 && (flat[i + 1]! | 32) <= 122) inTag = true
    } else if (byte === LF || byte === CR || byte === TAB) flat[i] = SPACE
    else if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte
    else if (byte === GREATER) inTag = false
  }
  if (ampersands > MAX_AMPERSANDS) throw new Refused(TOO_MANY_POINTS)
  return flat
}

/** Characters made at a time: few enough for the arguments of one call. */
const CHUNK = 8192

/** The text of a document of plain ASCII, as nearly all are, or null. */
function asciiText(bytes: Uint8Array): string | null {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return null
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + CHUNK))
  }
  return text
}
