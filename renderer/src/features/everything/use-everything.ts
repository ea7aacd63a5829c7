import { useEffect, useMemo, useState } from 'react'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { useOffers } from '#renderer/commands/commands.ts'
import { usePlaces } from '#renderer/features/places/index.ts'
import { library } from '#renderer/host/bobbin.ts'
import {
  commandEntries,
  type EntryGroup,
  groupsFor,
  listEntries,
  type Lists,
  patternEntry,
  settingEntries,
} from './entries.ts'
import { useEverything } from './everything-store.ts'

const PATTERNS_SHOWN = 8

/** Everything that fits what she typed: what the window knows at once, patterns as the library finds them. */
export function useFound(query: string): readonly EntryGroup[] {
  const offers = useOffers(state => state.offers)
  const collections = usePlaces(state => state.collections)
  const tags = usePlaces(state => state.tags)
  const searches = usePlaces(state => state.searches)
  const recent = useEverything(state => state.recent)
  const [designers, setDesigners] = useState<Lists['designers']>([])
  const patterns = usePatterns(query)

  useEffect(() => {
    let isGone = false
    library.call('designers.list', {}).then(
      list => {
        if (!isGone) setDesigners(list.designers)
      },
      // Without them the box finds all the rest.
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [])

  const listed = useMemo(
    () => listEntries({ collections, tags, designers, searches }),
    [collections, tags, designers, searches],
  )
  const own = useMemo(() => [...commandEntries(offers), ...settingEntries(), ...listed], [offers, listed])
  return useMemo(
    () =>
      groupsFor(
        query,
        own,
        patterns.map(one => patternEntry(one, one)),
        recent,
      ),
    [query, own, patterns, recent],
  )
}

/** What was found last stays until the next answer is here, so that nothing flickers while she types. */
function usePatterns(query: string): readonly PatternCard[] {
  const [patterns, setPatterns] = useState<readonly PatternCard[]>([])
  const asked = query.trim()
  useEffect(() => {
    if (asked === '') return
    let isGone = false
    library.call('patterns.list', { query: asked, filter: {}, sort: 'best', offset: 0, limit: PATTERNS_SHOWN }).then(
      answer => {
        if (!isGone) setPatterns(answer.patterns)
      },
      () => {
        if (!isGone) setPatterns([])
      },
    )
    return () => {
      isGone = true
    }
  }, [asked])
  return patterns
}
