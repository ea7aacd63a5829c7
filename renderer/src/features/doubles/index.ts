export { DoublesPage } from './doubles.tsx'
export { DoublesPlace } from './doubles-place.tsx'
export { followDoublesCount } from './doubles-store.ts'
export { TwinsOfOne } from './twins-of-one.tsx'
