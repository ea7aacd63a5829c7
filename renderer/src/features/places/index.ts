export { Places } from './places.tsx'
export {
  filterOf,
  goTo,
  isOrderKind,
  type OrderKind,
  type Place,
  refreshCollections,
  usePlaces,
} from './places-store.ts'
