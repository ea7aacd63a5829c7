import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ReadDb } from '#library/db/handles.ts'
import { homesOf } from '#library/db/tables/file-of-pattern.ts'
import { MAX_ENTRY_BYTES } from './archive/refusals.ts'

export interface KnownFile {
  readonly path: string
  /** The pattern in sight that holds a file of these very bytes. */
  readonly patternId: string | null
}

/** Which files the library has already. One that cannot be read is not known. */
export async function knownFiles(db: ReadDb, paths: readonly string[]): Promise<KnownFile[]> {
  const files: KnownFile[] = []
  for (const path of paths) {
    const hash = await hashOfFile(path)
    const home = hash === null ? undefined : homesOf(db, [hash]).find(one => !one.trashed)
    files.push({ path, patternId: home?.patternId ?? null })
  }
  return files
}

async function hashOfFile(path: string): Promise<string | null> {
  try {
    const found = await stat(path)
    if (!found.isFile() || found.size > MAX_ENTRY_BYTES) return null
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return null
  }
}
