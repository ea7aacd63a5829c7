import type { Kind } from './pattern.ts'

/** What tells how a pattern lies: millimetres, Y up. */
export interface Lying {
  readonly kind: Kind
  readonly name: string
  readonly bounds: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  readonly start: { readonly x: number; readonly y: number }
  readonly end: { readonly x: number; readonly y: number }
  readonly jumps: number
  readonly closed: boolean
}

/** Why a pattern may lie the wrong way, and the turn that would set it right: degrees counter-clockwise. */
export interface WayUp {
  /** `on-its-side`: the row runs up or down. `backwards`: it runs from right to left. `words-on-side`: letters run up or down. */
  readonly why: 'on-its-side' | 'backwards' | 'words-on-side'
  readonly turnDegrees: 90 | -90 | 180
}

/** Patterns that a machine stitches as a row, from one edge to the other. */
const ROWS: ReadonlySet<Kind> = new Set<Kind>(['edge-to-edge', 'border', 'sashing'])

/** Both ends have to lie this far apart, as a part of the side they run along, for a direction to be meant and not met. */
const RUNS_ALONG = 0.9
/** And as near to each other across it. */
const LEVEL = 0.25
/** Letters in a line are wider than high; beyond this it stands. */
const STANDS = 1.5

const LETTERING =
  /\b(?:words?|lettering|letters|script|alphabet|name|merry|happy|christmas|birthday|welcome|thank|love|peace|joy|believe|home sweet home)\b/i
/** A word, and not a single letter of an alphabet. */
const SEVERAL_LETTERS = /\p{L}{4}/u

/**
 * Whether a pattern lies the wrong way, as far as where it starts and ends can tell; null: nothing says so. A row that is stitched from
 * edge to edge starts at the left and ends at the right, at much the same height. One whose ends lie above each other was saved on its
 * side; one that runs from right to left was saved upside down (or is meant to: she says so). Closed lines have no direction, and of
 * lines in pieces the ends say nothing.
 */
export function wayUp({ kind, name, bounds, start, end, jumps, closed }: Lying): WayUp | null {
  const width = bounds.maxX - bounds.minX
  const height = bounds.maxY - bounds.minY
  if (!(width > 0) || !(height > 0)) return null
  const across = end.x - start.x
  const up = end.y - start.y
  if (ROWS.has(kind) && jumps === 0 && !closed) {
    // Up becomes right by a quarter turn clockwise, down by one the other way.
    if (Math.abs(up) >= RUNS_ALONG * height && Math.abs(across) <= LEVEL * width && height > width)
      return { why: 'on-its-side', turnDegrees: up > 0 ? -90 : 90 }
    if (-across >= RUNS_ALONG * width && Math.abs(up) <= LEVEL * height) return { why: 'backwards', turnDegrees: 180 }
  }
  if (LETTERING.test(name) && SEVERAL_LETTERS.test(name) && !ROWS.has(kind) && height > STANDS * width)
    return { why: 'words-on-side', turnDegrees: up > 0 ? -90 : 90 }
  return null
}
