/** Planning a quilt with a file, for the command line: the figures, and the files in a folder. */
import path from 'node:path'
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { PlannedInto } from '#shared/contract/library/planning.ts'
import type { QuiltPlan } from '#shared/domain/quilt-plan.ts'
import { type Figures, figuresOf } from '#shared/planning/figures.ts'
import { howOf, type PlannedLayout } from '#shared/planning/plan-layout.ts'
import { stepsOf } from '#shared/planning/stitching.ts'
import type { Warning } from '#shared/util/reading.ts'
import { nameForFolder, nameForMachine } from '../export/file-name.ts'
import { machineById } from '../export/machines/catalogue.ts'
import { readGivenFile } from '../export/read-file.ts'
import { writeResult } from '../export/write-result.ts'
import { layOut, makeFile, type PatternBytes } from './lay-out.ts'
import { extensionOf, LONGEST_NAME, partName, writingFor } from './make-files.ts'

export interface PlanFileRequest {
  readonly file: string
  /** For the corners of a border. */
  readonly cornerFile?: string
  readonly plan: QuiltPlan
  /** Absent: only the figures. */
  readonly out?: string
  readonly into: PlannedInto
  readonly format: string
  readonly machineId?: string
  /** What the files are called; default: as the pattern's file. */
  readonly name?: string
}

export interface PlannedQuilt {
  readonly layout: PlannedLayout
  readonly figures: Figures
  readonly files: readonly {
    readonly file: string
    readonly points: number
    readonly maxDeviationMm: number
    readonly warnings: readonly Warning[]
  }[]
}

/**
 * Lays the pattern of a file out. Every file is read back and compared before it gets its name; what an earlier call left is replaced.
 * @throws BobbinError what reading, laying out or writing refused with
 */
export async function planFile(
  request: PlanFileRequest,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): Promise<PlannedQuilt> {
  const { plan, out, into } = request
  const pattern = await given(request.file)
  const corner = request.cornerFile === undefined ? null : await given(request.cornerFile)
  const machine = request.machineId === undefined ? null : (machineById(request.machineId) ?? unknownMachine(request))
  // One file of a very large quilt is refused; its figures are told all the same.
  const laid = layOut(pattern, corner, plan, out === undefined ? 'per-line' : into)
  const figures = figuresOf(stepsOf(laid.sources, laid.layout, howOf(plan)), plan.sewing)
  if (out === undefined) return { layout: laid.layout, figures, files: [] }

  const how = writingFor(request.format, machine)
  const called = request.name ?? path.parse(request.file).name
  const longest = machine?.names.longest ?? LONGEST_NAME
  const stem = (machine ? nameForMachine(called, machine.names) : nameForFolder(called, LONGEST_NAME)) || 'Quilt'
  const files: PlannedQuilt['files'][number][] = []
  for (const [index, part] of laid.parts.entries()) {
    if (signal?.aborted) throw cancelled()
    const made = makeFile(laid, part, how)
    const to = path.join(out, `${partName(stem, made.line, longest)}.${extensionOf(how.to)}`)
    if (path.resolve(to) === path.resolve(request.file))
      throw new BobbinError(
        'file-exists',
        'The planned quilt would replace the pattern. Choose another folder or name.',
      )
    await writeResult(out, to, made.bytes, readBack => {
      if (Buffer.compare(readBack, made.bytes) !== 0)
        throw new BobbinError(
          'check-failed',
          'We read the new file back and it was not the same. It was taken away again.',
        )
    })
    const { points, maxDeviationMm, warnings } = made
    files.push({ file: to, points, maxDeviationMm, warnings })
    onProgress?.(index + 1, laid.parts.length)
  }
  return { layout: laid.layout, figures, files }
}

async function given(file: string): Promise<PatternBytes> {
  return { bytes: await readGivenFile(file), name: path.basename(file) }
}

function unknownMachine({ machineId }: PlanFileRequest): never {
  throw new BobbinError(
    'machine-unknown',
    `Bobbin knows no machine "${machineId}". The command "machines" lists them.`,
    {
      id: machineId,
    },
  )
}
