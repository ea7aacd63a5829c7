/** Ways on from a question that finds nothing: the same with one thing less, and how much that finds. */
import { useEffect, useMemo, useState } from 'react'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import type { Chip } from '#shared/contract/library/search.ts'
import { without } from '#shared/search/language/without.ts'
import { type Choice, choicesIn, within, withoutChoice } from '#renderer/features/search/index.ts'
import type { Question } from '#renderer/features/wall/index.ts'
import { library } from '#renderer/host/bobbin.ts'

export interface WayOn {
  readonly key: string
  readonly off:
    | { readonly kind: 'chip'; readonly chip: Chip }
    | { readonly kind: 'choice'; readonly choice: Choice }
    /** All of them, where none was understood by itself. */
    | { readonly kind: 'words' }
  /** The words that stay. */
  readonly query: string
  readonly filter: PatternFilter
}

/** One way for each thing that was understood or chosen; not the one that would leave nothing to ask for. */
export function waysOn(
  { query }: Pick<Question, 'query'>,
  understood: readonly Chip[],
  { place, choices }: { readonly place: PatternFilter; readonly choices: PatternFilter },
): WayOn[] {
  const filter = within(place, choices)
  const chosen = choicesIn(choices)
  const ofWords = understood.map(
    (chip): WayOn => ({
      key: `chip ${chip.from} ${chip.label}`,
      off: { kind: 'chip', chip },
      query: without(query, chip),
      filter,
    }),
  )
  const ofChoices = chosen.map(
    (choice): WayOn => ({
      key: `${choice.field} ${choice.value}`,
      off: { kind: 'choice', choice },
      query,
      filter: within(place, withoutChoice(choices, choice)),
    }),
  )
  const ofAll: WayOn[] =
    query !== '' && understood.length === 0 ? [{ key: 'words', off: { kind: 'words' }, query: '', filter }] : []
  return [...ofWords, ...ofAll, ...ofChoices].filter(
    way => way.query !== '' || choicesIn(way.filter).length > choicesIn(place).length,
  )
}

/** How many patterns each way finds, once that is known; asked one after the other, so that a key pressed meanwhile is heard first. */
export function useCounts(ways: readonly WayOn[]): ReadonlyMap<string, number> {
  const [counted, setCounted] = useState<{
    readonly of: readonly WayOn[]
    readonly counts: ReadonlyMap<string, number>
  }>()
  // The ways are made anew with every drawing; what they ask is not.
  const asked = JSON.stringify(ways)
  const stable = useMemo(() => JSON.parse(asked) as WayOn[], [asked])
  useEffect(() => {
    const stopping = new AbortController()
    const { signal } = stopping
    const count = async () => {
      const found = new Map<string, number>()
      for (const { key, query, filter } of stable) {
        if (signal.aborted) return
        const { total } = await library.call(
          'patterns.list',
          { query, filter, sort: 'best', offset: 0, limit: 0 },
          { signal },
        )
        found.set(key, total)
      }
      if (!signal.aborted) setCounted({ of: stable, counts: found })
    }
    // Without a number each way is a way all the same.
    count().catch(() => undefined)
    return () => stopping.abort()
  }, [stable])
  return counted?.of === stable ? counted.counts : NONE
}

const NONE: ReadonlyMap<string, number> = new Map()
