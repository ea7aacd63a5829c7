import { writeFile } from 'node:fs/promises'
import type { ByteSource } from '#library/import/reading.ts'
import { type ArchiveListing, listArchive } from '#library/import/archive/list-archive.ts'
import { sourceError } from '#library/import/sources/source-error.ts'
import type { TaskContext } from '../thread.ts'
import { SourceReader } from './source.ts'

export interface ListArchiveInput {
  readonly path: string
  readonly roomBytes: number
}

export function listArchiveTask(
  { path, roomBytes }: ListArchiveInput,
  { alive }: TaskContext,
): Promise<ArchiveListing> {
  return listArchive(path, roomBytes, alive)
}

export interface UnpackInput {
  readonly source: ByteSource
  /** A new file in the library's own temporary folder. */
  readonly to: string
}

/** A package inside a package, written out so that its directory can be read. Not synced: it is gone again in a moment. */
export async function unpackTask({ source, to }: UnpackInput, { alive }: TaskContext): Promise<void> {
  const reader = new SourceReader()
  async function* checked() {
    try {
      for await (const chunk of reader.stream(source)) {
        alive()
        yield chunk
      }
    } catch (error) {
      throw sourceError(error)
    }
  }
  try {
    await writeFile(to, checked(), { flag: 'wx' })
  } finally {
    reader.close()
  }
}
