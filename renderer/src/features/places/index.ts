export { CollectionsPage } from './collections-page.tsx'
export { Places } from './places.tsx'
export { filterOf, goTo, type Place, placeKey, refreshCollections, usePlaces } from './places-store.ts'
