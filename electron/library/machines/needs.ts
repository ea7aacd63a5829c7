import type { ReadDb } from '#library/db/handles.ts'
import { registryAbilities } from '#library/export/abilities.ts'
import { machineById } from '#library/export/machines/catalogue.ts'
import type { MachinePreset } from '#library/export/machines/preset.ts'
import { ownMachines } from './queries.ts'
import type { MachineNeeds } from './readiness.ts'
import { settle, withRules } from './rules.ts'

/** Her machines in the order they came, without those of a kind that only a later Bobbin knows. */
export function machineNeeds(db: ReadDb): MachineNeeds[] {
  return ownMachines(db).flatMap(({ id, name, presetId, own, agreed }) => {
    const preset = machineById(presetId)
    if (!preset) return []
    const machine = { ...withRules(preset, settle(preset, own)), agreed }
    return [{ id, name, machine, formats: factsOf(machine) }]
  })
}

function factsOf({ formats }: MachinePreset): MachineNeeds['formats'] {
  return Object.fromEntries(
    formats.map(({ format }) => [
      format,
      {
        reads: registryAbilities.reads(format),
        writes: registryAbilities.writes(format),
        isClosed: registryAbilities.isClosed(format),
      },
    ]),
  )
}
