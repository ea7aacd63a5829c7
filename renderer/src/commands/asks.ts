/**
 * Requests that one part of the window makes to another by name: "rename this" is pressed on the wall, the name stands in the
 * inspector. The part that has the field listens; a request made before it is on the screen waits for it.
 */
import { useEffect, useRef } from 'react'
import { create } from 'zustand'

/** Her name field, her tag field, the choice of collections. */
export type AskKind = 'rename' | 'tag' | 'collect'

interface Ask {
  readonly kind: AskKind
  /** Rises with every request, so that the same one twice is two. */
  readonly at: number
}

const useAsks = create<{ ask: Ask | null }>(() => ({ ask: null }))

let times = 0

/** Asks for it; whoever can do it takes the request. */
export function askFor(kind: AskKind): void {
  useAsks.setState({ ask: { kind, at: ++times } })
}

/** Calls `run` once for every request of this kind, also for one made a moment before the component came. */
export function useAsk(kind: AskKind, run: () => void): void {
  const ask = useAsks(state => state.ask)
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (ask?.kind !== kind || useAsks.getState().ask !== ask) return
    useAsks.setState({ ask: null })
    latest.current()
  }, [ask, kind])
}
