/** The files of a planned quilt: made on work threads, put in a folder of hers or kept as new patterns. */
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { OutputOf } from '#shared/contract/method.ts'
import type { PlannedFile, PlannedInto } from '#shared/contract/library/planning.ts'
import { formatInfo } from '#shared/formats/catalogue.ts'
import { formats } from '#shared/formats/registry.ts'
import type { FormatId } from '#shared/formats/types.ts'
import type { QuiltPlan } from '#shared/domain/quilt-plan.ts'
import type { Context } from '../context.ts'
import { type PlannedPattern, plannedPattern } from '../db/tables/plan.ts'
import { registryAbilities } from '../export/abilities.ts'
import { cutName, firstFree, foldedName, nameForFolder, nameForMachine } from '../export/file-name.ts'
import { formatNames } from '../export/choose-source.ts'
import { type AcceptedFormat, BOBBIN_DEFAULTS, called, type MachinePreset } from '../export/machines/preset.ts'
import { notesBeside, notesName, type NotesSource } from '../export/notes-beside.ts'
import { preflight } from '../export/preflight.ts'
import { patternsToSend } from '../export/sending/queries.ts'
import { placeFile } from '../export/target/place-file.ts'
import { listFolder, openTarget, pathIn } from '../export/target/target.ts'
import { trouble, troubleOf } from '../export/target/trouble.ts'
import { knownMachine } from '../machines/known.ts'
import { patternGone } from '../patterns/detail.ts'
import type { LayOutInput, LayOutOutput } from '../work/tasks/lay-out.ts'
import type { FileWriting, MadeFile } from './lay-out.ts'

export interface FilesToMake {
  readonly patternId: string
  readonly name: string
  readonly plan: QuiltPlan
  readonly into: PlannedInto
}

export interface MakingCall {
  readonly signal: AbortSignal
  progress(value: { done: number; total: number }): void
}

type MakingContext = Pick<Context, 'db' | 'originals' | 'pool'>

/** The files one after the other: the next is made when this one was taken. */
export async function* plannedFiles(
  { db, originals, pool }: MakingContext,
  { patternId, plan, into }: FilesToMake,
  how: FileWriting,
  { signal, progress }: MakingCall,
): AsyncGenerator<MadeFile> {
  const sourceOf = async (id: string) => {
    const { hash, fileName } = stitchedPattern(db, id)
    await originals.bring(hash, signal)
    return { path: originals.path(hash), name: fileName }
  }
  const needsCorner = plan.kind === 'border' && plan.border.corners === 'pattern'
  const cornerId = needsCorner ? plan.border.cornerPatternId : null
  const pattern = await sourceOf(patternId)
  const input = { pattern, corner: cornerId === null ? null : await sourceOf(cornerId), plan, into, how }
  for (let index = 0, total = 1; index < total; index++) {
    if (signal.aborted) throw cancelled()
    const made = await pool.run<LayOutOutput>('lay-out', { ...input, index } satisfies LayOutInput, { signal })
    total = made.of
    progress({ done: index, total })
    yield made.file
  }
}

/** @throws BobbinError `pattern-gone`, `no-stitching` */
export function stitchedPattern(db: Context['db'], id: string): PlannedPattern & { readonly hash: string } {
  const pattern = plannedPattern(db, id)
  if (pattern === undefined) throw patternGone(id)
  const { hash } = pattern
  if (hash === null)
    throw new BobbinError(
      'no-stitching',
      'Bobbin cannot show the stitching of this pattern. Its files are kept safe.',
      {
        id,
      },
    )
  return { ...pattern, hash }
}

/** What the window draws: the same stitching as the files are made of. @throws BobbinError as `stitchedPattern`, `original-missing`, `file-not-here-yet` */
export async function readPlannedDesign(
  { db, originals, pool }: MakingContext,
  patternId: string,
  signal: AbortSignal,
): Promise<OutputOf<LibraryContract['planning.design']>> {
  const { hash, fileName } = stitchedPattern(db, patternId)
  await originals.bring(hash, signal)
  return pool.run('read-design', { path: originals.path(hash), name: fileName }, { signal })
}

/** "Row 3", "side 1": what a part of the layout is called behind the name of the plan. */
export function partName(name: string, line: MadeFile['line'], longest: number): string {
  if (line === null) return cutName(name, longest)
  const ending = ` ${line.part} ${line.number}`
  return cutName(name, longest - ending.length) + ending
}

export const LONGEST_NAME = 120

/**
 * Puts the files in a folder. Nothing there is replaced.
 * @throws BobbinError `machine-unknown`, `format-not-written`, as sending does for the folder, and what making a file does
 */
export async function savePlannedFiles(
  context: MakingContext,
  request: FilesToMake & { readonly folder: string; readonly format: string; readonly machineId: string | null },
  call: MakingCall,
): Promise<{ files: PlannedFile[]; texts: number }> {
  const machine = request.machineId === null ? null : knownMachine(context.db, request.machineId, [request.patternId])
  const how = writingFor(request.format, machine)
  const target = await openTarget('folder', request.folder)
  const taken = new Set((await listFolder(target, ''))?.keys())
  const longest = machine?.names.longest ?? LONGEST_NAME
  const named =
    (machine ? nameForMachine(request.name, machine.names) : nameForFolder(request.name, LONGEST_NAME)) || 'Quilt'

  async function place(stem: string, ending: string, bytes: Uint8Array): Promise<string> {
    const name = firstFree(stem, longest, candidate => !taken.has(foldedName(candidate + ending))) + ending
    taken.add(foldedName(name))
    const check = async (readBack: Uint8Array): Promise<void> => {
      if (Buffer.compare(readBack, bytes) !== 0) throw trouble('stick-damaged', 'folder', null)
    }
    try {
      await placeFile(target, { folder: '', name, bytes, replace: false, check })
    } catch (error) {
      const code = troubleOf(error)
      throw code === null ? error : trouble(code, 'folder', null)
    }
    return name
  }

  const files: PlannedFile[] = []
  const notes = new Set<string>()
  const beside = new Set<string>()
  for await (const made of plannedFiles(context, request, how, call)) {
    const name = await place(partName(named, made.line, longest), `.${extensionOf(how.to)}`, made.bytes)
    for (const note of made.notes) notes.add(note)
    for (const line of made.beside) beside.add(line)
    files.push({
      name,
      path: pathIn(target, '', name),
      bytes: made.bytes.length,
      points: made.points,
      maxDeviationMm: made.maxDeviationMm,
      warnings: [...made.warnings, ...(machine ? preflight(made.facts, 'panel', machine) : [])],
    })
  }
  const text = await wordsBeside(context, request, { told: [...beside], inside: [...notes] })
  if (text === null) return { files, texts: 0 }
  const stem = notesName(cutName(named, longest), longest, machine?.formats.map(one => one.format) ?? [how.to])
  await place(stem.replace(/\.txt$/, ''), '.txt', text)
  return { files, texts: 1 }
}

/** The designers' words go beside what is made of their patterns. */
async function wordsBeside(
  { db, originals }: MakingContext,
  { patternId, name }: FilesToMake,
  words: Pick<NotesSource, 'told' | 'inside'>,
): Promise<Uint8Array | null> {
  const [pattern] = patternsToSend(db, [patternId])
  const texts = pattern?.files.filter(file => file.role === 'document' && file.format === 'txt') ?? []
  const documents = await Promise.all(
    texts.map(async file => {
      await originals.bring(file.hash)
      return { name: file.name, bytes: await originals.read(file.hash) }
    }),
  )
  return notesBeside({ patternName: name, designer: pattern?.designer ?? null, documents, ...words })
}

/**
 * For a machine the first of its formats that Bobbin writes and somebody has tried, or that she said yes to; else the one she picked.
 * @throws BobbinError `no-file-for-machine`, `experimental-not-agreed`, `format-not-written`
 */
export function writingFor(format: string, machine: MachinePreset | null): FileWriting {
  const accepted = machine && acceptedBy(machine)
  return {
    to: accepted?.format ?? writtenFormat(format),
    toleranceMm: machine?.toleranceMm ?? BOBBIN_DEFAULTS.toleranceMm,
    startAtOrigin: machine?.startAtOrigin ?? false,
    dialect: accepted?.write?.dialect,
    lineEnd: accepted?.write?.lineEnd,
    isOneLine: machine?.onPieces === 'join',
  }
}

function acceptedBy(machine: MachinePreset): AcceptedFormat {
  const written = machine.formats.filter(one => registryAbilities.writes(one.format) && !SIZELESS.has(one.format))
  const [first] = written
  if (!first) throw new BobbinError('no-file-for-machine', `Bobbin cannot make a file that ${called(machine)} takes.`)
  const sure = written.find(
    one => !registryAbilities.isExperimental(one.format) || machine.agreed?.includes(one.format) === true,
  )
  if (sure) return sure
  throw new BobbinError(
    'experimental-not-agreed',
    `Nobody has told us that ${called(machine)} took a ${formatNames([first.format])} file made by Bobbin. Keep the quilt in your library and send it from there: you are asked first.`,
  )
}

/** Point lists hold no size, and a quilt without its size is none. */
const SIZELESS: ReadonlySet<FormatId> = new Set(['pointlist', 'cqp'])

/** Formats that Bobbin writes, proven ones that keep the size. */
export function plannedFormats(): { id: FormatId; name: string }[] {
  return formats
    .filter(({ info, write }) => write !== undefined && info.write !== 'experimental' && !SIZELESS.has(info.id))
    .map(({ info: { id, name } }) => ({ id, name }))
}

function writtenFormat(asked: string): FormatId {
  const format = formats.find(({ info, write }) => info.id === asked && write !== undefined)
  if (format) return format.info.id
  throw new BobbinError('format-not-written', `Bobbin cannot make ${asked.toUpperCase()} files.`, { format: asked })
}

export function extensionOf(format: FormatId): string {
  return formatInfo(format).extensions[0] ?? format
}
