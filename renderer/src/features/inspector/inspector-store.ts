/**
 * What the pane shows: one pattern, several as one, or nothing. While she passes quickly over the wall only the last one asked for is
 * fetched, and what was shown stays until the next is here, so that nothing flashes.
 */
import { create } from 'zustand'
import type { PatternsSummary } from '#shared/contract/library/inspector.ts'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import type { AskKind } from '#renderer/commands/asks.ts'
import { library } from '#renderer/host/bobbin.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'

export type Shown =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly ids: readonly string[]; readonly detail: PatternDetail }
  | { readonly kind: 'several'; readonly ids: readonly string[]; readonly summary: PatternsSummary }
  | { readonly kind: 'problem'; readonly problem: Problem }

interface Inspector {
  readonly shown: Shown
  /** Where there is no room for a pane, the chosen pattern is a page. */
  readonly asPage: boolean
  /** The field that was asked for by name and waits for its pattern to be shown. */
  readonly field: AskKind | null
  /** False while something else than what is shown is on its way. */
  readonly isSettled: boolean
  /** How many patterns are being looked at for longer than a blink; null: none. */
  readonly slow: number | null
}

const NONE: Shown = { kind: 'none' }

export const useInspector = create<Inspector>(() => ({
  shown: NONE,
  asPage: false,
  field: null,
  isSettled: true,
  slow: null,
}))

/** Longer than this and she is told that Bobbin is at it. */
const BLINK_MS = 250

/** What was asked for last; a new object with every question, so that an old answer is known by it. */
let wanted: { readonly ids: readonly string[] } = { ids: [] }
let isAsking = false
/** How long the last question took. */
let tookMs = 0
let again: ReturnType<typeof setTimeout> | null = null

/** Shows these patterns; none of them: nothing. */
export function show(ids: readonly string[]): void {
  wanted = { ids }
  if (ids.length === 0) useInspector.setState({ shown: NONE, isSettled: true, slow: null })
  else {
    useInspector.setState({ isSettled: false })
    void follow()
  }
}

/** Something about these patterns changed (null: too many to name). */
export function refreshShown(ids: readonly string[] | null): void {
  if (wanted.ids.length === 0 || (ids !== null && !touches(ids, wanted.ids))) return
  // The same again as another question: what is being fetched is old already.
  const ask = () => {
    again = null
    wanted = { ids: wanted.ids }
    void follow()
  }
  // A change of thousands tells of itself hundreds of times: of many, the core has as long a rest as it was busy.
  if (wanted.ids.length === 1) ask()
  else again ??= setTimeout(ask, tookMs)
}

function touches(changed: readonly string[], shown: readonly string[]): boolean {
  if (shown.length === 1) return changed.includes(shown[0]!)
  const known = new Set(shown)
  return changed.some(id => known.has(id))
}

/** Fetches what is wanted, one thing at a time, until nothing newer is. */
async function follow(): Promise<void> {
  if (isAsking) return
  isAsking = true
  try {
    for (let asked: typeof wanted | null = null; asked !== wanted && wanted.ids.length > 0; ) {
      asked = wanted
      const { ids } = asked
      const begun = performance.now()
      const slow = setTimeout(() => useInspector.setState({ slow: ids.length }), BLINK_MS)
      const shown = await look(ids)
      clearTimeout(slow)
      tookMs = performance.now() - begun
      if (asked === wanted) useInspector.setState({ shown, isSettled: true, slow: null })
    }
  } finally {
    isAsking = false
  }
}

async function look(ids: readonly string[]): Promise<Shown> {
  try {
    const [first] = ids
    if (ids.length === 1 && first !== undefined) {
      return { kind: 'one', ids, detail: await library.call('patterns.get', { id: first }) }
    }
    return { kind: 'several', ids, summary: await library.call('patterns.summary', { ids: [...ids] }) }
  } catch (error) {
    return { kind: 'problem', problem: problemOf(error) }
  }
}

export function openPage(): void {
  useInspector.setState({ asPage: true })
}

export function closePage(): void {
  useInspector.setState({ asPage: false, field: null })
}

export function wantField(field: AskKind | null): void {
  useInspector.setState({ field })
}
