export { PreparePart } from './prepare-part.tsx'
export { openPrepare, openVersion } from './prepare-store.ts'
