export { DrawAgain, DrawButton } from './draw-button.tsx'
export { DrawPanel } from './draw-panel.tsx'
export { usePad } from './draw-store.ts'
