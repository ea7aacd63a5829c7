export { ChosenChips } from './chips.tsx'
export { NarrowButton } from './narrow-button.tsx'
export { NarrowPanel } from './narrow-panel.tsx'
export { restoreNarrow } from './narrow-store.ts'
