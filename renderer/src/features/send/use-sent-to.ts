import { useMachine, useMachines } from '#renderer/features/machines/index.ts'
import { useSend } from './send-store.ts'

/** The machine of the sending on the sheet: hers by its name now, else as it was called then. `id` null: it is on her list no more. */
export function useSentTo(): { readonly id: string | null; readonly name: string } {
  const current = useSend(state => state.current)
  const chosen = useMachine()
  const hers = useMachines(state => state.mine.find(one => one.id === current?.machineId))
  if (current === null) return { id: chosen?.id ?? null, name: chosen?.name ?? '' }
  return { id: hers?.id ?? null, name: hers?.name ?? current.machine }
}
