export { PinnedPlaces } from './pinned-places.tsx'
export { Places } from './places.tsx'
export {
  filterOf,
  goTo,
  isOrderKind,
  type OrderKind,
  type Place,
  placeKey,
  refreshCollections,
  refreshSearches,
  refreshTags,
  usePlaces,
} from './places-store.ts'
