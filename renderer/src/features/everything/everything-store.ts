import { create } from 'zustand'
import { library } from '#renderer/host/bobbin.ts'

/** What kinds of things the everything-box finds, in the order of its groups. */
export const ENTRY_KINDS = ['command', 'setting', 'pattern', 'collection', 'tag', 'designer', 'search'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** A thing she chose before, with its words for the time it takes to ask for it again. */
export interface RecentEntry {
  readonly kind: EntryKind
  readonly id: string
  readonly words: string
}

/** More than a hand's fingers nobody looks through. */
const RECENT_KEPT = 5
const KEY = 'window.recent'

export const useEverything = create<{ open: boolean; recent: readonly RecentEntry[] }>(() => ({
  open: false,
  recent: [],
}))

export function openEverything(): void {
  useEverything.setState({ open: true })
}

export function closeEverything(): void {
  useEverything.setState({ open: false })
}

/** The thing chosen last comes first. */
export function rememberChosen(chosen: RecentEntry): void {
  const { recent } = useEverything.getState()
  const others = recent.filter(one => one.kind !== chosen.kind || one.id !== chosen.id)
  const next = [chosen, ...others].slice(0, RECENT_KEPT)
  useEverything.setState({ recent: next })
  // Only a convenience: when it cannot be kept, it begins anew next time.
  void library.call('settings.set', { key: KEY, value: next }).catch(() => undefined)
}

/** Takes up what was chosen before; whatever is not understood is left out. */
export function restoreEverything(settings: Readonly<Record<string, unknown>>): void {
  const kept = settings[KEY]
  if (Array.isArray(kept)) useEverything.setState({ recent: kept.filter(isRecent).slice(0, RECENT_KEPT) })
}

function isRecent(value: unknown): value is RecentEntry {
  if (typeof value !== 'object' || value === null) return false
  const { kind, id, words } = value as Record<string, unknown>
  return ENTRY_KINDS.some(one => one === kind) && typeof id === 'string' && typeof words === 'string'
}
