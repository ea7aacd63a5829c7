export { BringInChip } from './bring-in-chip.tsx'
export { BringInSheet } from './bring-in-sheet.tsx'
export { DropTarget } from './drop-target.tsx'
export { followImports, openBringIn, startStarter } from './bring-in-store.ts'
