import { readFile } from 'node:fs/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Run } from '#shared/geometry/design.ts'
import { readDesign } from '#shared/formats/registry.ts'
import type { TaskContext } from '../thread.ts'

type ShownRun = Pick<Run, 'ops' | 'coords' | 'pauseBefore' | 'thread'>

/**
 * The stitching of a kept file, for looking closely. Its buffers are handed over, not copied.
 * @throws BobbinError with the reader's code and sentence, or `original-missing`
 */
export async function readDesignTask(
  { path, name }: { path: string; name: string },
  { transfer }: TaskContext,
): Promise<{ runs: ShownRun[] }> {
  const bytes = await readFile(path).catch(() => {
    throw new BobbinError('original-missing', 'The file of this pattern is not where Bobbin keeps it.', { name })
  })
  const { reading } = readDesign(bytes, name)
  if (!reading.ok) throw new BobbinError(reading.failure.code, reading.failure.message, { name })
  const runs = reading.value.runs.map(({ ops, coords, pauseBefore, thread }) => ({
    ops,
    coords,
    ...(pauseBefore === undefined ? {} : { pauseBefore }),
    ...(thread === undefined ? {} : { thread }),
  }))
  // Readers may keep several runs in one buffer; a buffer can be handed over only once.
  transfer(...new Set(runs.flatMap(run => [run.ops.buffer as ArrayBuffer, run.coords.buffer as ArrayBuffer])))
  return { runs }
}
