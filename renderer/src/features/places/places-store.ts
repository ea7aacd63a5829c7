import { create } from 'zustand'
import type { CollectionFacts, Question, SavedSearch, TagFacts } from '#shared/contract/library/order.ts'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { changePlace, learnNames, showSearch, type View } from '#renderer/features/search/index.ts'
import { library } from '#renderer/host/bobbin.ts'

/** The tabs of the place where order is kept. */
export type OrderKind = 'collections' | 'tags' | 'designers'

export type Place =
  | { readonly kind: 'patterns' | 'favourites' | 'used' | OrderKind | 'doubles' | 'tidy' | 'trash' | 'new' }
  | { readonly kind: 'collection' | 'tag' | 'designer'; readonly id: string; readonly name: string }
  /** A search that was kept: what it asks is what narrows the wall there. */
  | { readonly kind: 'search'; readonly id: string; readonly name: string; readonly question: Question }
  /** What one import brought. */
  | { readonly kind: 'import'; readonly id: string; readonly name: string }

/** What hangs in the side bar besides the places. */
interface Order {
  readonly collections: readonly CollectionFacts[]
  readonly tags: readonly TagFacts[]
  /** Kept searches, pinned ones first. */
  readonly searches: readonly SavedSearch[]
}

export const usePlaces = create<{ readonly place: Place } & Order>(() => ({
  place: { kind: 'patterns' },
  collections: [],
  tags: [],
  searches: [],
}))

/** Whether she is in a place that stands at the side because it is pinned or kept. */
export function isPinnedPlace({ place, collections, tags }: { readonly place: Place } & Order): boolean {
  if (place.kind === 'search') return true
  const list = place.kind === 'collection' ? collections : place.kind === 'tag' ? tags : []
  return list.some(one => one.pinned && 'id' in place && one.id === place.id)
}

export function isOrderKind(kind: Place['kind']): kind is OrderKind {
  return kind === 'collections' || kind === 'tags' || kind === 'designers'
}

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
  learnNames(collections)
  usePlaces.setState({ collections })
  followPlace('collection', collections)
}

export async function refreshTags(): Promise<void> {
  const { tags } = await library.call('tags.list', {})
  learnNames(tags)
  usePlaces.setState({ tags })
  followPlace('tag', tags)
}

export async function refreshSearches(): Promise<void> {
  const { searches } = await library.call('searches.list', {})
  const pinnedFirst = searches.toSorted((a, b) => Number(b.pinned) - Number(a.pinned))
  usePlaces.setState({ searches: pinnedFirst })
  followPlace('search', searches)
}

/** The place she is in is called as it is now; one that is gone is no place to stay. */
function followPlace(kind: 'collection' | 'tag' | 'search', list: readonly { id: string; name: string }[]): void {
  const { place } = usePlaces.getState()
  if (place.kind !== kind) return
  const now = list.find(({ id }) => id === place.id)
  if (!now) goTo({ kind: 'patterns' })
  else if (now.name !== place.name) usePlaces.setState({ place: { ...place, name: now.name } })
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
