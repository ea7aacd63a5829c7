import { Refused } from '#shared/util/refused.ts'

/** A place in a file to come back to, with everything `Tags` knows about it. */
export interface TagMark {
  readonly at: number
  readonly code: number
  readonly line: number
  readonly start: number
  readonly end: number
  readonly value: number
}

/**
 * The pairs of group code and value a DXF is made of, read one after another without an object for each. `code` is the group
 * code of the current pair; the value is read on demand.
 */
export interface Tags {
  readonly code: number
  /** 1-based line of the current group code; 0 in a binary file. */
  readonly line: number
  /** The file is over: `code` and the value mean nothing any more. */
  readonly done: boolean
  /** Bytes read so far. */
  readonly at: number
  next(): void
  /** The value as a number; refuses a value that is none. */
  coordinate(): number
  /** The value as a whole number; 0 when it is none, because a strange flag says nothing. */
  flags(): number
  /** The value without blanks around, one character per byte. The same text comes as the same string. */
  text(): string
  mark(): TagMark
  goTo(mark: TagMark): void
}

/** Whether the current pair ends an entity, table entry or section: every such thing begins with group code 0. */
export function atBreak(tags: Tags): boolean {
  return tags.done || tags.code === 0
}

/** Moves on to the next pair with group code 0. */
export function skipToBreak(tags: Tags): void {
  do tags.next()
  while (!atBreak(tags))
}

/** Where a complaint points to: nowhere in a binary file. */
export function lineOf(tags: Tags): { line?: number } {
  return tags.line > 0 ? { line: tags.line } : {}
}

export function badCoordinate(tags: Tags, shown: string): Refused {
  const seen = shown.length > 40 ? `${shown.slice(0, 40)}…` : shown
  return new Refused({
    code: 'bad-number',
    message: `There should be a number here, but the file has "${seen}".`,
    ...lineOf(tags),
  })
}

export function truncated(line: number): Refused {
  return new Refused({
    code: 'truncated',
    message: 'This file ends too early. Please copy or download it again.',
    ...(line > 0 ? { line } : {}),
  })
}

const SLOTS = 512

/**
 * Short texts read over and over (entity names, layers) as one string each: a slot per text, found from its length and a few
 * bytes, and compared before it is believed.
 */
export class Interner {
  readonly #texts: string[] = Array.from({ length: SLOTS }, () => '')

  text(bytes: Uint8Array, start: number, end: number): string {
    const length = end - start
    if (length === 0) return ''
    if (length > 32) return latin1(bytes, start, end)
    const mixed = (((length * 31 + bytes[start]!) * 31 + bytes[end - 1]!) * 31 + bytes[start + (length >> 1)]!) * 31
    const slot = (mixed ^ (mixed >> 9)) & (SLOTS - 1)
    const known = this.#texts[slot]!
    if (known.length === length && isSame(known, bytes, start)) return known
    const text = latin1(bytes, start, end)
    this.#texts[slot] = text
    return text
  }
}

function isSame(text: string, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false
  return true
}

/** One character per byte; at most 4,096 of them, more than any name or note of a drawing. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Reflect.apply(String.fromCharCode, null, bytes.subarray(start, Math.min(end, start + 4096)))
}
