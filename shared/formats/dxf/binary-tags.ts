import { badCoordinate, Interner, truncated, type TagMark, type Tags } from './tags.ts'

const SIGNATURE = 'AutoCAD Binary DXF\r\n\u001a\u0000'

export function isBinaryDxf(bytes: Uint8Array): boolean {
  if (bytes.length < SIGNATURE.length) return false
  for (let i = 0; i < SIGNATURE.length; i++) if (bytes[i] !== SIGNATURE.charCodeAt(i)) return false
  return true
}

type Kind = 'text' | 'double' | 'int16' | 'int32' | 'int64' | 'byte' | 'chunk'

/** How the value of a group code is stored (DXF reference, "Group code value types"). */
function kindOf(code: number): Kind {
  if (code < 10) return 'text'
  if (code < 60) return 'double'
  if (code < 80) return 'int16'
  if (code >= 90 && code < 100) return 'int32'
  if (code < 110) return 'text'
  if (code < 150) return 'double'
  if (code >= 160 && code < 170) return 'int64'
  if (code >= 170 && code < 180) return 'int16'
  if (code >= 210 && code < 240) return 'double'
  if (code >= 270 && code < 290) return 'int16'
  if (code >= 290 && code < 300) return 'byte'
  if (code >= 310 && code < 320) return 'chunk'
  if (code >= 370 && code < 390) return 'int16'
  if (code >= 400 && code < 410) return 'int16'
  if (code >= 420 && code < 430) return 'int32'
  if (code >= 440 && code < 460) return 'int32'
  if (code >= 460 && code < 470) return 'double'
  if (code === 1004) return 'chunk'
  if (code >= 1010 && code < 1060) return 'double'
  if (code >= 1060 && code < 1071) return 'int16'
  if (code === 1071) return 'int32'
  return 'text'
}

/**
 * The pairs of a binary DXF. Files up to R12 store a group code in one byte (255 announces two more), later ones in two; which it
 * is shows in the first pair, whose code is 0 and whose value begins with "S".
 */
export class BinaryTags implements Tags {
  code = -1
  readonly line = 0
  done = false
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #interner = new Interner()
  readonly #wide: boolean
  #at = SIGNATURE.length
  #start = 0
  #end = 0
  #number = Number.NaN

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#wide = bytes[SIGNATURE.length + 1] === 0
  }

  get at(): number {
    return this.#at
  }

  next(): void {
    if (this.#at >= this.#bytes.length) {
      this.done = true
      return
    }
    this.code = this.#readCode()
    this.#number = Number.NaN
    this.#start = this.#end = this.#at
    switch (kindOf(this.code)) {
      case 'double':
        this.#number = this.#view.getFloat64(this.#take(8), true)
        break
      case 'int16':
        this.#number = this.#view.getInt16(this.#take(2), true)
        break
      case 'int32':
        this.#number = this.#view.getInt32(this.#take(4), true)
        break
      case 'int64':
        this.#take(8)
        break
      case 'byte':
        this.#number = this.#bytes[this.#take(1)]!
        break
      case 'chunk':
        this.#take(this.#bytes[this.#take(1)]!)
        break
      case 'text': {
        const end = this.#bytes.indexOf(0, this.#at)
        if (end < 0) throw truncated(0)
        this.#end = end
        this.#at = end + 1
      }
    }
  }

  coordinate(): number {
    if (!Number.isFinite(this.#number)) throw badCoordinate(this, this.text() || String(this.#number))
    return this.#number
  }

  flags(): number {
    return Number.isFinite(this.#number) ? Math.trunc(this.#number) : 0
  }

  text(): string {
    return this.#interner.text(this.#bytes, this.#start, this.#end).trim()
  }

  mark(): TagMark {
    return {
      at: this.#at,
      code: this.code,
      line: 0,
      start: this.#start,
      end: this.#end,
      value: this.#number,
    }
  }

  goTo(mark: TagMark): void {
    this.#at = mark.at
    this.code = mark.code
    this.#start = mark.start
    this.#end = mark.end
    this.#number = mark.value
    this.done = false
  }

  #readCode(): number {
    if (this.#wide) return this.#view.getInt16(this.#take(2), true)
    const code = this.#bytes[this.#take(1)]!
    return code === 255 ? this.#view.getInt16(this.#take(2), true) : code
  }

  /** Moves over `count` bytes and returns where they begin. */
  #take(count: number): number {
    const from = this.#at
    if (from + count > this.#bytes.length) throw truncated(0)
    this.#at = from + count
    return from
  }
}
