/** What is being carried from the wall at this moment. */
import { create } from 'zustand'

export interface Carried {
  readonly ids: readonly string[]
  /** Carried out of the trash: the only place for them is back. */
  readonly fromTrash: boolean
}

export const useCarried = create<{ carried: Carried | null }>(() => ({ carried: null }))

export function startCarrying(carried: Carried): void {
  useCarried.setState({ carried })
}

export function stopCarrying(): void {
  useCarried.setState({ carried: null })
}

/** What a drag of this window says it carries; null for any other drag. */
export function carriedIn(data: Readonly<Record<string | symbol, unknown>>): Carried | null {
  const { ids, fromTrash } = data
  return Array.isArray(ids) ? { ids, fromTrash: fromTrash === true } : null
}
