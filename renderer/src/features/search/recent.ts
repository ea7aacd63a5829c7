/** Words she looked for before, newest first, remembered on this computer. */
import { create } from 'zustand'
import { foldName } from '#shared/text/fold.ts'
import { library } from '#renderer/host/bobbin.ts'

const KEPT = 12
/** One letter is no search. */
const SHORTEST = 2
const KEY = 'window.recent-searches'

export const useRecent = create<{ recent: readonly string[] }>(() => ({ recent: [] }))

export function restoreRecent(settings: Readonly<Record<string, unknown>>): void {
  const kept = settings[KEY]
  if (Array.isArray(kept))
    useRecent.setState({ recent: kept.filter(one => typeof one === 'string' && one !== '').slice(0, KEPT) })
}

/** The words stood long enough to be meant: she went on to what was found. */
export function rememberSearch(text: string): void {
  const query = text.trim()
  if (query.length >= SHORTEST) change(withSearch(useRecent.getState().recent, query))
}

export function forgetSearch(query: string): void {
  change(useRecent.getState().recent.filter(one => one !== query))
}

export function forgetSearches(): void {
  change([])
}

/** The same words in other letters, and what was on the way to them, stand there once. */
export function withSearch(recent: readonly string[], query: string): string[] {
  const folded = foldName(query)
  return [query, ...recent.filter(one => foldName(one) !== folded)].slice(0, KEPT)
}

function change(recent: readonly string[]): void {
  if (recent.join('\n') === useRecent.getState().recent.join('\n')) return
  useRecent.setState({ recent })
  // Forgotten overnight is no harm.
  void library.call('settings.set', { key: KEY, value: recent }).catch(() => undefined)
}
