import { GAMMILL } from './gammill.ts'
import { HANDI_QUILTER } from './handi-quilter.ts'
import { LONGARMS } from './longarms.ts'
import { OTHERS } from './others.ts'
import type { MachinePreset } from './preset.ts'

/** Every machine Bobbin knows something about, the most widely owned first. */
export const MACHINES: readonly MachinePreset[] = [...GAMMILL, ...HANDI_QUILTER, ...LONGARMS, ...OTHERS]

export function machineById(id: string): MachinePreset | undefined {
  return MACHINES.find(machine => machine.id === id)
}
