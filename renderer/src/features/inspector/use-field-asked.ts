import { useEffect, useRef } from 'react'
import type { AskKind } from '#renderer/commands/asks.ts'
import { useInspector, wantField } from './inspector-store.ts'

/** Calls `take` when this field was asked for by name and shows the patterns it was asked for: not those she just left. */
export function useFieldAsked(kind: AskKind, ids: readonly string[], take: () => void): void {
  const isWanted = useInspector(
    ({ field, isSettled, shown }) =>
      field === kind && isSettled && (shown.kind === 'one' || shown.kind === 'several') && shown.ids === ids,
  )
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    if (!isWanted) return
    wantField(null)
    latest.current()
  }, [isWanted])
}
