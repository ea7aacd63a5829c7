import { createHash, hash as hashOf, randomUUID } from 'node:crypto'
import { access, mkdir, readdir, readFile, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import { systemCode, writeError } from './disk-error.ts'
import { syncFolder, writeWhole } from './durable.ts'

export interface Kept {
  readonly hash: string
  readonly bytes: number
  /** The same bytes were here. */
  readonly already: boolean
}

/** Every file a quilter brought in, byte for byte, under its SHA-256 (64 lower-case hex digits). */
export interface Originals {
  /** Where the bytes of `hash` are or would be. Refuses anything that is no hash, so that it never leaves the folder. */
  path(hash: string): string
  has(hash: string): Promise<boolean>
  /**
   * Writes so that a power cut at any instant leaves the whole file or none. `already`: the same bytes were here.
   * @throws BobbinError `disk-full`, `library-not-writable`, `disk-trouble`
   */
  keep(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<Kept>
  /**
   * Keeps many files for the price of one: the folders are synced once, in `settle`. Nothing kept counts before that.
   */
  batch(): KeepBatch
  /** @throws BobbinError `original-missing` */
  read(hash: string): Promise<Uint8Array>
  /** Removing what is not there is no failure. */
  remove(hash: string): Promise<void>
  list(): AsyncIterable<string>
}

export interface KeepBatch {
  keep(bytes: Uint8Array | AsyncIterable<Uint8Array>, hash?: string): Promise<Kept>
  settle(): Promise<void>
}

const HASH = /^[0-9a-f]{64}$/
/** Half-written files stand here; `sweepUnfinished` clears it at start. */
const WRITING = '.writing'

export function createOriginals(dir: string): Originals {
  const path = (hash: string): string => {
    if (!HASH.test(hash)) throw new Error('that is no hash of an original')
    return join(dir, hash.slice(0, 2), hash)
  }

  const batch = (): KeepBatch => {
    const touched = new Set<string>()
    return {
      keep: (bytes, hash) =>
        (bytes instanceof Uint8Array ? keepBytes(bytes, hash, touched) : keepStream(bytes, touched)).catch(error => {
          throw writeError(error)
        }),
      async settle() {
        await Promise.all([...touched].map(syncFolder))
        touched.clear()
      },
    }
  }

  async function keepBytes(bytes: Uint8Array, known: string | undefined, touched: Set<string>): Promise<Kept> {
    const hash = known ?? hashOf('sha256', bytes, 'hex')
    const target = path(hash)
    // A file of another length under this name was damaged from outside; writing it again mends it.
    if ((await sizeOf(target)) === bytes.length) return { hash, bytes: bytes.length, already: true }
    await placeFor(target, touched)
    await writeWhole(
      join(dir, WRITING, randomUUID()),
      () => target,
      file => file.writeFile(bytes),
    )
    return { hash, bytes: bytes.length, already: false }
  }

  async function keepStream(stream: AsyncIterable<Uint8Array>, touched: Set<string>): Promise<Kept> {
    await mkdir(join(dir, WRITING), { recursive: true })
    const hasher = createHash('sha256')
    let bytes = 0
    let hash = ''
    let already = false
    await writeWhole(
      join(dir, WRITING, randomUUID()),
      () => path(hash),
      async file => {
        for await (const chunk of stream) {
          hasher.update(chunk)
          bytes += chunk.length
          await file.writeFile(chunk)
        }
        hash = hasher.digest('hex')
        already = (await sizeOf(path(hash))) === bytes
        await placeFor(path(hash), touched)
      },
    )
    return { hash, bytes, already }
  }

  async function placeFor(target: string, touched: Set<string>): Promise<void> {
    const shard = dirname(target)
    if (touched.has(shard)) return
    const made = await mkdir(shard, { recursive: true })
    await mkdir(join(dir, WRITING), { recursive: true })
    if (made !== undefined) touched.add(dir)
    touched.add(shard)
  }

  return {
    path,
    has: hash => isThere(path(hash)),
    async keep(bytes) {
      const one = batch()
      const kept = await one.keep(bytes)
      await one.settle()
      return kept
    },
    batch,
    async read(hash) {
      try {
        return await readFile(path(hash))
      } catch (error) {
        if (systemCode(error) !== 'ENOENT') throw error
        throw new BobbinError('original-missing', 'The file of this pattern is missing from your library.', { hash })
      }
    },
    async remove(hash) {
      await unlink(path(hash)).catch(error => {
        if (systemCode(error) !== 'ENOENT') throw writeError(error)
      })
    },
    async *list() {
      for (const shard of (await readdir(dir)).toSorted()) {
        if (!/^[0-9a-f]{2}$/.test(shard)) continue
        for (const name of (await readdir(join(dir, shard))).toSorted()) if (HASH.test(name)) yield name
      }
    },
  }
}

/** Removes what a killed process left half-written. Only for the one process that owns the library, before it keeps anything. */
export async function sweepUnfinished(dir: string): Promise<void> {
  await rm(join(dir, WRITING), { recursive: true, force: true })
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch {
    return null
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
