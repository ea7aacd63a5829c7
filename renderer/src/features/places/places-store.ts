import { create } from 'zustand'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { library } from '#renderer/host/bobbin.ts'

/** The tabs of the place where order is kept. */
export type OrderKind = 'collections' | 'tags' | 'designers'

export type Place =
  | { readonly kind: 'patterns' | 'favourites' | 'used' | OrderKind | 'trash' | 'new' }
  | { readonly kind: 'collection' | 'tag' | 'designer'; readonly id: string; readonly name: string }
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

export function isOrderKind(kind: Place['kind']): kind is OrderKind {
  return kind === 'collections' || kind === 'tags' || kind === 'designers'
}

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
    case 'tag':
      return { tagIds: [place.id] }
    case 'designer':
      return { designerIds: [place.id] }
    case 'import':
      return { importId: place.id }
    default:
      return {}
  }
}
