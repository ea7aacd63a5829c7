/** The two headers that speak of a part of a file. Ends are inside the range, as HTTP has it. */

export interface ContentRange {
  readonly from: number
  readonly to: number
  readonly total: number
}

const NUMBER = String.raw`(0|[1-9]\d{0,14})`
const CONTENT_RANGE = new RegExp(`^bytes ${NUMBER}-${NUMBER}/${NUMBER}$`)
const FROM_TO = new RegExp(`^bytes=${NUMBER}-(?:${NUMBER})?$`)
const LAST = new RegExp(`^bytes=-${NUMBER}$`)

/** Null for anything that is not exactly one whole range inside its total. */
export function readContentRange(text: string): ContentRange | null {
  const found = CONTENT_RANGE.exec(text)
  if (!found) return null
  const [from, to, total] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return from <= to && to < total ? { from, to, total } : null
}

export const contentRange = ({ from, to, total }: ContentRange): string => `bytes ${from}-${to}/${total}`

/**
 * What a `Range` asks of a file of `total` bytes. `whole`: nothing asked, or asked in a way that may be ignored (several ranges, another
 * unit, no sense in it). `beyond`: it lies outside.
 */
export function readRange(text: string | undefined, total: number): { from: number; to: number } | 'whole' | 'beyond' {
  if (text === undefined) return 'whole'
  const last = LAST.exec(text)
  if (last) {
    const length = Math.min(Number(last[1]), total)
    return length === 0 ? 'beyond' : { from: total - length, to: total - 1 }
  }
  const found = FROM_TO.exec(text)
  if (!found) return 'whole'
  const from = Number(found[1])
  const to = found[2] === undefined ? total - 1 : Math.min(Number(found[2]), total - 1)
  if (found[2] !== undefined && Number(found[2]) < from) return 'whole'
  return from >= total ? 'beyond' : { from, to }
}
