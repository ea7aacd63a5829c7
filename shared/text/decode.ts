/**
 * Bytes to text without the platform's TextDecoder, which pure code does not have. Files come from programs of three decades: a
 * byte-order mark is believed, valid UTF-8 is UTF-8, and everything else is Windows-1252, which any bytes are.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return { text: decodeUtf16(bytes, 2, true), encoding: 'utf-16le' }
  if (first === 0xfe && second === 0xff) return { text: decodeUtf16(bytes, 2, false), encoding: 'utf-16be' }
  const start = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
  const utf8 = decodeUtf8(bytes, start)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
}

/** Strict UTF-8 (RFC 3629): null where a byte does not fit, an overlong form, a surrogate, or a code point past U+10FFFF. */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string | null {
  if (end - start <= SHORT && isAscii(bytes, start, end)) {
    return Reflect.apply(String.fromCharCode, null, bytes.subarray(start, end))
  }
  const text = new TextBuilder(end - start)
  let at = start
  while (at < end) {
    const lead = bytes[at++]!
    if (lead < 0x80) {
      text.add(lead)
      continue
    }
    const more = lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0
    if (more === 0 || at + more > end) return null
    let code = lead & (0x3f >> more)
    for (let i = 0; i < more; i++) {
      const next = bytes[at++]!
      if ((next & 0xc0) !== 0x80) return null
      code = (code << 6) | (next & 0x3f)
    }
    if (more === 2 && (code < 0x800 || (code >= 0xd800 && code < 0xe000))) return null
    if (more === 3 && (code < 0x10000 || code > 0x10ffff)) return null
    if (code < 0x10000) text.add(code)
    else {
      text.add(0xd800 + ((code - 0x10000) >> 10))
      text.add(0xdc00 + ((code - 0x10000) & 0x3ff))
    }
  }
  return text.finish()
}

/** Every byte is a character; the five bytes Windows never assigned stay control characters, as browsers read them. */
export function decodeWindows1252(bytes: Uint8Array, start = 0, end = bytes.length): string {
  // Most files are ASCII throughout, which the platform decodes ten times as fast; beyond that it does not always know this table.
  if (end - start > SHORT && isAscii(bytes, start, end)) return new TextDecoder().decode(bytes.subarray(start, end))
  let text = ''
  for (let at = start; at < end; at += CHUNK) {
    const chunk = bytes.subarray(at, Math.min(at + CHUNK, end))
    // Bytes of the one stretch where Windows has letters of its own are rare in texts; all others are their own code points.
    text += Reflect.apply(String.fromCharCode, null, hasLettersOfWindows(chunk) ? unitsOf(chunk) : chunk)
  }
  return text
}

function hasLettersOfWindows(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80 && bytes[i]! < 0xa0) return true
  return false
}

/** A plain loop: every byte of a file that is no text at all comes through here, and `Uint16Array.from` takes ten times as long. */
function unitsOf(bytes: Uint8Array): Uint16Array {
  const units = new Uint16Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) units[i] = UNITS[bytes[i]!]!
  return units
}

/** A stretch of a file that is ASCII in all but its comments: UTF-8 where it is that, else Windows-1252. */
export function decodeStretch(bytes: Uint8Array, start: number, end: number): string {
  return decodeUtf8(bytes, start, end) ?? decodeWindows1252(bytes, start, end)
}

/** UTF-16 without its mark; half a unit at the end is left out, lone surrogates become U+FFFD. */
export function decodeUtf16(bytes: Uint8Array, start: number, littleEndian: boolean): string {
  const text = new TextBuilder((bytes.length - start) >> 1)
  const high = littleEndian ? 1 : 0
  const low = 1 - high
  for (let at = start; at + 1 < bytes.length; at += 2) text.add((bytes[at + high]! << 8) | bytes[at + low]!)
  return text.finish().toWellFormed()
}

// The Unicode values of bytes 0x80 to 0x9F, from the table of the WHATWG encoding standard (index-windows-1252).
const WINDOWS_80_TO_9F = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
  0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
  0x017e, 0x0178,
]
const UNITS = Uint16Array.from({ length: 256 }, (_, byte) => WINDOWS_80_TO_9F[byte - 0x80] ?? byte)

/** Comments and names are mostly this short and plain, and there can be many. */
const SHORT = 256

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x80) return false
  return true
}

/** Code units at a time: few enough for the arguments of one call. */
const CHUNK = 8192

class TextBuilder {
  readonly #units: Uint16Array
  #count = 0
  #text = ''

  constructor(expected: number) {
    this.#units = new Uint16Array(Math.min(Math.max(expected, 1), CHUNK))
  }

  add(unit: number): void {
    if (this.#count === this.#units.length) this.#flush()
    this.#units[this.#count++] = unit
  }

  finish(): string {
    this.#flush()
    return this.#text
  }

  #flush(): void {
    this.#text += Reflect.apply(String.fromCharCode, null, this.#units.subarray(0, this.#count))
    this.#count = 0
  }
}
