import type { DoublePair } from '#shared/contract/library/doubles.ts'
import { make } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { doneWords } from '#renderer/i18n/labels.ts'
import type { Change } from '#shared/contract/library/common.ts'

/** What she presses is done at once, said, and one press from undone. */
const said = (change: Promise<Change>): Promise<boolean> => make(change, (_patterns, done) => doneWords(done) ?? '')

const twoOf = ({ first, second }: DoublePair) => ({ first: first.id, second: second.id })

export const keepBoth = (pair: DoublePair) => said(library.call('doubles.keepBoth', twoOf(pair)))
export const notSame = (pair: DoublePair) => said(library.call('doubles.notSame', twoOf(pair)))

export function keepOne(pair: DoublePair, keep: string): Promise<boolean> {
  return said(library.call('doubles.keepOne', { keep, other: otherOf(pair, keep) }))
}

/** Together in the one that is suggested, else in the one that was there first. */
export function combine(pair: DoublePair): Promise<boolean> {
  const keep = pair.suggestion?.keep ?? (pair.first.addedAt <= pair.second.addedAt ? pair.first.id : pair.second.id)
  return said(library.call('doubles.combine', { keep, other: otherOf(pair, keep) }))
}

const otherOf = ({ first, second }: DoublePair, keep: string): string => (keep === first.id ? second.id : first.id)

/** As many suggestions as are accepted with one press. */
export const TOGETHER = 10

export function nextSuggestions(pairs: readonly DoublePair[]): string[] {
  return pairs
    .filter(pair => pair.suggestion !== null)
    .slice(0, TOGETHER)
    .map(pair => pair.id)
}

export const accept = (ids: readonly string[]) => said(library.call('doubles.accept', { ids: [...ids] }))
