import { create } from 'zustand'
import type { DoublePair, DoublesState } from '#shared/contract/library/doubles.ts'
import { say } from '#renderer/changes/change.ts'
import { goTo } from '#renderer/features/places/index.ts'
import { atMostEvery } from '#renderer/host/at-most-every.ts'
import { library } from '#renderer/host/bobbin.ts'

interface Doubles {
  /** Null until the core has answered. */
  readonly state: DoublesState | null
  /** The first of all pairs, null until they are known. */
  readonly pairs: readonly DoublePair[] | null
  readonly total: number
  /** The pair that is looked at. */
  readonly shownId: string | null
}

export const useDoubles = create<Doubles>(() => ({ state: null, pairs: null, total: 0, shownId: null }))

/** Pairs fetched at a time: more than she looks at in one sitting, and what is decided makes room for the next. */
const PAGE = 60
const SETTLE_MS = 300

async function refreshState(): Promise<void> {
  useDoubles.setState({ state: await library.call('doubles.state', {}) })
}

async function refreshPairs(): Promise<void> {
  const before = useDoubles.getState()
  const { pairs, total } = await library.call('doubles.list', { offset: 0, limit: PAGE })
  useDoubles.setState({ pairs, total, shownId: shownAfter(before, pairs) })
}

/** The pair she looked at; when that is decided, the one that stood after it. */
export function shownAfter(
  { pairs: before, shownId }: Pick<Doubles, 'pairs' | 'shownId'>,
  pairs: readonly DoublePair[],
): string | null {
  if (pairs.some(pair => pair.id === shownId)) return shownId
  const at = before?.findIndex(pair => pair.id === shownId) ?? -1
  const left = new Set(pairs.map(pair => pair.id))
  const next = at < 0 ? undefined : before!.slice(at).find(pair => left.has(pair.id))
  return next?.id ?? pairs.at(at < 0 ? 0 : -1)?.id ?? null
}

/** How many pairs wait, for the side of the window. Returns the function that stops it. */
export function followDoublesCount(): () => void {
  return following(() => refreshState().catch(say), SETTLE_MS * 4)
}

/** The pairs themselves, while the page is open. */
export function followDoubles(): () => void {
  return following(() => refreshPairs().catch(say), SETTLE_MS)
}

function following(refresh: () => unknown, everyMs: number): () => void {
  const calm = atMostEvery(everyMs, () => void refresh())
  calm()
  const stops = [library.on('doubles.changed', calm), library.on('patterns.changed', calm)]
  return () => {
    for (const stop of stops) stop()
  }
}

export function showPair(id: string): void {
  useDoubles.setState({ shownId: id })
}

export function stepPair(by: 1 | -1): void {
  const { pairs, shownId } = useDoubles.getState()
  if (!pairs) return
  const next = pairs[pairs.findIndex(pair => pair.id === shownId) + by]
  if (next) showPair(next.id)
}

/** The page, with this pair on it. */
export function openPair(pair: DoublePair): void {
  const pairs = useDoubles.getState().pairs ?? []
  const isListed = pairs.some(one => one.id === pair.id)
  useDoubles.setState({ shownId: pair.id, pairs: isListed ? pairs : [pair, ...pairs] })
  goTo({ kind: 'doubles' })
}
