import { readFile } from 'node:fs/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import { readDesign } from '#shared/formats/registry.ts'
import type { Run } from '#shared/geometry/design.ts'
import type { TaskContext } from '../thread.ts'
import { unpacked } from './keep-and-read.ts'

export interface ReadDesignInput {
  readonly path: string
  /** As the quilter knows it; its extension is the second opinion on what the file is. */
  readonly name: string
}

/**
 * The whole stitching of one file, handed over without copying.
 * @throws BobbinError `original-missing`, or the code and sentence of the reader
 */
export async function readDesignTask(
  { path, name }: ReadDesignInput,
  { transfer }: TaskContext,
): Promise<{ runs: readonly Run[] }> {
  const bytes = await readFile(path).catch(() => {
    throw new BobbinError('original-missing', 'The file of this pattern is missing from your library.', { name })
  })
  const plain = unpacked(bytes)
  if (plain === null)
    throw new BobbinError('file-damaged', 'This file is packed, and the packing is damaged.', { name })
  const { reading } = readDesign(plain, name)
  if (!reading.ok) throw new BobbinError(reading.failure.code, reading.failure.message, { name })
  // Readers may pack several runs into one buffer, and a buffer is handed over only once.
  const buffers = new Set(reading.value.runs.flatMap(run => [run.ops.buffer, run.coords.buffer]))
  transfer(...([...buffers] as ArrayBuffer[]))
  return { runs: reading.value.runs.map(shown) }
}

/** What the window draws; layers stay behind. */
function shown({ ops, coords, pauseBefore, thread }: Run): Run {
  return {
    ops,
    coords,
    ...(pauseBefore === undefined ? {} : { pauseBefore }),
    ...(thread === undefined ? {} : { thread }),
  }
}
