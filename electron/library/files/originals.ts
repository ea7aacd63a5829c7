import { createHash, hash as hashOf, randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { access, type FileHandle, mkdir, readdir, readFile, rm, unlink } from 'node:fs/promises'
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
  batch(): KeepBatch
  /** @throws BobbinError `original-missing` */
  read(hash: string): Promise<Uint8Array>
  /**
   * Makes sure that its bytes are here, from wherever they can come. Where nothing comes from, reading tells what is missing.
   * @throws BobbinError `file-not-here-yet`, `disk-full` and its like
   */
  bring(hash: string, signal?: AbortSignal): Promise<void>
  /** Names where what is not here can come from. */
  comeFrom(source: (hash: string, signal?: AbortSignal) => Promise<void>): void
  /** Removing what is not there is no failure. */
  remove(hash: string): Promise<void>
  list(): AsyncIterable<string>
}

/** Keeping of many files at once. Nothing kept counts before `settle` has resolved; it tells the first failure of any. */
export interface KeepBatch {
  /** Whether these bytes are here: a file of another length under their name was damaged from outside and does not count. */
  has(hash: string, bytes: number): boolean
  /** Begins to write; resolves when there is room for the next, which mostly is at once. */
  begin(bytes: Uint8Array, hash: string): Promise<void>
  keep(stream: AsyncIterable<Uint8Array>): Promise<Kept>
  /** Makes sure of the name of a file that another batch may still be at. */
  assure(hash: string): void
  settle(): Promise<void>
}

const HASH = /^[0-9a-f]{64}$/
/** Half-written files stand here; `sweepUnfinished` clears it at start. */
const WRITING = '.writing'
/** Bytes on their way to the disk at once. */
const WRITING_BYTES = 16 * 1024 * 1024

export function createOriginals(dir: string): Originals {
  const path = (hash: string): string => {
    if (!HASH.test(hash)) throw new Error('that is no hash of an original')
    return join(dir, hash.slice(0, 2), hash)
  }

  const made = new Set<string>()
  let source: ((hash: string, signal?: AbortSignal) => Promise<void>) | null = null

  async function makeFolder(folder: string, touched: Set<string>): Promise<void> {
    if (made.has(folder)) return
    if ((await mkdir(folder, { recursive: true })) !== undefined) touched.add(dir)
    made.add(folder)
  }

  function batch(): KeepBatch {
    /** Folders in which names have changed. */
    const touched = new Set<string>()
    let writing: Promise<void>[] = []
    let writingBytes = 0

    async function write(final: () => string, content: (file: FileHandle) => Promise<void>): Promise<void> {
      try {
        await makeFolder(join(dir, WRITING), touched)
        await writeWhole(join(dir, WRITING, randomUUID()), final, async file => {
          await content(file)
          await makeFolder(dirname(final()), touched)
          touched.add(dirname(final()))
        })
      } catch (error) {
        throw writeError(error)
      }
    }

    async function written(): Promise<void> {
      const due = writing
      writing = []
      writingBytes = 0
      const failed = (await Promise.allSettled(due)).find(one => one.status === 'rejected')
      if (failed) throw failed.reason
    }

    return {
      has: (hash, bytes) => statSync(path(hash), { throwIfNoEntry: false })?.size === bytes,
      async begin(bytes, hash) {
        const target = path(hash)
        writing.push(
          write(
            () => target,
            file => file.writeFile(bytes),
          ),
        )
        writingBytes += bytes.length
        if (writingBytes > WRITING_BYTES) await written()
      },
      async keep(stream) {
        const hasher = createHash('sha256')
        const kept = { hash: '', bytes: 0, already: false }
        await write(
          () => path(kept.hash),
          async file => {
            for await (const chunk of stream) {
              hasher.update(chunk)
              kept.bytes += chunk.length
              await file.writeFile(chunk)
            }
            kept.hash = hasher.digest('hex')
            kept.already = this.has(kept.hash, kept.bytes)
          },
        )
        return kept
      },
      assure: hash => void touched.add(dirname(path(hash))),
      async settle() {
        await written()
        const folders = [...touched]
        touched.clear()
        await Promise.all(folders.map(syncFolder))
      },
    }
  }

  return {
    path,
    has: hash => isThere(path(hash)),
    async keep(bytes) {
      const one = batch()
      const kept = bytes instanceof Uint8Array ? await keepWhole(one, bytes) : await one.keep(bytes)
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
    async bring(hash, signal) {
      await source?.(hash, signal)
    },
    comeFrom: from => void (source = from),
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

async function keepWhole(batch: KeepBatch, bytes: Uint8Array): Promise<Kept> {
  const hash = hashOf('sha256', bytes, 'hex')
  const already = batch.has(hash, bytes.length)
  if (!already) await batch.begin(bytes, hash)
  return { hash, bytes: bytes.length, already }
}

/** Removes what a killed process left half-written. Only for the one process that owns the library, before it keeps anything. */
export async function sweepUnfinished(dir: string): Promise<void> {
  await rm(join(dir, WRITING), { recursive: true, force: true })
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
