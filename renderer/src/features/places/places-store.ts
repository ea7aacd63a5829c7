import { create } from 'zustand'
import type { PatternFilter, PatternSort } from '#shared/contract/library/patterns.ts'
import { changePlace, showSearch, type View } from '#renderer/features/search/index.ts'
import { library } from '#renderer/host/bobbin.ts'

export type Place =
  | { readonly kind: 'patterns' | 'favourites' | 'used' | 'collections' | 'trash' | 'new' }
  | { readonly kind: 'collection'; readonly id: string; readonly name: string }
  | { readonly kind: 'tag' | 'designer'; readonly id: string; readonly name: string }
  /** A search that was kept: what it asks is what narrows the wall there. */
  | { readonly kind: 'search'; readonly id: string; readonly name: string; readonly question: Question }
  /** What one import brought. */
  | { readonly kind: 'import'; readonly id: string; readonly name: string }

export interface Question {
  readonly query: string
  readonly filter: PatternFilter
  readonly sort: PatternSort
}

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
  changePlace(placeKey(usePlaces.getState().place), placeKey(place), freshView(place))
  if (place.kind === 'search') {
    const { query, filter, sort } = place.question
    showSearch({ text: query, choices: filter, sort: sort === 'best' ? 'newest' : sort })
  }
  usePlaces.setState({ place })
}

/** By what the view of a place is remembered. */
export function placeKey(place: Place): string {
  return 'id' in place ? `${place.kind} ${place.id}` : place.kind
}

function freshView(place: Place): View {
  return { choices: {}, sort: place.kind === 'used' ? 'last-used' : 'newest' }
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
