/** What she said of her machine before, told again where it matters. Pure. */
import type { Warning } from '#shared/util/reading.ts'
import type { PatternToSend } from './bundle.ts'
import { type Chosen, formatNames } from './choose-source.ts'
import { called, calledFirst, type MachinePreset } from './machines/preset.ts'

export function markWarnings(pattern: PatternToSend, chosen: Chosen, machine: MachinePreset): Warning[] {
  const { marks } = machine
  if (!marks) return []
  const { format } = chosen.accepted
  const name = formatNames([format])
  if (marks.of(pattern.id, format) === 'refused')
    return [
      { code: 'was-refused', message: `You marked that ${called(machine)} did not take this pattern as ${name}.` },
    ]
  if (chosen.insteadOf !== undefined)
    return [
      {
        code: 'format-instead',
        message: `It goes as ${name}, because ${called(machine)} did not take ${formatNames([chosen.insteadOf])}.`,
      },
    ]
  const { took, refused } = marks.count(format)
  if (refused > 0 && took === 0)
    return [{ code: 'format-was-refused', message: `${calledFirst(machine)} took no ${name} file yet, as you marked.` }]
  return []
}
