export { SafetyChip } from './safety-chip.tsx'
export { Upkeep } from './upkeep.tsx'
