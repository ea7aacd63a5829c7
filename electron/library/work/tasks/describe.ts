import { readFile } from 'node:fs/promises'
import { readDesign } from '#shared/formats/registry.ts'
import { describe, type Description } from '#shared/shape/describe.ts'
import { plainBytes } from '#library/files/plain-bytes.ts'
import type { TaskContext } from '../thread.ts'
import type { DesignToRead } from './read-design.ts'

/** What these originals look like, in their order. Null for a file that is gone, cannot be read, or has nothing to describe. */
export async function describeTask(
  designs: readonly DesignToRead[],
  { alive, signal }: TaskContext,
): Promise<(Description | null)[]> {
  const described: (Description | null)[] = []
  for (const design of designs) {
    signal.throwIfAborted()
    alive()
    described.push(await describeFile(design))
  }
  return described
}

async function describeFile({ path, name }: DesignToRead): Promise<Description | null> {
  try {
    const { reading } = readDesign(plainBytes(await readFile(path)), name)
    return reading.ok ? describe(reading.value) : null
  } catch {
    // Rereading tells of files that are gone or unreadable; here they merely look like nothing.
    return null
  }
}
