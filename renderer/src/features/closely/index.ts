export { Closely, type WallPlace } from './closely.tsx'
export { lookAt, refreshLooking, useLooking } from './closely-store.ts'
export { restoreClosely } from './view-store.ts'
