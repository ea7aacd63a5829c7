/** The machine a sending is for: one of hers with what she changed and what it took, or a kind as Bobbin has it. */
import { BobbinError } from '#shared/contract/errors.ts'
import type { FormatId } from '#shared/formats/types.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { machineById } from '#library/export/machines/catalogue.ts'
import type { MachineMarks, MachinePreset } from '#library/export/machines/preset.ts'
import { ownMachine, talliesOf, verdictsOf } from './queries.ts'
import { settle, withRules } from './rules.ts'

/**
 * @param id of a machine of hers, or of a kind
 * @param patternIds whose marks will be asked for
 * @throws BobbinError `machine-unknown`
 */
export function knownMachine(db: ReadDb, id: string, patternIds: readonly string[]): MachinePreset {
  const own = ownMachine(db, id)
  const preset = machineById(own?.presetId ?? id)
  if (!preset)
    throw new BobbinError('machine-unknown', 'Bobbin does not know this machine. Choose one from the list.', { id })
  const marks = marksFor(db, id, patternIds)
  if (!own) return { ...preset, marks }
  const hers = withRules(preset, settle(preset, own.own))
  return { ...hers, id: own.id, name: own.name, agreed: own.agreed, marks }
}

function marksFor(db: ReadDb, machineId: string, patternIds: readonly string[]): MachineMarks {
  const tallies = new Map(talliesOf(db, machineId).map(tally => [tally.format, tally]))
  const verdicts = new Map(
    verdictsOf(db, machineId, patternIds).map(({ patternId, format, verdict }) => [`${patternId} ${format}`, verdict]),
  )
  return {
    count: format => tallies.get(format) ?? { took: 0, refused: 0 },
    of(patternId: string, format: FormatId) {
      const verdict = verdicts.get(`${patternId} ${format}`)
      return verdict === 'took' || verdict === 'refused' ? verdict : null
    },
  }
}
