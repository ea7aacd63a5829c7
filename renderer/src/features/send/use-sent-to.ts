import { shortName, useMachines } from './machines-store.ts'
import { useSend } from './send-store.ts'

/** The machine of the sending on the sheet: under her name for it where it is the one she has, else as it was called then. */
export function useSentTo(): string {
  const current = useSend(state => state.current)
  const { mine, chosenId } = useMachines()
  const chosen = mine.find(one => one.id === chosenId)
  if (current === null || chosen?.presetId === current.machineId) return chosen?.name ?? ''
  return mine.find(one => one.presetId === current.machineId)?.name ?? shortName({ name: current.machine })
}
