import type { Machine } from '#shared/contract/library/sending.ts'
import { type MyMachine, useMachines } from './machines-store.ts'

/** The machine she sends to, under her name for it; null: not chosen yet. */
export function useMachine(): MyMachine | null {
  return useMachines(state => state.mine.find(machine => machine.id === state.chosenId) ?? null)
}

/** What Bobbin knows of its kind. */
export function usePreset(): Machine | null {
  const presetId = useMachine()?.presetId
  return useMachines(state => state.presets.find(preset => preset.id === presetId) ?? null)
}

/** Her name for the machine she sends to; null: not chosen yet. */
export function useMachineName(): string | null {
  return useMachine()?.name ?? null
}

/** The kind of the machine she sends to, for what is made ready without asking; null: not chosen yet. */
export function chosenMachineId(): string | null {
  const { mine, chosenId } = useMachines.getState()
  return mine.find(machine => machine.id === chosenId)?.presetId ?? null
}
