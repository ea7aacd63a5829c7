import type { Machine } from '#shared/contract/library/sending.ts'
import { shortName, useSend } from './send-store.ts'

export function useMachine(): Machine | null {
  return useSend(state => state.machines.find(machine => machine.id === state.machineId) ?? null)
}

/** The machine she sends to, short enough for a button; null: not chosen yet. */
export function useMachineName(): string | null {
  const machine = useMachine()
  return machine ? shortName(machine) : null
}

/** The machine she sends to, for what is made ready without asking; null: not chosen yet. */
export function chosenMachineId(): string | null {
  return useSend.getState().machineId
}
