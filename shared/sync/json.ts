/** Values of cells as bytes: what ties are decided by and digests are made of. Pure. */
import canonicalize from 'canonicalize'
import type { Json } from './record.ts'

/** A value nested deeper than this is nobody's typing, and would exhaust a database's parser. */
const DEEPEST = 100

/**
 * The canonical text of a value (RFC 8785): the same on every computer.
 * @throws Error for a value that `isStorable` refuses
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('not a JSON value')
  return text
}

/** Whether every database of ours can hold it: no U+0000, no lone surrogate (in keys neither), finite, not nested beyond reason. */
export function isStorable(value: unknown, deep = 0): value is Json {
  switch (typeof value) {
    case 'string':
      return isStorableText(value)
    case 'number':
      return Number.isFinite(value)
    case 'boolean':
      return true
    case 'object':
      if (value === null) return true
      if (deep >= DEEPEST) return false
      if (Array.isArray(value)) return value.every(inner => isStorable(inner, deep + 1))
      return Object.entries(value).every(([key, inner]) => isStorableText(key) && isStorable(inner, deep + 1))
    default:
      return false
  }
}

export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** Whether two values are one, keys in any order. Holds for values that are not storable too: a refused value has to be found again. */
export function isSameJson(one: Json, other: Json): boolean {
  if (one === other) return true
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return false
  if (isList(one) || isList(other)) {
    if (!isList(one) || !isList(other) || one.length !== other.length) return false
    return one.every((value, index) => isSameJson(value, other[index]!))
  }
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => Object.hasOwn(other, key) && isSameJson(one[key]!, other[key]!))
  )
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** The order of the UTF-8 bytes of two texts, without making the bytes: that of code points. */
export function compareBytes(one: string, other: string): -1 | 0 | 1 {
  if (one === other) return 0
  const shorter = Math.min(one.length, other.length)
  for (let at = 0; at < shorter; at++) {
    const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)]
    if (a !== b) return codePointPlace(a) < codePointPlace(b) ? -1 : 1
  }
  return one.length < other.length ? -1 : 1
}

/** Surrogates stand for code points above all that one unit can write. */
function codePointPlace(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
