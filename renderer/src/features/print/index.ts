export { PrintSheet } from './print-sheet.tsx'
export { openPrint, restorePrint } from './print-store.ts'
