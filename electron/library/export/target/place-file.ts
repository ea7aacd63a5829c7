/**
 * One file onto the target so that it is there whole or not at all: written beside under a name of our own, flushed, read back
 * from a newly opened file, checked by the caller, and only then given its name.
 *
 * What "read back" can prove: the file is opened anew after fsync, but a system may still answer from its own memory; no portable
 * call drops that. The eject at the end makes the system write everything out, and it is asked for last.
 */
import { randomBytes } from 'node:crypto'
import { lstat, open, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { pathIn, type Target } from './target.ts'

/** Names of our unfinished files; nothing else on a target is ever removed. */
const UNFINISHED = /^bobbin-[0-9a-f]{16}\.part$/

export interface Placement {
  readonly folder: string
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether a file of this name may be replaced. */
  readonly replace: boolean
  /** Looks at what was read back; throws when it is not what it should be. */
  check(readBack: Uint8Array): Promise<void>
}

export class NameTaken extends Error {}

/** @throws NameTaken when something of this name is there that may not be replaced; otherwise what the system or `check` threw */
export async function placeFile(target: Target, placement: Placement): Promise<void> {
  const unfinished = pathIn(target, placement.folder, `bobbin-${randomBytes(8).toString('hex')}.part`)
  const final = pathIn(target, placement.folder, placement.name)
  try {
    await writeFlushed(unfinished, placement.bytes)
    await placement.check(await readFile(unfinished))
    await refuseTaken(final, placement.replace)
    await rename(unfinished, final)
  } catch (error) {
    await removeOurs(unfinished)
    throw error
  }
  await flushFolder(pathIn(target, placement.folder))
}

/** The bytes under this name, read anew. */
export function readPlaced(target: Target, folder: string, name: string): Promise<Uint8Array> {
  return readFile(pathIn(target, folder, name))
}

/** Takes away a file that we wrote; silent when it cannot be reached any more. */
export async function removeOurs(file: string): Promise<void> {
  try {
    await unlink(file)
  } catch {
    // Gone with the stick, or never made: either way there is nothing of ours that can still be removed.
  }
}

/** Removes what an earlier sending left unfinished when its stick was pulled out. */
export async function removeUnfinished(target: Target, folder: string): Promise<void> {
  const names = await readdir(pathIn(target, folder)).catch(() => [])
  for (const name of names) if (UNFINISHED.test(name)) await removeOurs(pathIn(target, folder, name))
}

/** Makes the folder's own entries lasting. Windows and some drivers cannot, and need not, flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  if (!handle) return
  try {
    await handle.sync()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'EINVAL' && code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EISDIR' && code !== 'EBADF')
      throw error
  } finally {
    await handle.close()
  }
}

/** Makes a file that is not there yet and lets it reach the disk. */
export async function writeFlushed(file: string, bytes: Uint8Array): Promise<void> {
  // 'wx' makes a new file or fails: a link planted under this name is not followed.
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function refuseTaken(file: string, replace: boolean): Promise<void> {
  const found = await lstat(file).catch(() => null)
  if (found && !(replace && found.isFile())) throw new NameTaken(file)
}
