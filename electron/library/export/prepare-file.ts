import path from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Preparation } from '#shared/contract/library/preparation.ts'
import { readDesign } from '#shared/formats/registry.ts'
import type { FormatId } from '#shared/formats/types.ts'
import { prepareDesign, type PreparedFacts } from '#shared/preparing/prepare-design.ts'
import type { Warning } from '#shared/util/reading.ts'
import { holdAgainst, type Writing, writeDesign } from './design-work.ts'
import { foldedName } from './file-name.ts'
import { BOBBIN_DEFAULTS } from './machines/preset.ts'
import { readGivenFile } from './read-file.ts'
import { writeResult } from './write-result.ts'

export interface PrepareRequest {
  readonly file: string
  readonly out: string
  /** What `out` is written as. */
  readonly to: FormatId
  readonly recipe: Preparation
}

/** The JSON of the command line: a field renamed here is a broken script at somebody's home. */
export interface PreparedFile {
  readonly from: string
  readonly to: string
  readonly facts: PreparedFacts
  /** Two-sided Hausdorff distance between the prepared design and the file read back from the disk. */
  readonly maxDeviationMm: number
  readonly warnings: readonly Warning[]
}

/**
 * Prepares one file, in no library; the result is read back from the disk before it gets its name, and the file it was made from is
 * never touched.
 * @throws BobbinError `would-overwrite-source`, why the file could not be read, what its writer refused, or `check-failed`
 */
export async function prepareFile({ file, out, to, recipe }: PrepareRequest): Promise<PreparedFile> {
  if (foldedName(path.resolve(out)) === foldedName(path.resolve(file)))
    throw new BobbinError(
      'would-overwrite-source',
      'The result would take the place of the pattern. Name another file.',
    )
  const { reading } = readDesign(await readGivenFile(file), file)
  if (!reading.ok) throw new BobbinError(reading.failure.code, reading.failure.message, { ...reading.failure })
  const { design, facts, warnings } = prepareDesign(reading.value, recipe)
  const how: Writing = { to, toleranceMm: BOBBIN_DEFAULTS.toleranceMm }
  const written = writeDesign(design, how)
  const { maxDeviationMm } = await writeResult(path.dirname(out), out, written.bytes, result =>
    holdAgainst(design, result, how),
  )
  return {
    from: file,
    to: out,
    facts,
    maxDeviationMm,
    warnings: [...reading.warnings, ...warnings, ...written.warnings],
  }
}
