import type { AcceptedFormat, Machine, MachineRules, MyMachine } from '#shared/contract/library/machines.ts'
import { formatOf } from '#shared/formats/registry.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { registryAbilities } from '#library/export/abilities.ts'
import { MACHINES, machineById } from '#library/export/machines/catalogue.ts'
import type { AcceptedFormat as Known } from '#library/export/machines/preset.ts'
import { ownMachines, talliesByMachine } from './queries.ts'
import { acceptedFormat, type RuleName, rulesOf, type SettledRules, settle } from './rules.ts'

/** Every kind Bobbin knows. @param lastUsed id of the kind, or of a machine of hers, that was sent to last */
export function kinds(lastUsed: unknown): Machine[] {
  return MACHINES.map(machine => ({
    id: machine.id,
    name: machine.name,
    formats: machine.formats.map(({ format }) => format),
    accepts: machine.formats.map(told),
    confidence: machine.confidence,
    source: machine.source,
    remark: machine.remark,
    verifiedOnHardware: machine.verifiedOnHardware,
    lastUsed: machine.id === lastUsed,
    rules: open(rulesOf(machine)),
  }))
}

/** Hers, without those of a kind that only a later Bobbin knows: they are kept, and shown there. */
export function mine(db: ReadDb): MyMachine[] {
  const tallies = talliesByMachine(db)
  return ownMachines(db).flatMap(({ id, name, presetId, own, agreed }) => {
    const preset = machineById(presetId)
    if (!preset) return []
    const rules = settle(preset, own)
    return [
      {
        id,
        name,
        presetId,
        rules: open(rules),
        accepts: rules.formats.map(({ format }) => told(acceptedFormat(preset, format))),
        changed: (Object.keys(own) as RuleName[]).filter(rule => own[rule] !== null),
        agreed: [...agreed],
        tallies: tallies.get(id) ?? [],
      },
    ]
  })
}

function told({ format, own, confidence, source }: Known): AcceptedFormat {
  const writes = registryAbilities.writes(format)
    ? registryAbilities.isExperimental(format)
      ? 'experimental'
      : 'yes'
    : 'no'
  return { format, own, confidence, source, writes, dialects: [...(formatOf(format)?.dialects ?? [])] }
}

function open(rules: SettledRules): MachineRules {
  return { ...rules, formats: rules.formats.map(choice => ({ ...choice })) }
}
