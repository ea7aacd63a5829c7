/** What may go wrong at the machine, said before anything is written: one plain sentence each, none of them a refusal. Pure. */
import { toInches } from '#shared/geometry/units.ts'
import type { Kind } from '#shared/domain/pattern.ts'
import type { Warning } from '#shared/util/reading.ts'
import type { StitchFacts } from './bundle.ts'
import type { MachinePreset } from './machines/preset.ts'

export function preflight(facts: StitchFacts, kind: Kind, machine: MachinePreset): Warning[] {
  return [...sizeWarnings(facts, machine), ...pathWarnings(facts, kind, machine)]
}

function sizeWarnings(facts: StitchFacts, machine: MachinePreset): Warning[] {
  const { limits } = machine
  if (facts.size === 'unknown')
    return [warning('size-unknown', 'The file does not say how big the pattern is. Set the size at the machine.')]
  const warnings: Warning[] = []
  if (facts.size === 'assumed')
    warnings.push(
      warning('size-assumed', `The file does not name its unit. Bobbin takes it for ${sizeWords(facts, machine)}.`),
    )
  if (Math.max(facts.widthMm, facts.heightMm) < limits.smallestMm)
    warnings.push(
      warning('very-small', `It is very small, ${sizeWords(facts, machine)}. Check the size at the machine.`),
    )
  if (facts.widthMm > limits.widestMm)
    warnings.push(warning('very-wide', `It is ${length(facts.widthMm, machine)} wide. Check that it fits your frame.`))
  if (facts.heightMm > limits.highestMm)
    warnings.push(warning('very-high', `It is ${length(facts.heightMm, machine)} high. Check that it fits your frame.`))
  return warnings
}

function pathWarnings(facts: StitchFacts, kind: Kind, machine: MachinePreset): Warning[] {
  const { limits } = machine
  const warnings: Warning[] = []
  if (facts.points > limits.points)
    warnings.push(
      warning(
        'many-points',
        `It has ${facts.points.toLocaleString('en-US')} points, which is a lot. Some machines get slow.`,
      ),
    )
  if (facts.runs > 1 && machine.onPieces === 'warn')
    warnings.push(
      warning(
        'several-pieces',
        `It is stitched in ${facts.runs} pieces. We do not know whether this machine lifts the needle between them.`,
      ),
    )
  const step = facts.startY === null || facts.endY === null ? 0 : facts.endY - facts.startY
  if (kind === 'edge-to-edge' && facts.size !== 'unknown' && Math.abs(step) > limits.startEndMm)
    warnings.push(
      warning(
        'ends-not-level',
        `It ends ${length(Math.abs(step), machine)} ${step > 0 ? 'above' : 'below'} its start, so repeats may not meet.`,
      ),
    )
  return warnings
}

function sizeWords(facts: StitchFacts, machine: MachinePreset): string {
  return `${length(facts.widthMm, machine)} by ${length(facts.heightMm, machine)}`
}

function length(millimetres: number, machine: MachinePreset): string {
  return machine.unit === 'mm' ? `${round(millimetres)} mm` : `${round(toInches(millimetres))} inch`
}

function round(value: number): string {
  return String(Number(value.toFixed(value < 1 ? 2 : 1)))
}

function warning(code: string, message: string): Warning {
  return { code, message }
}
