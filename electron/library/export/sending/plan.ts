/** What would be written where, and what may go wrong: nothing on the target changes here. */
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { PlannedFile, SendPlan, SendTarget } from '#shared/contract/library/sending.ts'
import type { Warning } from '#shared/util/reading.ts'
import type { Drives } from '#library/drives/types.ts'
import type { FormatAbilities, PatternToSend } from '#library/export/bundle.ts'
import { type Chosen, chooseSource, formatNames } from '#library/export/choose-source.ts'
import { gapOf } from '#library/export/file-name.ts'
import { createFolderPlaces, type Place, splitName } from '#library/export/folder-places.ts'
import type { MachinePreset } from '#library/export/machines/preset.ts'
import { markWarnings } from '#library/export/mark-warnings.ts'
import { notesName } from '#library/export/notes-beside.ts'
import { preflight } from '#library/export/preflight.ts'
import { readPlaced } from '#library/export/target/place-file.ts'
import { listFolder, openTarget, spaceOn, type Target } from '#library/export/target/target.ts'
import { type TargetKind, trouble } from '#library/export/target/trouble.ts'
import { inOrder } from './in-order.ts'
import type { Material, Materials } from './materials.ts'

export interface PlanItem {
  readonly pattern: PatternToSend
  readonly chosen: Chosen
  readonly place: Place
  readonly planned: PlannedFile
}

export interface FullPlan {
  readonly items: readonly PlanItem[]
  readonly plan: SendPlan
  /** Null when it cannot be written to; `plan.problem` says why. */
  readonly target: Target | null
}

export interface PlanInput {
  readonly patterns: readonly PatternToSend[]
  readonly machine: MachinePreset
  readonly target: SendTarget
  readonly drives: Drives
  readonly materials: Materials
  readonly abilities: FormatAbilities
  readonly signal: AbortSignal
  readonly progress?: (value: { readonly done: number; readonly total: number }) => void
}

/** Conversions under way at once while planning; the pool has its own queue. */
const CONVERSIONS_AHEAD = 8

/** Room for the folders made and the names in them. */
const FOLDERS_AND_NAMES_BYTES = 64 * 1024

export async function makePlan(input: PlanInput): Promise<FullPlan> {
  const opened = await open(input.target, input.drives)
  const target = opened instanceof BobbinError ? null : opened
  const space = target ? await spaceOn(target) : null
  const places = createFolderPlaces(input.machine, folder =>
    target ? listFolder(target, folder) : Promise.resolve(null),
  )
  const items: PlanItem[] = []
  const skipped: SendPlan['skipped'] = []
  let neededBytes = 0
  let done = 0
  const total = input.patterns.length
  for await (const prepared of inOrder(input.patterns, CONVERSIONS_AHEAD, pattern => prepare(pattern, input))) {
    if (input.signal.aborted) throw cancelled()
    input.progress?.({ done: done++, total })
    const { pattern, result } = prepared
    if (result instanceof BobbinError) {
      skipped.push({ patternId: pattern.id, name: pattern.name, code: result.code, message: result.message })
      continue
    }
    const { item, sizes } = await placeOne(pattern, result, input, target, places)
    items.push(item)
    for (const bytes of sizes) neededBytes += roundUp(bytes, space?.blockBytes ?? 1)
  }
  const freeBytes = space?.freeBytes ?? null
  const problem = opened instanceof BobbinError ? opened : fits(input.target.kind, neededBytes, freeBytes)
  return {
    items,
    target,
    plan: {
      files: items.map(item => item.planned),
      skipped,
      neededBytes,
      freeBytes,
      problem: problem && { code: problem.code, message: problem.message },
    },
  }
}

/** The place to write to, or why it cannot be. */
async function open(target: SendTarget, drives: Drives): Promise<Target | BobbinError> {
  try {
    if (target.kind === 'folder') return await openTarget('folder', target.path)
    const stick = (await drives.list()).find(one => one.id === target.stickId)
    if (!stick) return trouble('stick-missing', 'stick', null)
    if (stick.readOnly) return trouble('stick-read-only', 'stick', null)
    return await openTarget('stick', stick.path)
  } catch (error) {
    if (error instanceof BobbinError) return error
    throw error
  }
}

function fits(kind: TargetKind, neededBytes: number, freeBytes: number | null): BobbinError | null {
  if (neededBytes === 0 || freeBytes === null || neededBytes + FOLDERS_AND_NAMES_BYTES <= freeBytes) return null
  return trouble('stick-full', kind, null, { neededBytes, freeBytes })
}

interface Prepared {
  readonly chosen: Chosen
  readonly material: Material
}

/** The file to send and its bytes, or why this pattern stays here. */
async function prepare(
  pattern: PatternToSend,
  { machine, materials, abilities, signal }: PlanInput,
): Promise<{ pattern: PatternToSend; result: Prepared | BobbinError }> {
  // What has not come may be the better file: nothing is chosen among the others.
  if (pattern.lacking) return { pattern, result: pattern.lacking }
  const chosen = chooseSource(pattern, machine, abilities)
  if (chosen.kind === 'skip') return { pattern, result: new BobbinError(chosen.code, chosen.message) }
  try {
    return { pattern, result: { chosen, material: await materials.of(pattern, chosen, machine, signal) } }
  } catch (error) {
    if (error instanceof BobbinError && error.code !== 'cancelled') return { pattern, result: error }
    throw error
  }
}

async function placeOne(
  pattern: PatternToSend,
  { chosen, material }: Prepared,
  { machine, abilities }: PlanInput,
  target: Target | null,
  places: ReturnType<typeof createFolderPlaces>,
): Promise<{ item: PlanItem; sizes: readonly number[] }> {
  const place = await places.forFile(pattern.name, pattern.designer, extensionOf(chosen, abilities))
  const alreadyThere = target !== null && place.existing !== null && (await isSame(target, place, material.bytes))
  const planned: PlannedFile = {
    patternId: pattern.id,
    name: pattern.name,
    path: place.folder === '' ? place.name : `${place.folder}/${place.name}`,
    format: chosen.accepted.format,
    source: chosen.kind,
    fromFormat: chosen.file.format,
    ...(chosen.file.isVersion && { version: splitName(chosen.file.name).stem }),
    experimental: chosen.accepted.confidence === 'unknown' || abilities.isExperimental(chosen.accepted.format),
    asks: asks(chosen, machine, abilities),
    exists: place.existing !== null && !alreadyThere,
    alreadyThere,
    warnings: warningsFor(pattern, chosen, place, material, machine, abilities),
  }
  const sizes = [...(alreadyThere ? [] : [material.bytes.length]), ...(material.notes ? [material.notes.length] : [])]
  return { item: { pattern, chosen, place, planned }, sizes }
}

/** Whether she has to say yes first: nobody tried what Bobbin writes in this format. */
export function asks({ kind, accepted }: Chosen, { agreed }: MachinePreset, abilities: FormatAbilities): boolean {
  return (
    kind === 'converted' && abilities.isExperimental(accepted.format) && !(agreed?.includes(accepted.format) ?? false)
  )
}

/** The designer's file keeps its own extension where it is one of the format's, so that QLI.TXT does not become a TXT. */
function extensionOf({ kind, file, accepted }: Chosen, abilities: FormatAbilities): string {
  const given = splitName(file.name).extension.slice(1).toLowerCase()
  if (kind === 'original' && abilities.extensions(accepted.format).includes(given)) return given
  return abilities.writtenExtension(accepted.format, accepted.write?.dialect)
}

async function isSame(target: Target, place: Place, bytes: Uint8Array): Promise<boolean> {
  const there = await readPlaced(target, place.folder, place.name).catch(() => null)
  return there !== null && Buffer.compare(there, bytes) === 0
}

function warningsFor(
  pattern: PatternToSend,
  chosen: Chosen,
  place: Place,
  material: Material,
  machine: MachinePreset,
  abilities: FormatAbilities,
): Warning[] {
  const stem = splitName(place.name).stem
  const format = formatNames([chosen.accepted.format])
  // Notes that go beside are not lost.
  const warnings = material.warnings.filter(warning => !(material.notes && warning.code === 'notes-lost'))
  if (material.facts) warnings.push(...preflight(material.facts, pattern.kind, machine).filter(isNews))
  // The machine reads its own file as it always did: what Bobbin takes the unit for changes nothing. Pieces that were joined are told.
  function isNews({ code }: Warning): boolean {
    if (code === 'several-pieces') return material.warnings.every(warning => warning.code !== 'jumps-joined')
    return !(code === 'size-assumed' && chosen.kind === 'original' && chosen.file.format === 'qli')
  }
  warnings.push(...markWarnings(pattern, chosen, machine))
  if (!abilities.isClosed(chosen.file.format) && (chosen.file.outcome === 'locked' || chosen.file.role === 'locked'))
    warnings.push({
      code: 'locked-to-machine',
      message: 'It is locked to a machine by its designer. It only works on the machine it was bought for.',
    })
  else if (chosen.file.outcome !== 'read')
    warnings.push({
      code: 'cannot-look-inside',
      message: `Bobbin cannot look into ${format}, so it only checks that every byte arrived.`,
    })
  if (stem !== pattern.name)
    warnings.push({ code: 'name-changed', message: `On the stick it is called “${place.name}”.` })
  if (material.notes)
    warnings.push({
      code: 'notes-beside',
      message: `The designer's notes go beside it as “${notesNameFor(place, machine)}”.`,
    })
  return warnings
}

export function notesNameFor(place: Place, machine: MachinePreset): string {
  return notesName(
    splitName(place.name).stem,
    machine.names.longest,
    machine.formats.map(accepted => accepted.format),
    gapOf(machine.names),
  )
}

function roundUp(bytes: number, block: number): number {
  return Math.ceil(bytes / block) * block
}
