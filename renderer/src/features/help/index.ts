export { Help, HelpButton } from './help-panel.tsx'
export { HelpSpot } from './help-spot.tsx'
export { HelpCard } from './help-card.tsx'
export { openHowTo } from './help-store.ts'
