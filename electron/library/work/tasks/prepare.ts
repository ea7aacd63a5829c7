import { readFile } from 'node:fs/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { OutputOf } from '#shared/contract/method.ts'
import { readDesign } from '#shared/formats/registry.ts'
import { readSvg } from '#shared/formats/svg/read.ts'
import { writeSvg } from '#shared/formats/svg/write.ts'
import type { Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { prepareDesign } from '#shared/preparing/prepare-design.ts'
import { withVersionMark } from '#shared/preparing/version-mark.ts'
import type { Preparation } from '#shared/contract/library/preparation.ts'
import { plainBytes } from '#library/files/plain-bytes.ts'
import type { TaskContext } from '../thread.ts'

export interface PrepareTask {
  /** An original. */
  readonly path: string
  /** What it was called when it came. */
  readonly name: string
  readonly recipe: Preparation
  /** SHA-256 of the original. */
  readonly hash: string
}

type Preview = Omit<OutputOf<LibraryContract['preparing.preview']>, 'fromHash'>

/**
 * What a recipe makes of a file, to be looked at.
 * @throws BobbinError `original-missing`, or the reader's own code
 */
export async function previewTask(task: PrepareTask, { transfer, alive }: TaskContext): Promise<Preview> {
  const { design, facts, warnings } = prepareDesign(await designIn(task), task.recipe, alive)
  const runs = design.runs.map(({ ops, coords }) => ({ ops: ops.slice(), coords: coords.slice() }))
  transfer(...runs.flatMap(run => [run.ops.buffer, run.coords.buffer]))
  return { runs, facts, warnings: [...warnings] }
}

/** Four decimals of a millimetre are kept; this is the sum of a place's rounding and an arc's. */
const KEPT_WITHIN_MM = 0.005

/**
 * What a recipe makes of a file, as the bytes of a new one. It is an SVG in true size, the one format Bobbin writes that holds everything a
 * design has: arcs, free curves, pauses with their words, threads, notes and a stated size, to a ten-thousandth of a millimetre.
 * What a machine can take of that is its own format's matter, when the version is sent. Read back before it is handed over.
 * @throws BobbinError as above, or the writer's code, or `check-failed`
 */
export async function prepareFileTask(task: PrepareTask, { transfer, alive }: TaskContext): Promise<Uint8Array> {
  const { design } = prepareDesign(await designIn(task), task.recipe, alive)
  const written = writeSvg(design)
  if (!written.ok) throw new BobbinError(written.failure.code, written.failure.message)
  const { bytes } = written.value
  alive()
  if (!isSame(design, bytes))
    throw new BobbinError('check-failed', 'We read the version back and it was not the same. It was not kept.')
  const own = withVersionMark(bytes, { madeFrom: task.hash, recipe: task.recipe })
  transfer(own.buffer)
  return own
}

function isSame(design: Design, bytes: Uint8Array): boolean {
  const back = readSvg(bytes)
  if (!back.ok || back.value.runs.length !== design.runs.length) return false
  return hausdorff(design, back.value).distanceMm <= KEPT_WITHIN_MM
}

/** While she tries things out, the same file is asked for again and again. */
let last: { readonly path: string; readonly design: Design } | null = null

async function designIn({ path, name }: PrepareTask): Promise<Design> {
  if (last?.path === path) return last.design
  const bytes = await readFile(path).catch(() => {
    throw new BobbinError('original-missing', 'The file of this pattern is not on this computer any more.')
  })
  const { reading } = readDesign(plainBytes(bytes), name)
  if (!reading.ok) throw new BobbinError(reading.failure.code, reading.failure.message)
  last = { path, design: reading.value }
  return reading.value
}
