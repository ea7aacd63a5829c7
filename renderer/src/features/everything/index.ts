export { Everything } from './everything.tsx'
export { restoreEverything } from './everything-store.ts'
