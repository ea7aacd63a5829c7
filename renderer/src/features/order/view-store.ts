/** How she looks at each list: remembered while Bobbin runs, so that coming back finds it as it was left. */
import { create } from 'zustand'
import type { OrderKind } from './kinds.ts'
import { NO_GROUP, type Looking, type OrderSort } from './rows.ts'

/** Why she is asked: she wants to; the name she typed is taken; we suggested it. */
export type MergeReason = 'asked' | 'taken' | 'alike'

export type OpenSheet =
  | { readonly what: 'merge'; readonly ids: readonly string[]; readonly why: MergeReason }
  | { readonly what: 'group'; readonly ids: readonly string[] }

interface View extends Looking {
  readonly chosen: ReadonlySet<string>
  /** Key of the row whose name is being written. */
  readonly renaming: string | null
  readonly sheet: OpenSheet | null
}

const fresh: View = { text: '', sort: 'name', folded: new Set(), chosen: new Set(), renaming: null, sheet: null }

export const useOrderView = create<Readonly<Record<OrderKind, View>>>(() => ({
  collections: fresh,
  tags: fresh,
  designers: fresh,
}))

function change(kind: OrderKind, part: Partial<View>): void {
  useOrderView.setState(state => ({ [kind]: { ...state[kind], ...part } }))
}

export function lookFor(kind: OrderKind, text: string): void {
  change(kind, { text })
}

export function sortBy(kind: OrderKind, sort: OrderSort): void {
  change(kind, { sort })
}

export function foldGroup(kind: OrderKind, id: string | null, isFolded: boolean): void {
  const folded = new Set(useOrderView.getState()[kind].folded)
  if (isFolded) folded.add(id ?? NO_GROUP)
  else folded.delete(id ?? NO_GROUP)
  change(kind, { folded })
}

export function chooseEntries(kind: OrderKind, ids: Iterable<string>): void {
  change(kind, { chosen: new Set(ids) })
}

export function startRenaming(kind: OrderKind, key: string): void {
  change(kind, { renaming: key })
}

export function stopRenaming(kind: OrderKind): void {
  change(kind, { renaming: null })
}

export function openSheet(kind: OrderKind, sheet: OpenSheet): void {
  change(kind, { sheet })
}

export function closeSheet(kind: OrderKind): void {
  change(kind, { sheet: null })
}
