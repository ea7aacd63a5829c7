import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import { writtenExtension } from '#shared/formats/catalogue.ts'
import { detect } from '#shared/formats/detect.ts'
import type { FormatId } from '#shared/formats/types.ts'
import type { Warning } from '#shared/util/reading.ts'
import type { StitchFacts } from './bundle.ts'
import { formatNames } from './choose-source.ts'
import { compare, convert } from './design-work.ts'
import type { ConvertedFile, ConvertRequest, FileCommandOptions } from './file-commands.ts'
import { foldedName, gapOf, nameForFolder, nameForMachine } from './file-name.ts'
import { numberedFile } from './folder-places.ts'
import { machineById } from './machines/catalogue.ts'
import { BOBBIN_DEFAULTS, called, type MachinePreset } from './machines/preset.ts'
import { notesBeside, notesName } from './notes-beside.ts'
import { preflight } from './preflight.ts'
import { readGivenFile } from './read-file.ts'
import { writeResult } from './write-result.ts'
import type { Recipe } from './workshop.ts'

const LONGEST_NAME = 120

/**
 * Converts files to one format. Every result is written, read back from the disk and compared before it gets its name; one that
 * fails leaves nothing, and the others go on. What an earlier call left is replaced; a source never is, and two sources of one name
 * both get a result.
 * @throws BobbinError `machine-unknown`, or when nothing can be written to `out` at all
 */
export async function convertFiles(
  request: ConvertRequest,
  { signal, onProgress }: FileCommandOptions = {},
): Promise<ConvertedFile[]> {
  const machine = request.machineId === undefined ? null : machineOf(request.machineId)
  const sources = new Set(request.files.map(file => foldedName(path.resolve(file))))
  const given = new Set<string>()
  const results: ConvertedFile[] = []
  for (const [index, file] of request.files.entries()) {
    if (signal?.aborted) throw cancelled()
    const to = path.join(
      request.out,
      resultName(file, request, machine, name => {
        const key = foldedName(path.resolve(request.out, name))
        return !given.has(key) && !sources.has(key)
      }),
    )
    given.add(foldedName(path.resolve(to)))
    results.push(await convertOne(file, to, request, machine))
    onProgress?.({ done: index + 1, total: request.files.length, file })
  }
  return results
}

async function convertOne(
  from: string,
  to: string,
  request: ConvertRequest,
  machine: MachinePreset | null,
): Promise<ConvertedFile> {
  try {
    const original = await readGivenFile(from)
    const recipe = recipeOf(detect(original, from).format, request, machine)
    const made = convert({ bytes: original, recipe })
    const { points, maxDeviationMm } = await writeResult(request.out, to, made.bytes, result =>
      compare({ original, recipe, result }),
    )
    if (made.beside.length > 0) await writeBeside(request.out, to, made.beside)
    const warnings = [...made.warnings, ...(machine ? machineWarnings(made.facts, request.to, machine) : [])]
    return { from, to, ok: true, maxDeviationMm, points, warnings }
  } catch (error) {
    if (!(error instanceof BobbinError)) throw error
    const { code, message, detail } = error
    const line = typeof detail['line'] === 'number' ? { line: detail['line'] } : {}
    const maxDeviationMm = typeof detail['maxDeviationMm'] === 'number' ? detail['maxDeviationMm'] : null
    return { from, to: null, ok: false, maxDeviationMm, points: null, warnings: [], error: { code, message, ...line } }
  }
}

/** `feather.xy` gets `feather notes.txt`: a bare `feather.txt` may be hers, or a list of points itself. No text is replaced. */
async function writeBeside(out: string, to: string, beside: readonly string[]): Promise<void> {
  const { name } = path.parse(to)
  const text = notesBeside({ patternName: name, designer: null, documents: [], inside: [], told: beside })
  if (text === null) return
  const wanted = notesName(name, LONGEST_NAME, ['pointlist'])
  for (let number = 1; ; number++) {
    const file = path.join(out, numberedFile(wanted, number, LONGEST_NAME))
    const there = await readFile(file).catch(() => null)
    if (there !== null && Buffer.compare(there, text) !== 0) continue
    if (there === null) await writeResult(out, file, text, () => undefined)
    return
  }
}

function machineWarnings(facts: StitchFacts, to: FormatId, machine: MachinePreset): Warning[] {
  const warnings = preflight(facts, 'other', machine)
  if (machine.formats.some(accepted => accepted.format === to)) return warnings
  const message = `Nothing says that ${called(machine)} takes ${formatNames([to])}.`
  return [{ code: 'format-not-for-machine', message }, ...warnings]
}

function recipeOf(from: Recipe['from'], request: ConvertRequest, machine: MachinePreset | null): Recipe {
  const accepted = machine?.formats.find(format => format.format === request.to)
  const { widthMm, rotateDegrees, mirror } = request
  return {
    from,
    to: request.to,
    toleranceMm: request.toleranceMm ?? machine?.toleranceMm ?? BOBBIN_DEFAULTS.toleranceMm,
    startAtOrigin: machine?.startAtOrigin ?? false,
    dialect: dialectOf(request, machine),
    lineEnd: accepted?.write?.lineEnd,
    reshape: {
      ...(widthMm === undefined ? {} : { widthMm }),
      ...(rotateDegrees === undefined ? {} : { rotateDegrees }),
      ...(mirror === undefined ? {} : { mirror }),
    },
  }
}

function dialectOf({ to, dialect }: ConvertRequest, machine: MachinePreset | null): string | undefined {
  return dialect ?? machine?.formats.find(format => format.format === to)?.write?.dialect
}

function resultName(
  file: string,
  request: ConvertRequest,
  machine: MachinePreset | null,
  isFree: (name: string) => boolean,
): string {
  const given = path.parse(file).name
  const stem = (machine ? nameForMachine(given, machine.names) : nameForFolder(given, LONGEST_NAME)) || 'Pattern'
  const name = `${stem}.${writtenExtension(request.to, dialectOf(request, machine))}`
  for (let number = 1; ; number++) {
    const rule = machine?.names ?? { longest: LONGEST_NAME, marks: ' ' }
    const candidate = numberedFile(name, number, rule.longest, gapOf(rule))
    if (isFree(candidate)) return candidate
  }
}

function machineOf(id: string): MachinePreset {
  const machine = machineById(id)
  if (machine) return machine
  throw new BobbinError('machine-unknown', `Bobbin knows no machine "${id}". The command "machines" lists them.`, {
    id,
  })
}
