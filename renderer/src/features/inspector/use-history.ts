import { useEffect, useState } from 'react'
import type { HistoryEntry, PatternDetail } from '#shared/contract/library/patterns.ts'
import { library } from '#renderer/host/bobbin.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'

interface Past {
  readonly id: string
  readonly entries: readonly HistoryEntry[]
  readonly problem: Problem | null
}

/** What happened to the pattern, newest first; null until it is here. Asked again whenever the pattern changes. */
export function useHistory(detail: PatternDetail): Past | null {
  const [past, setPast] = useState<Past | null>(null)
  useEffect(() => {
    const { id } = detail
    let isGone = false
    const put = (entries: readonly HistoryEntry[], problem: Problem | null) => {
      if (!isGone) setPast({ id, entries, problem })
    }
    library.call('patterns.history', { id }).then(
      ({ entries }) => put(entries, null),
      (error: unknown) => put([], problemOf(error)),
    )
    return () => {
      isGone = true
    }
  }, [detail])
  return past?.id === detail.id ? past : null
}
