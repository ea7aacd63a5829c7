/** Copies in the format of a machine: planned, written, read back and compared exactly as for a stick, all in one folder. */
import { cancelled } from '#shared/contract/errors.ts'
import type { Drives } from '#library/drives/types.ts'
import { registryAbilities } from '#library/export/abilities.ts'
import type { PatternToSend } from '#library/export/bundle.ts'
import type { MachinePreset } from '#library/export/machines/preset.ts'
import type { Materials } from '#library/export/sending/materials.ts'
import { makePlan } from '#library/export/sending/plan.ts'
import { send } from '#library/export/sending/send.ts'
import { listFolder, pathIn, type Target } from '#library/export/target/target.ts'
import { withoutAsking } from '#library/export/without-asking.ts'
import type { Workshop } from '#library/export/workshop.ts'
import type { Copies, CopiesCall } from './copies.ts'

export interface MachineCopies {
  readonly patterns: readonly PatternToSend[]
  readonly machine: MachinePreset
  /** Yes, this once, to formats that nobody tried. */
  readonly experimental: boolean
  readonly materials: Materials
  readonly workshop: Workshop
  readonly drives: Drives
}

export async function copyForMachine(
  { patterns, machine, experimental, materials, workshop, drives }: MachineCopies,
  target: Target,
  { signal, progress }: CopiesCall,
): Promise<Copies> {
  // What she drags to a mail or the desktop lies there without folders of designers.
  const flat = { ...machine, folders: { perDesigner: false, mostFiles: Number.POSITIVE_INFINITY } }
  const before = await listFolder(target, '')
  const whole = await makePlan({
    patterns,
    machine: flat,
    target: { kind: 'folder', path: target.root },
    drives,
    materials,
    abilities: registryAbilities,
    signal,
  })
  const plan = experimental ? whole : withoutAsking(whole, machine)
  const { written, skipped, stoppedBy } = await send({
    plan,
    target,
    machine: flat,
    onExisting: 'keep-both',
    materials,
    workshop,
    isListed: async () => true,
    signal,
    progress: ({ step, done, total }) => {
      if (step === 'writing') progress({ done, total })
    },
  })
  if (stoppedBy !== null) throw signal.aborted ? cancelled() : stoppedBy
  const warnings = new Map(plan.plan.files.map(file => [file.patternId, file.warnings]))
  const files = written.map(({ patternId, file, format, bytes }) => ({
    patternId,
    name: file,
    format,
    path: pathIn(target, '', file),
    bytes,
    warnings: [...(warnings.get(patternId) ?? [])],
  }))
  const ours = new Set(files.map(file => file.name))
  const now = [...((await listFolder(target, ''))?.values() ?? [])]
  const isNew = (name: string) => ![...(before?.values() ?? [])].some(entry => entry.name === name)
  const texts = now.map(entry => entry.name).filter(name => !ours.has(name) && isNew(name))
  const asking = experimental ? [] : whole.items.filter(item => item.planned.asks)
  const byFormat = Map.groupBy(asking, item => item.planned.format)
  const untried = [...byFormat].map(([format, items]) => ({ format, patternIds: items.map(item => item.pattern.id) }))
  return { files, texts, skipped: [...skipped], untried }
}
