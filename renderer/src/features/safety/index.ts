export { SafetyChip } from './safety-chip.tsx'
