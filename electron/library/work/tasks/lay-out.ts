import { readFile } from 'node:fs/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Into } from '#shared/planning/layout-design.ts'
import type { QuiltPlan } from '#shared/domain/quilt-plan.ts'
import { type FileWriting, layOut, makeFile, type MadeFile, type PatternBytes } from '#library/planning/lay-out.ts'
import type { TaskContext } from '../thread.ts'

export interface OriginalToPlan {
  readonly path: string
  readonly name: string
}

export interface LayOutInput {
  readonly pattern: OriginalToPlan
  readonly corner: OriginalToPlan | null
  readonly plan: QuiltPlan
  readonly into: Into
  /** Which file of the layout, from 0: one at a time, so that a whole quilt is never held at once. */
  readonly index: number
  readonly how: FileWriting
}

export interface LayOutOutput {
  readonly file: MadeFile
  /** How many files the layout has. */
  readonly of: number
}

/** @throws BobbinError `original-missing`, what layout or writer refused with, `check-failed` */
export async function layOutTask(input: LayOutInput, { transfer }: TaskContext): Promise<LayOutOutput> {
  const pattern = await opened(input.pattern)
  const corner = input.corner === null ? null : await opened(input.corner)
  const laid = layOut(pattern, corner, input.plan, input.into)
  const file = makeFile(laid, laid.parts[input.index]!, input.how)
  if (file.bytes.buffer.byteLength === file.bytes.byteLength) transfer(file.bytes.buffer as ArrayBuffer)
  return { file, of: laid.parts.length }
}

async function opened({ path, name }: OriginalToPlan): Promise<PatternBytes> {
  const bytes = await readFile(path).catch(() => {
    throw new BobbinError('original-missing', 'The file of this pattern is not on this computer any more.')
  })
  return { bytes, name }
}
