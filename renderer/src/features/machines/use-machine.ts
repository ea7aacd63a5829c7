import type { Machine, MyMachine } from '#shared/contract/library/machines.ts'
import { useMachines } from './machines-store.ts'

/** The machine she sends to; null: not chosen yet. */
export function useMachine(): MyMachine | null {
  return useMachines(state => state.mine.find(machine => machine.id === state.chosenId) ?? null)
}

/** What Bobbin knows of a machine's kind. */
export function useKind(presetId: string | undefined): Machine | null {
  return useMachines(state => state.presets.find(preset => preset.id === presetId) ?? null)
}

/** Her name for the machine she sends to; null: not chosen yet. */
export function useMachineName(): string | null {
  return useMachine()?.name ?? null
}

/** The machine she sends to, for what is made ready without asking; null: not chosen yet. */
export function chosenMachineId(): string | null {
  const { mine, chosenId } = useMachines.getState()
  return mine.find(machine => machine.id === chosenId)?.id ?? null
}
