/**
 * Writing a plan: each file whole and checked before it gets its name, then all of them read once more, then the eject. Whatever
 * goes wrong, what is on the target under a pattern's name was checked, and nothing of ours is left half-written.
 */
import { createHash } from 'node:crypto'
import { rmdir } from 'node:fs/promises'
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { SendProgress, SendReport, SentFile } from '#shared/contract/library/sending.ts'
import type { Drives } from '#library/drives/types.ts'
import { numberedFile } from '#library/export/folder-places.ts'
import { foldedName, gapOf } from '#library/export/file-name.ts'
import type { MachinePreset, NameRule } from '#library/export/machines/preset.ts'
import { NameTaken, placeFile, readPlaced, removeOurs, removeUnfinished } from '#library/export/target/place-file.ts'
import { isStillThere, listFolder, makeFolder, pathIn, type Target } from '#library/export/target/target.ts'
import { type Tally, trouble, troubleOf } from '#library/export/target/trouble.ts'
import type { Workshop } from '#library/export/workshop.ts'
import { type Material, type Materials, recipeFor } from './materials.ts'
import { type FullPlan, notesNameFor, type PlanItem } from './plan.ts'

export type OnExisting = 'skip' | 'replace' | 'keep-both'

export interface SendInput {
  readonly plan: FullPlan
  readonly target: Target
  readonly machine: MachinePreset
  readonly onExisting: OnExisting
  readonly materials: Materials
  readonly workshop: Workshop
  /** Whether the system still lists the stick: a driver may answer an error long before it notices that the stick is gone. */
  readonly isListed: () => Promise<boolean>
  readonly signal: AbortSignal
  /** Asked before each file; false ends the sending there, and what is written is checked. Absent: nobody holds it. */
  readonly gate?: (done: number) => Promise<boolean>
  /** Hears of each pattern as soon as it is on the target, checked, or stays here. */
  readonly told?: (line: SendLine) => void
  /** Hears of a pattern that was on the target and failed the last look: it is not there any more. */
  readonly lost?: (patternId: string) => void
  progress(value: SendProgress): void
}

export type SendLine =
  | { readonly state: 'written'; readonly file: SentFile }
  | { readonly state: 'skipped'; readonly file: SendReport['skipped'][number] }

interface Placed {
  readonly item: PlanItem
  readonly folder: string
  readonly name: string
  readonly hash: string
  readonly notes: Uint8Array | null
  readonly sent: SentFile
}

export interface Sending {
  readonly written: readonly SentFile[]
  readonly skipped: SendReport['skipped']
  /** What ended it early; what is in `written` is on the target all the same, checked. */
  readonly stoppedBy: unknown
}

/** Never rejects: what was written has to be told and remembered also when the stick was pulled out. */
export async function send(input: SendInput): Promise<Sending> {
  const { plan, target, signal, progress } = input
  const total = plan.items.length
  const placed: Placed[] = []
  const skipped = [...plan.plan.skipped]
  const made = new Set<string>()
  for (const file of skipped) input.told?.({ state: 'skipped', file })
  try {
    for (const [index, item] of plan.items.entries()) {
      if (signal.aborted) throw cancelled()
      const mayGoOn = (await input.gate?.(index)) ?? true
      if (signal.aborted) throw cancelled()
      if (!mayGoOn) break
      progress({ step: 'writing', done: index, total, file: item.planned.path })
      if (!(await isStillThere(target))) throw trouble('stick-removed', target.kind, null)
      const result = await sendOne(input, item, made)
      if (result instanceof BobbinError) {
        const { code, message } = result
        const file = { patternId: item.pattern.id, name: item.pattern.name, code, message }
        skipped.push(file)
        input.told?.({ state: 'skipped', file })
      } else {
        placed.push(result)
        input.told?.({ state: 'written', file: result.sent })
        // After the pattern counts: a text that no longer fits must not make a good pattern look lost.
        if (result.notes) await placeNotes(input, item, result.name, result.notes)
      }
    }
    await checkAll(input, placed)
    return { written: placed.map(one => one.sent), skipped, stoppedBy: null }
  } catch (error) {
    await removeEmptyFolders(target, made)
    const stoppedBy = await explained(error, input, { done: placed.length, total })
    return { written: placed.map(one => one.sent), skipped, stoppedBy }
  }
}

/** The file on the target, or why this one pattern was left out. Throws what ends the whole sending. */
async function sendOne(input: SendInput, item: PlanItem, made: Set<string>): Promise<Placed | BobbinError> {
  const { target, machine, materials, signal } = input
  let material: Material
  try {
    material = await materials.of(item.pattern, item.chosen, machine, signal)
  } catch (error) {
    if (error instanceof BobbinError && error.code !== 'cancelled') return error
    throw error
  }
  const folder = await makeFolder(target, item.place.folder)
  if (folder === 'not-ours') return leftAsItIs()
  if (folder === 'made') made.add(item.place.folder)
  else await removeUnfinished(target, item.place.folder)
  const written = await writeOne(input, item, material)
  if (written instanceof BobbinError) return written
  return {
    item,
    folder: item.place.folder,
    name: written.name,
    hash: sha256(material.bytes),
    notes: material.notes,
    sent: {
      patternId: item.pattern.id,
      name: item.pattern.name,
      file: item.place.folder === '' ? written.name : `${item.place.folder}/${written.name}`,
      format: item.chosen.accepted.format,
      bytes: material.bytes.length,
      verified: true,
      source: item.chosen.kind,
      fromFormat: item.chosen.file.format,
      ...(item.planned.version !== undefined && { version: item.planned.version }),
      maxDeviationMm: written.maxDeviationMm,
      experimental: item.planned.experimental,
      warnings: [...item.planned.warnings],
    },
  }
}

interface Written {
  readonly name: string
  readonly maxDeviationMm: number | null
}

async function writeOne(input: SendInput, item: PlanItem, material: Material): Promise<Written | BobbinError> {
  const { target, onExisting, machine } = input
  const { folder } = item.place
  const checker = checkerFor(input, item, material)
  let { name } = item.place
  if (await holds(target, folder, name, material.bytes)) {
    await checker.check(material.bytes)
    return { name, maxDeviationMm: checker.deviation() }
  }
  const isTaken = (await listFolder(target, folder))?.has(foldedName(name)) ?? false
  if (isTaken && onExisting === 'skip') return leftAsItIs()
  if (isTaken && onExisting === 'keep-both') {
    const free = await freeOrSame(target, folder, name, machine.names, material.bytes)
    name = free.name
    if (free.isSame) {
      await checker.check(material.bytes)
      return { name, maxDeviationMm: checker.deviation() }
    }
  }
  try {
    const replace = onExisting === 'replace'
    await placeFile(target, { folder, name, bytes: material.bytes, replace, check: checker.check })
  } catch (error) {
    if (error instanceof NameTaken) return leftAsItIs()
    if (error instanceof BobbinError && error.code === 'check-failed') return error
    throw error
  }
  return { name, maxDeviationMm: checker.deviation() }
}

function leftAsItIs(): BobbinError {
  return new BobbinError('file-exists', 'Something else of this name is there already. It was left as it is.')
}

/** Every byte, and for a file we made also the stitching, read anew from what came back. */
function checkerFor({ target, machine, materials, workshop, signal }: SendInput, item: PlanItem, material: Material) {
  let deviation: number | null = null
  return {
    deviation: () => deviation,
    async check(readBack: Uint8Array): Promise<void> {
      if (Buffer.compare(readBack, material.bytes) !== 0) throw trouble('stick-damaged', target.kind, null)
      if (item.chosen.kind === 'original') return
      const original = await materials.original(item.chosen.file.hash)
      const recipe = recipeFor(item.chosen, machine)
      deviation = (await workshop.compare({ original, recipe, result: readBack }, signal)).maxDeviationMm
    },
  }
}

async function holds(target: Target, folder: string, name: string, bytes: Uint8Array): Promise<boolean> {
  const entry = (await listFolder(target, folder))?.get(foldedName(name))
  if (entry?.kind !== 'file') return false
  return Buffer.compare(await readPlaced(target, folder, entry.name), bytes) === 0
}

/** `Plume 2.qli`, the first number that is free or already holds these very bytes. */
async function freeOrSame(
  target: Target,
  folder: string,
  name: string,
  rule: NameRule,
  bytes: Uint8Array,
): Promise<{ name: string; isSame: boolean }> {
  const listing = await listFolder(target, folder)
  for (let number = 1; ; number++) {
    const candidate = numberedFile(name, number, rule.longest, gapOf(rule))
    if (!listing?.has(foldedName(candidate))) return { name: candidate, isSame: false }
    if (await holds(target, folder, candidate, bytes)) return { name: candidate, isSame: true }
  }
}

/** Notes never replace anything: a text of that name may be somebody's own. */
async function placeNotes(input: SendInput, item: PlanItem, name: string, notes: Uint8Array): Promise<void> {
  const { target, machine } = input
  const { folder } = item.place
  const wanted = notesNameFor({ ...item.place, name }, machine)
  const free = await freeOrSame(target, folder, wanted, machine.names, notes)
  if (free.isSame) return
  const check = async (readBack: Uint8Array): Promise<void> => {
    if (Buffer.compare(readBack, notes) !== 0) throw trouble('stick-damaged', target.kind, null)
  }
  await placeFile(target, { folder, name: free.name, bytes: notes, replace: false, check })
}

/** The last look, when everything is written: a worn stick may lose an early file while a late one is written. */
async function checkAll(input: SendInput, placed: Placed[]): Promise<void> {
  const { target, progress, signal } = input
  const total = placed.length
  for (const [index, one] of [...placed].entries()) {
    if (signal.aborted) throw cancelled()
    progress({ step: 'checking', done: index, total, file: one.sent.file })
    const bytes = await readPlaced(target, one.folder, one.name)
    if (sha256(bytes) === one.hash) continue
    await removeOurs(pathIn(target, one.folder, one.name))
    placed.splice(placed.indexOf(one), 1)
    input.lost?.(one.sent.patternId)
    throw trouble('stick-damaged', target.kind, null)
  }
  progress({ step: 'checking', done: total, total, file: '' })
}

/** Folders of ours in which nothing landed; one with anything in it stays (rmdir refuses). */
async function removeEmptyFolders(target: Target, made: ReadonlySet<string>): Promise<void> {
  for (const folder of made) await rmdir(pathIn(target, folder)).catch(() => undefined)
}

/** What happened as a sentence with "7 of 12 are on it"; a mistake of ours goes on as it is. */
async function explained(error: unknown, { target, isListed }: SendInput, tally: Tally): Promise<unknown> {
  if (error instanceof BobbinError && error.code === 'cancelled')
    return new BobbinError('cancelled', `This was stopped. ${tally.done} of ${tally.total} are there, checked.`, {
      ...tally,
    })
  const code = error instanceof BobbinError ? troubleCode(error) : troubleOf(error)
  if (code === null) return error
  const isGone = !(await isStillThere(target)) || !(await isListed())
  return trouble(isGone ? 'stick-removed' : code, target.kind, tally)
}

function troubleCode(error: BobbinError) {
  return error.code === 'stick-damaged' || error.code === 'stick-removed' ? error.code : null
}

/** Lets the stick go. A system that cannot be asked is no proof that it may be pulled out. */
export async function letGo(drives: Drives, stickId: string): Promise<SendReport['after']> {
  return drives.eject(stickId).catch(() => 'please-eject' as const)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
