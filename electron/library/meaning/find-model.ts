import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  FILE_MAX_BYTES,
  FILES_MAX_BYTES,
  MANIFEST,
  MANIFEST_MAX_BYTES,
  type Manifest,
  readManifest,
} from './manifest.ts'
import { refused } from './refused.ts'

/** A helper whose every file is what its description says, in memory: what is run is what was checked. */
export interface CheckedModel {
  /** SHA-256 of the description. */
  readonly id: string
  readonly manifest: Manifest
  readonly bytes: number
  file(name: string): Uint8Array<ArrayBuffer>
}

/** More folders than this are not looked into for one. */
const FOLDERS_LOOKED_INTO = 50

/** The folder that holds a helper: this one, or the first (by name) of those in it. Null: none does. */
export async function findModelFolder(folder: string): Promise<string | null> {
  if (await hasManifest(folder)) return folder
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  for (const name of names.sort().slice(0, FOLDERS_LOOKED_INTO))
    if (await hasManifest(join(folder, name))) return join(folder, name)
  return null
}

/**
 * Reads the description and every file it names, from this folder alone: no way out, no links, nothing larger than it may be.
 * @throws BobbinError `meaning-none`, `meaning-description`, `meaning-file-missing`, `meaning-file-changed`, `meaning-too-large`
 */
export async function checkModel(folder: string, alive: () => void = () => {}): Promise<CheckedModel> {
  const described = await readPlain(join(folder, MANIFEST), MANIFEST_MAX_BYTES, alive)
  if (described === null) throw refused('meaning-none')
  const manifest = readManifest(described)
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let total = 0
  for (const { name, sha256 } of manifest.files) {
    const bytes = await readPlain(join(folder, name), Math.min(FILE_MAX_BYTES, FILES_MAX_BYTES - total), alive)
    if (bytes === null) throw refused('meaning-file-missing', { file: name })
    if (hashOf(bytes, alive) !== sha256) throw refused('meaning-file-changed', { file: name })
    total += bytes.length
    files.set(name, bytes)
  }
  return {
    id: hashOf(described, alive),
    manifest,
    bytes: total,
    file: name => {
      const bytes = files.get(name)
      if (!bytes) throw new Error(`${name} is not among the files of the helper`)
      return bytes
    },
  }
}

async function hasManifest(folder: string): Promise<boolean> {
  const handle = await openPlain(join(folder, MANIFEST))
  if (!handle) return false
  const isFile = (await handle.stat()).isFile()
  await handle.close()
  return isFile
}

/** Not through a link; and without waiting for whoever might write into a pipe. Windows knows neither flag and has no such links by default. */
const AS_IT_LIES = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const PIECE = 8 * 1024 * 1024

const openPlain = (path: string) => open(path, AS_IT_LIES).catch(() => null)

async function readPlain(path: string, most: number, alive: () => void): Promise<Uint8Array<ArrayBuffer> | null> {
  const handle = await openPlain(path)
  if (!handle) return null
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return null
    if (stat.size > most) throw refused('meaning-too-large')
    const bytes = new Uint8Array(stat.size)
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, at, Math.min(PIECE, bytes.length - at), at)
      if (bytesRead === 0) return null
      at += bytesRead
      alive()
    }
    return bytes
  } finally {
    await handle.close()
  }
}

function hashOf(bytes: Uint8Array, alive: () => void): string {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += PIECE) {
    hash.update(bytes.subarray(at, at + PIECE))
    alive()
  }
  return hash.digest('hex')
}
