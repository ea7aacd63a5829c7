export { CollectionsPage } from './collections-page.tsx'
export { PinnedPlaces } from './pinned-places.tsx'
export { Places } from './places.tsx'
export {
  filterOf,
  goTo,
  type Place,
  placeKey,
  refreshCollections,
  refreshSearches,
  refreshTags,
  usePlaces,
} from './places-store.ts'
