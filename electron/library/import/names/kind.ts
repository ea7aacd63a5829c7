import type { Kind } from '#shared/domain/pattern.ts'
import type { Measures } from '#shared/geometry/measure.ts'

/** Most telling first: "border corner" is a corner, "e2e block" runs from edge to edge. */
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  ['edge-to-edge', /\b(?:e2e|edge\s?to\s?edge|b2b|pantos?|pantographs?|allovers?|all\s?over)\b/],
  ['corner', /\b(?:corners?|crnr)\b/],
  ['sashing', /\b(?:sash|sashing|sashings)\b/],
  ['border', /\b(?:borders?|bdr|brd)\b/],
  ['panel', /\bpanels?\b/],
  ['block', /\b(?:blocks?|blk)\b/],
  ['motif', /\b(?:motifs?|medallions?|wreaths?)\b/],
]

const plainWords = (text: string): string =>
  text
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/**
 * What a pattern is for: by the words of its name, then of its folders from the nearest up, then by its shape where that leaves
 * little doubt. `other` is an honest answer; she can set it herself.
 */
export function guessKind(name: string, folder: string, measures: Measures | null): Kind {
  for (const text of [name, ...folder.split('/').reverse()]) {
    const words = plainWords(text)
    const told = WORDS.find(([, pattern]) => pattern.test(words))
    if (told) return told[0]
  }
  return measures === null ? 'other' : kindByShape(measures)
}

const LEVEL = 0.02

/** A row that starts at one edge and ends at the other, at the same height, was drawn to be repeated from edge to edge. */
function kindByShape({ bounds, start, end, runs }: Measures): Kind {
  if (bounds === null || start === null || end === null || runs !== 1) return 'other'
  const width = bounds.maxX - bounds.minX
  const height = bounds.maxY - bounds.minY
  if (!(width > 0) || !(height > 0)) return 'other'
  const [left, right] = start.x <= end.x ? [start, end] : [end, start]
  const spans = left.x - bounds.minX < LEVEL * width && bounds.maxX - right.x < LEVEL * width
  return spans && Math.abs(start.y - end.y) < LEVEL * height && width >= height / 2 ? 'edge-to-edge' : 'other'
}
