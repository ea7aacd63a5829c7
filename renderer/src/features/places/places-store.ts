import { create } from 'zustand'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { library } from '#renderer/host/bobbin.ts'

export type Place =
  | { readonly kind: 'patterns' | 'favourites' | 'used' | 'collections' | 'trash' | 'new' }
  | { readonly kind: 'collection'; readonly id: string; readonly name: string }
  /** What one import brought. */
  | { readonly kind: 'import'; readonly id: string; readonly name: string }

interface Collection {
  readonly id: string
  readonly name: string
  readonly patterns: number
}

export const usePlaces = create<{ place: Place; collections: readonly Collection[] }>(() => ({
  place: { kind: 'patterns' },
  collections: [],
}))

export function goTo(place: Place): void {
  usePlaces.setState({ place })
}

export async function refreshCollections(): Promise<void> {
  const { collections } = await library.call('collections.list', {})
  usePlaces.setState({ collections })
}

/** Which patterns hang in this place. */
export function filterOf(place: Place): PatternFilter {
  switch (place.kind) {
    case 'favourites':
      return { favourite: true }
    case 'used':
      return { used: true }
    case 'trash':
      return { trashed: true }
    case 'collection':
      return { collectionId: place.id }
    case 'import':
      return { importId: place.id }
    default:
      return {}
  }
}
