import type { Stats } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { watch } from 'chokidar'
import { isInside } from '#library/import/sources/walk.ts'
import { isWatchedName } from './file-names.ts'

/** Folders below the watched one that are looked into: an order unpacked by the browser, and its folders by machine. */
const DEPTH = 2

export interface MetFile {
  readonly path: string
  readonly name: string
  /** Folder below the watched one, with forward slashes. */
  readonly below: string
  readonly bytes: number
  readonly modifiedAt: number
}

export interface FolderWatchOptions {
  readonly folder: string
  /** Never looked into: the library's own folder. */
  readonly forbidden: string
  /** A file that has not grown for this long is complete. */
  readonly settleMs: number
  onFile(file: MetFile): void
  onGone(path: string): void
  onTrouble(error: unknown): void
}

/** Listens to one folder; what lies in it at the beginning is not told. Resolves when it listens, with the function that stops it. */
export async function watchFolder(options: FolderWatchOptions): Promise<() => Promise<void>> {
  const { folder, forbidden, settleMs } = options
  const watcher = watch(folder, {
    depth: DEPTH,
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    alwaysStat: true,
    awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: Math.min(500, settleMs) },
    ignored: path => path !== folder && (isForbidden(path, forbidden) || !isWatchedName(basename(path))),
  })
  const met = (path: string, stats: Stats | undefined) => {
    if (stats?.isFile()) options.onFile(metFile(folder, path, stats))
  }
  watcher.on('add', met)
  watcher.on('change', met)
  watcher.on('unlink', path => options.onGone(path))
  watcher.on('error', error => options.onTrouble(error))
  await new Promise<void>(ready => watcher.once('ready', ready))
  return () => watcher.close()
}

/** Every file of the folder as deep as it is watched. What cannot be read is passed over. */
export async function* filesIn(folder: string, forbidden: string, under = folder, depth = 0): AsyncGenerator<MetFile> {
  const entries = await readdir(under, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(under, entry.name)
    if (!isWatchedName(entry.name) || isForbidden(path, forbidden)) continue
    if (entry.isDirectory() && depth < DEPTH) yield* filesIn(folder, forbidden, path, depth + 1)
    else if (entry.isFile()) {
      const found = await lstat(path).catch(() => null)
      if (found?.isFile()) yield metFile(folder, path, found)
    }
  }
}

/** Which folder it is: another one mounted in its place is not the same. Null: there is none. */
export async function folderMark(folder: string): Promise<string | null> {
  const found = await stat(folder).catch(() => null)
  return found?.isDirectory() ? `${found.dev} ${found.ino}` : null
}

function metFile(folder: string, path: string, stats: Stats): MetFile {
  const below = relative(folder, path).split(sep).slice(0, -1).join('/')
  return { path, name: basename(path), below, bytes: stats.size, modifiedAt: Math.round(stats.mtimeMs) }
}

function isForbidden(path: string, forbidden: string): boolean {
  return path === forbidden || isInside(path, forbidden)
}
