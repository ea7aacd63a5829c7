/** Which pattern is looked at closely, and what is known of it. */
import { create } from 'zustand'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { library } from '#renderer/host/bobbin.ts'
import { resetView } from './view-store.ts'

interface Looking {
  /** Null: nothing is looked at. */
  readonly id: string | null
  readonly detail: PatternDetail | null
}

export const useLooking = create<Looking>(() => ({ id: null, detail: null }))

let turn = 0

/** Opens the view on this pattern, or turns the open view to it. */
export function lookAt(id: string): void {
  if (useLooking.getState().id !== id) resetView()
  useLooking.setState({ id })
  void learn(id)
  // Only "Last used" hangs on this; not worth a word when it fails.
  void library.call('patterns.touch', { id }).catch(() => undefined)
}

export function stopLooking(): void {
  turn++
  resetView()
  useLooking.setState({ id: null, detail: null })
}

/** Something about these patterns changed (null: too many to name). */
export function refreshLooking(ids: readonly string[] | null): void {
  const { id } = useLooking.getState()
  if (id !== null && (ids === null || ids.includes(id))) void learn(id)
}

async function learn(id: string): Promise<void> {
  const mine = ++turn
  try {
    const detail = await library.call('patterns.get', { id })
    if (mine === turn) useLooking.setState({ detail })
  } catch {
    // The stitches are asked for at the same moment and say in words why they cannot be shown.
    if (mine === turn) useLooking.setState({ detail: null })
  }
}
