import type { DoublePair, DoubleSide } from '#shared/contract/library/doubles.ts'

type Suggestion = NonNullable<DoublePair['suggestion']>

/** Sizes nearer than this are one size (logarithm of the scale). */
export const SAME_SIZE = 0.015

/**
 * What we would do with a pair, and why; null where only her eyes can tell. Nothing is suggested that hides a difference: two sizes and
 * mirror images are there for a reason, and what differs at its ends or is only nearly the same is hers to look at.
 */
export function suggest(pair: Omit<DoublePair, 'suggestion'>): Suggestion | null {
  const { kind, first, second } = pair
  const { side, why } = better(first, second)
  if (kind === 'names') return { action: 'combine', keep: side.id, why: 'readable' }
  if (kind === 'near' || kind === 'stretched' || pair.ends) return null
  if (kind === 'mirrored') return { action: 'keep-both', keep: side.id, why: 'other-way-round' }
  if (kind === 'turned')
    return isQuarter(pair.turnDeg) ? { action: 'keep-both', keep: side.id, why: 'other-way-round' } : null
  if (pair.scale !== null && Math.abs(Math.log(pair.scale)) > SAME_SIZE)
    return { action: 'keep-both', keep: side.id, why: 'other-size' }
  const [ours, theirs] = [formatsOf(first), formatsOf(second)]
  const isOther = ours.some(format => !theirs.includes(format)) || theirs.some(format => !ours.includes(format))
  return isOther
    ? { action: 'combine', keep: side.id, why: 'other-format' }
    : { action: 'keep-one', keep: side.id, why }
}

/** Turned on purpose, and not drawn a little askew. */
const isQuarter = (deg: number): boolean => Math.abs(deg / 90 - Math.round(deg / 90)) * 90 < 0.5

const formatsOf = ({ files }: DoubleSide): string[] =>
  files.filter(({ role }) => role === 'design' || role === 'locked').map(({ format }) => format)

/** The one that has more to lose stays; of equals the one that was here first. */
function better(first: DoubleSide, second: DoubleSide): { side: DoubleSide; why: Suggestion['why'] } {
  const measures: readonly [Suggestion['why'], (side: DoubleSide) => number][] = [
    ['readable', side => Number(side.state === 'readable')],
    ['more-words', wordsOf],
    ['more-files', side => side.files.length],
    ['older', side => -side.addedAt],
  ]
  for (const [why, measure] of measures) {
    const more = measure(first) - measure(second)
    if (more !== 0) return { side: more > 0 ? first : second, why }
  }
  return { side: first.id < second.id ? first : second, why: 'older' }
}

const wordsOf = ({ tags, collections, plans, favourite, hasNotes, designer }: DoubleSide): number =>
  tags + collections + 2 * plans + Number(favourite) + Number(hasNotes) + Number(designer !== null)
