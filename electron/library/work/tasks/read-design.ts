import { readFile } from 'node:fs/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { OutputOf } from '#shared/contract/method.ts'
import { readDesign } from '#shared/formats/registry.ts'
import { plainBytes } from '#library/files/plain-bytes.ts'
import type { TaskContext } from '../thread.ts'

export interface DesignToRead {
  /** An original. */
  readonly path: string
  /** What it was called when it came: the reader is chosen by content first, by name second. */
  readonly name: string
}

/**
 * The whole stitching of one original, for looking closely.
 * @throws BobbinError `original-missing`, or the reader's own code when a newer reader refuses what an older one took
 */
export async function readDesignTask(
  { path, name }: DesignToRead,
  { transfer }: TaskContext,
): Promise<OutputOf<LibraryContract['patterns.design']>> {
  const bytes = await readFile(path).catch(() => {
    throw new BobbinError('original-missing', 'The file of this pattern is not on this computer any more.')
  })
  const { reading } = readDesign(plainBytes(bytes), name)
  if (!reading.ok) throw new BobbinError(reading.failure.code, reading.failure.message)
  const runs = reading.value.runs.map(({ ops, coords, pauseBefore, thread }) => ({
    // Cut out of whatever the reader grew them in, so that exactly these bytes are handed over.
    ops: ops.slice(),
    coords: coords.slice(),
    ...(pauseBefore === undefined ? {} : { pauseBefore }),
    ...(thread === undefined ? {} : { thread }),
  }))
  transfer(...runs.flatMap(run => [run.ops.buffer, run.coords.buffer]))
  return { runs }
}
