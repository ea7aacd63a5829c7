import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { BobbinError } from '#shared/contract/errors.ts'
import { confinedPath } from './confined.ts'

/**
 * What a browser streams in: `<dir>/<id>/files/<path below the dropped folder>`, then `<dir>/<id>/manifest.json`, whose being
 * there says that everything arrived. The import looks through a folder only when it has its manifest.
 */
export interface Incoming {
  /** Makes room for one drop or folder choice; `bytes` is what the browser means to send. */
  begin(bytes: number): Promise<string>
  /** Bytes of a file that have arrived, 0 for one that has not begun. */
  arrived(id: string, path: readonly string[]): Promise<number>
  /** Appends to a file from `offset`, which must be where it stands. Resolves with how much has arrived now. */
  receive(id: string, path: readonly string[], piece: Piece, bytes: Readable): Promise<number>
  /** Every file must be whole. */
  finish(id: string, files: readonly { readonly path: readonly string[]; readonly bytes: number }[]): Promise<void>
  discard(id: string): Promise<void>
}

export interface Piece {
  readonly offset: number
  /** Bytes of the whole file. */
  readonly total: number
}

export interface IncomingOptions {
  readonly dir: string
  readonly newId: () => string
  /** Free bytes where the library is; handed in so that a full disk can be tested. */
  readonly freeBytes?: (dir: string) => Promise<number>
}

const MAX_FILE_BYTES = 8 * 1024 ** 3
/** The library itself needs room for the originals and its database. */
const SPARE_BYTES = 256 * 1024 ** 2
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0

export function createIncoming(options: IncomingOptions): Incoming {
  const { dir } = options
  const freeBytes = options.freeBytes ?? freeBytesOf
  const busy = new Set<string>()

  async function filesFolder(id: string): Promise<string> {
    const folder = ID.test(id) ? await confinedPath(dir, [id, 'files']) : null
    if (folder === null)
      throw new BobbinError('not-found', 'Bobbin does not know these files any more. Please bring them in again.')
    return folder
  }

  /** Where the file will be. Folders on the way are made one by one, so that no link is ever followed to make the next. */
  async function place(id: string, path: readonly string[]): Promise<string> {
    let folder = await filesFolder(id)
    for (const name of path.slice(0, -1)) {
      folder = join(folder, name)
      await mkdir(folder).catch(() => {})
      const stat = await lstat(folder).catch(() => null)
      if (!stat?.isDirectory()) throw refusedName(path)
    }
    return join(folder, path.at(-1)!)
  }

  async function needRoomFor(bytes: number): Promise<void> {
    const free = await freeBytes(dir)
    if (bytes + SPARE_BYTES <= free) return
    throw new BobbinError(
      'disk-full',
      'There is not enough room on this computer for these files. Nothing was brought in.',
      {
        neededBytes: bytes + SPARE_BYTES,
        freeBytes: free,
      },
    )
  }

  return {
    async begin(bytes) {
      await needRoomFor(bytes)
      const id = options.newId()
      await mkdir(join(dir, id, 'files'), { recursive: true })
      return id
    },

    async arrived(id, path) {
      return await sizeOf(await filesFolder(id), path)
    },

    async receive(id, path, piece, bytes) {
      if (piece.total > MAX_FILE_BYTES) {
        throw new BobbinError('file-too-large', 'This file is too large to be brought in.', {
          maxBytes: MAX_FILE_BYTES,
        })
      }
      await needRoomFor(piece.total - piece.offset)
      const target = await place(id, path)
      if (busy.has(target)) throw new BobbinError('already-arriving', 'This file is on its way already.')
      busy.add(target)
      try {
        const here = await sizeOf(await filesFolder(id), path)
        if (piece.offset !== here && piece.offset !== 0) {
          throw new BobbinError('wrong-offset', 'This file goes on at another place.', { offset: here })
        }
        return await append(target, path, piece, bytes)
      } finally {
        busy.delete(target)
      }
    },

    async finish(id, files) {
      const root = await filesFolder(id)
      const missing: string[] = []
      for (const { path, bytes } of files) {
        if ((await sizeOf(root, path)) !== bytes) missing.push(path.join('/'))
      }
      if (missing.length > 0) {
        throw new BobbinError('files-missing', 'Some files have not arrived yet.', {
          missing: missing.slice(0, 100),
          count: missing.length,
        })
      }
      const manifest = { complete: true, files: files.map(({ path, bytes }) => ({ path: path.join('/'), bytes })) }
      const target = join(dirname(root), 'manifest.json')
      await writeFile(`${target}.part`, JSON.stringify(manifest), { flush: true })
      await rename(`${target}.part`, target)
    },

    async discard(id) {
      await rm(dirname(await filesFolder(id)), { recursive: true, force: true })
    },
  }
}

async function append(target: string, path: readonly string[], piece: Piece, bytes: Readable): Promise<number> {
  const restart = piece.offset === 0 ? constants.O_TRUNC : 0
  let file: FileHandle
  try {
    file = await open(target, constants.O_WRONLY | constants.O_CREAT | NO_FOLLOW | restart, 0o600)
  } catch {
    throw refusedName(path)
  }
  let at = piece.offset
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      if (at + chunk.length > piece.total) {
        throw new BobbinError('file-too-large', 'More arrived than this file was said to have.', {
          totalBytes: piece.total,
        })
      }
      await writeAll(file, chunk, at)
      at += chunk.length
    }
  } finally {
    await file.close()
  }
  return at
}

async function writeAll(file: FileHandle, chunk: Buffer, position: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file
      .write(chunk, done, chunk.length - done, position + done)
      .catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        throw new BobbinError('disk-full', 'The disk of this computer is full. What arrived so far is kept.')
      })
    done += bytesWritten
  }
}

/** Size of a plain file below `root`, 0 where there is none; what a link leads to is none. */
async function sizeOf(root: string, path: readonly string[]): Promise<number> {
  const real = await confinedPath(root, path)
  if (real !== join(root, ...path)) return 0
  const facts = await lstat(real).catch(() => null)
  return facts?.isFile() ? facts.size : 0
}

async function freeBytesOf(dir: string): Promise<number> {
  const stat = await statfs(dir)
  return stat.bavail * stat.bsize
}

function refusedName(path: readonly string[]): BobbinError {
  return new BobbinError('name-refused', 'A file of this name cannot be brought in.', { name: path.join('/') })
}
