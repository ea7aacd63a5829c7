import { called, type MachinePreset } from './machines/preset.ts'
import { formatNames } from './choose-source.ts'
import type { FullPlan } from './sending/plan.ts'

/** The plan without files in formats that nobody tried and that she has not said yes to: they stay here, each with the reason. */
export function withoutAsking(full: FullPlan, machine: MachinePreset): FullPlan {
  const items = full.items.filter(item => !item.planned.asks)
  if (items.length === full.items.length) return full
  const left = full.items.filter(item => item.planned.asks)
  const skipped = left.map(({ pattern, chosen }) => ({
    patternId: pattern.id,
    name: pattern.name,
    code: 'experimental-not-agreed',
    message: `Nobody has told us that ${called(machine)} took a ${formatNames([chosen.accepted.format])} file made by Bobbin. Say yes to that first.`,
  }))
  return {
    ...full,
    items,
    plan: { ...full.plan, files: items.map(item => item.planned), skipped: [...full.plan.skipped, ...skipped] },
  }
}
