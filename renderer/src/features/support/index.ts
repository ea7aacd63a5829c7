export { SupportSheet } from './support-sheet.tsx'
export { openSupport } from './support-store.ts'
