/** Large files come in pieces that stay on the disk: whatever cuts the way, the next try goes on behind the last byte that came. */
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeError } from '#library/files/disk-error.ts'
import { hashOfFile } from '#library/files/hash-of-file.ts'
import { makeFolder } from '#library/files/make-folder.ts'
import type { Originals } from '#library/files/originals.ts'
import type { FileCloud } from './cloud.ts'

/** Half-way files, beside the originals so that they are on the same disk. */
const folderIn = (originalsDir: string): string => join(originalsDir, '.coming')

/**
 * Fetches one file and keeps it.
 * @returns `kept`; `absent`: the cloud does not have it; `wrong`: what came is not what its name says, and nothing of it stays
 * @throws CloudTrouble when the way breaks off; BobbinError when the disk fails
 */
export async function fetchLarge(
  cloud: FileCloud,
  originals: Originals,
  originalsDir: string,
  hash: string,
): Promise<'kept' | 'absent' | 'wrong'> {
  const folder = folderIn(originalsDir)
  await makeFolder(folder).catch(error => {
    throw writeError(error)
  })
  const path = join(folder, hash)
  const file = await open(path, 'a+').catch(error => {
    throw writeError(error)
  })
  try {
    if (!(await fill(cloud, file, hash))) return 'absent'
  } finally {
    await file.close()
  }
  if ((await hashOfFile(path)) !== hash) {
    await rm(path, { force: true })
    return 'wrong'
  }
  await originals.keep(createReadStream(path))
  await rm(path, { force: true })
  return 'kept'
}

/** @returns false when the cloud does not have it */
async function fill(cloud: FileCloud, file: FileHandle, hash: string): Promise<boolean> {
  const { size } = await file.stat()
  const coming = await cloud.fetchFrom(hash, size)
  if (coming === null) return false
  if (coming.from !== size) await file.truncate(coming.from)
  // More is here than there is there: begun anew.
  if (coming.total < 0 && size > 0) return fill(cloud, file, hash)
  for await (const chunk of coming.chunks) {
    await file.appendFile(chunk).catch(error => {
      throw writeError(error)
    })
  }
  return true
}

/** Half-way files of which nobody knows any more. */
export async function sweepComing(originalsDir: string, isWanted: (hash: string) => boolean): Promise<void> {
  const folder = folderIn(originalsDir)
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isWanted(name)) await rm(join(folder, name), { force: true })
  }
}
