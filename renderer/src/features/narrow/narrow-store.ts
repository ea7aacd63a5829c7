/** Whether the panel is open, which of its groups are, and what they could be narrowed to. */
import { create } from 'zustand'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Facet, Like, PatternFacets, PatternFilter } from '#shared/contract/library/patterns.ts'
import { importWords, learnNames } from '#renderer/features/search/index.ts'
import { library } from '#renderer/host/bobbin.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'

interface Narrow {
  /** Beside the wall, and so again tomorrow. */
  readonly isOpen: boolean
  /** Over the wall, where there is no room beside it. Never by itself: nothing stands in the way when Bobbin starts. */
  readonly isSheetOpen: boolean
  readonly groups: ReadonlySet<Facet>
  /** The groups that are seldom asked for are there too. */
  readonly hasSeldom: boolean
  /** Of the open groups; what was there stays until the next answer, so that nothing flashes. */
  readonly facets: PatternFacets | null
  readonly problem: Problem | null
}

const FIRST_GROUPS: readonly Facet[] = ['kinds', 'sizes', 'tags']

export const useNarrow = create<Narrow>(() => ({
  isOpen: false,
  isSheetOpen: false,
  groups: new Set(FIRST_GROUPS),
  hasSeldom: false,
  facets: null,
  problem: null,
}))

const KEY = 'window.narrow'

export function restoreNarrow(settings: Readonly<Record<string, unknown>>): void {
  const kept = settings[KEY]
  if (typeof kept === 'object' && kept !== null && 'isOpen' in kept)
    useNarrow.setState({ isOpen: kept.isOpen === true })
}

export function openSheet(isSheetOpen: boolean): void {
  useNarrow.setState({ isSheetOpen })
}

export function openNarrow(isOpen: boolean): void {
  useNarrow.setState({ isOpen })
  // Closed again tomorrow is no harm.
  void library.call('settings.set', { key: KEY, value: { isOpen } }).catch(() => undefined)
}

export function openGroup(group: Facet, isOpen: boolean): void {
  useNarrow.setState(({ groups }) => {
    const next = new Set(groups)
    if (isOpen) next.add(group)
    else next.delete(group)
    return { groups: next }
  })
}

export function openSeldom(hasSeldom: boolean): void {
  useNarrow.setState({ hasSeldom })
}

interface Counted {
  readonly query: string
  readonly filter: PatternFilter
  readonly like?: Like
  readonly of: readonly Facet[]
}

let counting: AbortController | null = null
let counted: Counted | null = null

/** Counts for this question; a count that is no longer wanted is dropped. */
export async function countFor(question: Counted): Promise<void> {
  counting?.abort()
  const mine = new AbortController()
  counting = mine
  counted = question
  try {
    const facets = await library.call('patterns.facets', { ...question, of: [...question.of] }, { signal: mine.signal })
    if (counting !== mine) return
    learnNames([
      ...(facets.tags?.tags ?? []),
      ...(facets.designers ?? []),
      ...(facets.collections ?? []),
      ...(facets.machines ?? []),
      ...(facets.imports ?? []).map(one => ({ id: one.id, name: importWords(one) })),
    ])
    useNarrow.setState({ facets, problem: null })
  } catch (error) {
    const isStopped = error instanceof BobbinError && error.code === 'cancelled'
    if (counting === mine && !isStopped) useNarrow.setState({ problem: problemOf(error) })
  }
}

/** An import tells of changes ten times a second; numbers that run like that cannot be read. */
const SETTLE_MS = 400

/** Counts again when the library changes. Returns the function that stops it. */
export function followCounts(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      if (counted) void countFor(counted)
    }, SETTLE_MS)
  }
  const names = ['patterns.changed', 'tags.changed', 'collections.changed', 'machines.changed'] as const
  const stops = names.map(name => library.on(name, again))
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
