/**
 * The place she sends to. Bobbin works in one level of folders below it and nowhere else: every name is joined here, links are
 * never followed, and the place is recognised by its device so that a stick pulled out is not mistaken for the empty folder it
 * was mounted on.
 */
import { constants } from 'node:fs'
import { access, lstat, mkdir, readdir, realpath, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { foldedName } from '#library/export/file-name.ts'
import { type TargetKind, trouble, troubleOf } from './trouble.ts'

export interface Target {
  readonly kind: TargetKind
  /** Real path, links resolved once. */
  readonly root: string
  readonly device: number
  readonly inode: number
}

type EntryKind = 'file' | 'folder' | 'other'

export interface Entry {
  /** As spelled on the target. */
  readonly name: string
  readonly kind: EntryKind
}

/** Entries of a folder by folded name: FAT and most systems do not tell `Plume.qli` from `PLUME.QLI`. */
export type Listing = ReadonlyMap<string, Entry>

/** @throws BobbinError `stick-missing` or `stick-read-only` */
export async function openTarget(kind: TargetKind, chosen: string): Promise<Target> {
  try {
    const root = await realpath(chosen)
    const found = await stat(root)
    if (!found.isDirectory()) throw trouble('stick-missing', kind, null)
    await access(root, constants.W_OK)
    return { kind, root, device: found.dev, inode: found.ino }
  } catch (error) {
    const code = troubleOf(error)
    if (code === null) throw error
    throw trouble(code === 'stick-removed' ? 'stick-missing' : code, kind, null)
  }
}

/** Whether the target still is what was opened. */
export async function isStillThere(target: Target): Promise<boolean> {
  try {
    const found = await stat(target.root)
    return found.isDirectory() && found.dev === target.device && found.ino === target.inode
  } catch {
    return false
  }
}

/** Free bytes and the size of the blocks that files are rounded up to; null where the system does not say. */
export async function spaceOn(target: Target): Promise<{ freeBytes: number; blockBytes: number } | null> {
  try {
    const found = await statfs(target.root)
    return { freeBytes: found.bavail * found.bsize, blockBytes: found.bsize }
  } catch {
    return null
  }
}

/** Path of a folder below the target (empty: the target itself) or of an entry in it. Refuses anything that is not one plain name. */
export function pathIn(target: Target, folder: string, name?: string): string {
  for (const part of [folder, name]) {
    if (part === undefined || part === '') continue
    if (part === '.' || part === '..' || /[/\\\0]/.test(part)) throw new Error(`not a plain name: ${part}`)
  }
  return path.join(target.root, folder, name ?? '')
}

/** Entries of a folder of the target; null when there is no such folder. A link counts as `other`, also one to a folder. */
export async function listFolder(target: Target, folder: string): Promise<Listing | null> {
  const at = pathIn(target, folder)
  try {
    if (!(await lstat(at)).isDirectory()) return null
    const entries = await readdir(at, { withFileTypes: true })
    return new Map(
      entries.map(entry => [
        foldedName(entry.name),
        { name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' },
      ]),
    )
  } catch (error) {
    if (troubleOf(error) === 'stick-removed') return null
    throw error
  }
}

/**
 * Makes the folder when it is missing. `not-ours`: what is there is no folder of the target's own file system; a link, or another
 * drive mounted there, is somebody else's place.
 */
export async function makeFolder(target: Target, folder: string): Promise<'made' | 'there' | 'not-ours'> {
  if (folder === '') return 'there'
  const at = pathIn(target, folder)
  let made = true
  try {
    await mkdir(at)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    made = false
  }
  const found = await lstat(at)
  if (!found.isDirectory() || found.dev !== target.device) return 'not-ours'
  return made ? 'made' : 'there'
}
