import { decodeUtf16, decodeWindows1252 } from '#shared/text/decode.ts'

/** As much of a file as is looked at. Comments and entity lists before the first telling line can be long. */
export const DETECT_BYTES = 64 * 1024

/** The beginning of a file and its name: all that formats look at to say whether a file is one of theirs. */
export class FileHead {
  /** At most the first `DETECT_BYTES`. */
  readonly bytes: Uint8Array
  /** Lower case, without the dot; empty when there is none. */
  readonly extension: string
  readonly fileName: string
  #text: string | undefined

  constructor(bytes: Uint8Array, fileName: string) {
    this.bytes = bytes.subarray(0, DETECT_BYTES)
    this.fileName = fileName
    this.extension = extensionOf(fileName)
  }

  /** The beginning as text: UTF-16 by its mark, everything else by single bytes, since all telling words are ASCII. */
  get text(): string {
    return (this.#text ??= textOf(this.bytes))
  }

  /** @param magic ASCII letters, or bytes */
  startsWith(...magic: readonly (string | number)[]): boolean {
    return this.holdsAt(0, ...magic)
  }

  holdsAt(place: number, ...magic: readonly (string | number)[]): boolean {
    let at = place
    for (const part of magic) {
      if (typeof part === 'number') {
        if (this.bytes[at++] !== part) return false
      } else {
        for (let i = 0; i < part.length; i++) if (this.bytes[at++] !== part.charCodeAt(i)) return false
      }
    }
    return true
  }
}

/** Lower case, without the dot; empty when there is none. Only the last one counts: `feather.v2.qli` is a `qli`. */
export function extensionOf(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

function textOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return decodeUtf16(head, 2, true)
  if (head[0] === 0xfe && head[1] === 0xff) return decodeUtf16(head, 2, false)
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  const text = decodeWindows1252(head, marked ? 3 : 0)
  if (head.length < DETECT_BYTES) return text
  // The last line is cut somewhere; half of it must not spoil what all others say.
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return end < 0 ? text : text.slice(0, end)
}
