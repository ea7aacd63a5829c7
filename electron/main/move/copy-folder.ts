import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface FoundFile {
  /** Below the folder, with the separators of this system. */
  readonly path: string
  readonly bytes: number
}

/** Every file below a folder, but for what stands in `leave` at its top. Links are none of ours and are not followed. */
export async function filesBelow(folder: string, leave: ReadonlySet<string>): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  async function walk(below: string): Promise<void> {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      if (below === '' && leave.has(entry.name)) continue
      const path = join(below, entry.name)
      if (entry.isDirectory()) await walk(path)
      else if (entry.isFile()) found.push({ path, bytes: (await stat(join(folder, path))).size })
    }
  }
  await walk('')
  return found
}

export interface CopyOptions {
  readonly from: string
  readonly to: string
  readonly files: readonly FoundFile[]
  readonly signal: AbortSignal
  /** Bytes so far. */
  readonly progress: (done: number) => void
}

const AT_ONCE = 4

/** Copies every file and lets it reach the disk. Answers what was read, as SHA-256 by path. */
export async function copyFiles({ from, to, files, signal, progress }: CopyOptions): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  let done = 0
  await eachOf(files, async file => {
    await mkdir(join(to, file.path, '..'), { recursive: true })
    const target = await open(join(to, file.path), 'wx')
    try {
      const hash = createHash('sha256')
      for await (const chunk of chunksOf(join(from, file.path), signal)) {
        hash.update(chunk)
        await writeAll(target, chunk)
        done += chunk.length
        progress(done)
      }
      await target.sync()
      hashes.set(file.path, hash.digest('hex'))
    } finally {
      await target.close()
    }
  })
  return hashes
}

/** Reads every copy back. Answers the path of the first one that is not what was read at first; null: all are. */
export async function differsFrom(
  hashes: ReadonlyMap<string, string>,
  { from: folder, files, signal, progress }: Omit<CopyOptions, 'to'>,
): Promise<string | null> {
  let done = 0
  let odd: string | null = null
  await eachOf(files, async file => {
    const hash = createHash('sha256')
    for await (const chunk of chunksOf(join(folder, file.path), signal)) {
      hash.update(chunk)
      done += chunk.length
      progress(done)
    }
    if (hash.digest('hex') !== hashes.get(file.path)) odd ??= file.path
  })
  return odd
}

async function* chunksOf(path: string, signal: AbortSignal): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024, signal })) yield chunk as Buffer
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let offset = 0; offset < chunk.length; ) offset += (await file.write(chunk, offset)).bytesWritten
}

/** A few at once: many small files wait mostly for the disk. The first failure ends it, after those in hand. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values()
  const failed = { error: null as unknown, is: false }
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (const item of rest) {
      if (failed.is) return
      try {
        await work(item)
      } catch (error) {
        if (!failed.is) Object.assign(failed, { error, is: true })
      }
    }
  })
  await Promise.all(workers)
  if (failed.is) throw failed.error
}
