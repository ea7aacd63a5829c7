import { create } from 'zustand'
import { say } from '#renderer/changes/change.ts'
import { atMostEvery } from '#renderer/host/at-most-every.ts'
import { library } from '#renderer/host/bobbin.ts'
import { DOING, ORDER_KINDS, type OrderKind, type Shelf } from './kinds.ts'

/** Everything there is of each kind; null until it is known. */
export const useOrder = create<Readonly<Record<OrderKind, Shelf | null>>>(() => ({
  collections: null,
  tags: null,
  designers: null,
}))

/** While thousands come in, the counts follow at this pace. */
const SETTLE_MS = 250

export async function refreshOrder(kind: OrderKind): Promise<void> {
  const shelf = await DOING[kind].list()
  useOrder.setState({ [kind]: shelf })
}

/** Keeps the lists true while the page is open. Returns the function that stops it. */
export function followOrder(): () => void {
  const refresh = (kinds: readonly OrderKind[]) => () => {
    for (const kind of kinds) refreshOrder(kind).catch(say)
  }
  const all = atMostEvery(SETTLE_MS, refresh(ORDER_KINDS))
  all()
  const stops = [
    library.on('patterns.changed', all),
    library.on('tags.changed', atMostEvery(SETTLE_MS, refresh(['tags']))),
    library.on('collections.changed', atMostEvery(SETTLE_MS, refresh(['collections']))),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
