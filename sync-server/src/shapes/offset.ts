/**
 * Where a reader stands in a log. Every record change of the built-in log is a transaction of its own to the protocol, so that `n_0`
 * says all there is to say: everything up to seq n has been read.
 */

export type Offset =
  /** `-1`: nothing has been read. */
  | { readonly kind: 'start' }
  /** `now`: what is there already is not wanted. */
  | { readonly kind: 'now' }
  /** `n_m`. `seq` is Infinity for a number no log of ours can have reached. */
  | { readonly kind: 'at'; readonly seq: number; readonly text: string }

const AT = /^(\d{1,20})_(\d{1,20}|inf)$/

/** Null when the text is no offset of the protocol. */
export function parseOffset(text: string): Offset | null {
  if (text === '-1') return { kind: 'start' }
  if (text === 'now') return { kind: 'now' }
  const tx = AT.exec(text)?.[1]
  if (tx === undefined) return null
  const seq = Number(tx)
  return { kind: 'at', seq: Number.isSafeInteger(seq) ? seq : Number.POSITIVE_INFINITY, text }
}

/** The offset of a reader that has everything up to `seq`. */
export function offsetAfter(seq: number): string {
  return `${seq}_0`
}
