import type { Dirent } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import { isJunkName } from './junk.ts'
import { sourceError } from './source-error.ts'

/** What she chose, and how its files are told: "Shop/Feathers/swirl.qli". */
export interface SourceRoot {
  readonly path: string
  /** First part of every place below it; empty for the incoming folder, whose folders already are hers. */
  readonly label: string
}

export type Met =
  | { readonly kind: 'file'; readonly place: string; readonly name: string; readonly path: string }
  | {
      readonly kind: 'trouble'
      readonly place: string
      readonly name: string
      readonly code: string
      readonly message: string
    }

/**
 * Every file of the sources, folders in natural order, junk of the operating systems left out. Links are not followed: what lies
 * behind one is not hers to give by choosing this folder, and a link may lead in a circle.
 *
 * @param forbidden the library's own folder, which is never walked
 */
export async function* walkSources(roots: readonly SourceRoot[], forbidden: string): AsyncGenerator<Met> {
  for (const root of roots) {
    try {
      const found = await stat(root.path)
      if (found.isDirectory()) yield* walkFolder(root.path, root.label, forbidden)
      // Reading a pipe waits for somebody who writes, and some devices never end.
      else if (!found.isFile()) yield { kind: 'trouble', place: root.label, name: basename(root.path), ...NO_FILE }
      else yield { kind: 'file', place: root.label, name: basename(root.path), path: root.path }
    } catch (error) {
      yield { kind: 'trouble', place: root.label, name: basename(root.path), ...told(error, root.path) }
    }
  }
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

async function* walkFolder(path: string, place: string, forbidden: string): AsyncGenerator<Met> {
  if (path === forbidden) {
    const message = 'This is the folder of your Bobbin library. Its patterns are here already.'
    yield { kind: 'trouble', place: parentPlace(place), name: basename(path), code: 'source-is-library', message }
    return
  }
  let entries: Dirent[]
  try {
    entries = await readdir(path, { withFileTypes: true })
  } catch (error) {
    yield { kind: 'trouble', place: parentPlace(place), name: basename(path), ...told(error, path) }
    return
  }
  const named = entries.filter(entry => !isJunkName(entry.name)).toSorted((a, b) => natural.compare(a.name, b.name))
  const folders: { entry: string; name: string }[] = []
  const names = new Set<string>()
  for (const entry of named) {
    const kind = await kindOf(entry, join(path, entry.name))
    const name = ownName(entry.name, names)
    if (kind === 'folder') folders.push({ entry: entry.name, name })
    else if (kind === 'file') yield { kind: 'file', place, name, path: join(path, entry.name) }
    else if (kind === 'link') yield { kind: 'trouble', place, name, ...LINK }
  }
  for (const { entry, name } of folders) yield* walkFolder(join(path, entry), joinPlace(place, name), forbidden)
}

/** Two names that only differ in how their accents are put together look the same and are two files all the same. */
function ownName(entry: string, names: Set<string>): string {
  const name = entry.normalize('NFC')
  let own = name
  for (let turn = 2; names.has(own); turn++) own = name.replace(/(\.[^.]*)?$/, ` (${turn})$1`)
  names.add(own)
  return own
}

const NO_FILE = {
  code: 'source-no-file',
  message: 'This is a device or a pipe, not a file. It was left where it is.',
}

const LINK = {
  code: 'link-not-followed',
  message: 'This is a link to another place. Bring in the folder it leads to, if you want what is there.',
}

async function kindOf(entry: Dirent, path: string): Promise<'folder' | 'file' | 'link' | 'other'> {
  const known = entry.isFile() || entry.isDirectory() || entry.isSymbolicLink() || entry.isFIFO() || entry.isSocket()
  // Some network disks do not tell kinds in a listing.
  const kind =
    known || entry.isBlockDevice() || entry.isCharacterDevice() ? entry : await lstat(path).catch(() => entry)
  if (kind.isDirectory()) return 'folder'
  if (kind.isFile()) return 'file'
  return kind.isSymbolicLink() ? 'link' : 'other'
}

export function joinPlace(place: string, name: string): string {
  return place === '' ? name : `${place}/${name}`
}

function parentPlace(place: string): string {
  const cut = place.lastIndexOf('/')
  return cut < 0 ? '' : place.slice(0, cut)
}

function told(error: unknown, path: string): { code: string; message: string } {
  const { code, message } = sourceError(error, path)
  return { code, message }
}

/**
 * The chosen paths as roots: real paths, without those inside another chosen one, each with a name of its own.
 */
export async function rootsOf(paths: readonly string[]): Promise<SourceRoot[]> {
  const real = await Promise.all([...new Set(paths)].map(path => realpath(path).catch(() => path)))
  const outer = [...new Set(real)].filter(path => !real.some(other => other !== path && isInside(path, other)))
  const labels = new Map<string, string>()
  return Promise.all(
    outer.map(async path => {
      const isFolder = await stat(path).then(
        found => found.isDirectory(),
        () => false,
      )
      const folder = isFolder ? path : dirname(path)
      const wanted = basename(folder).normalize('NFC')
      let label = wanted
      // Two folders of one name from different places stay two.
      for (let turn = 2; labels.has(label) && labels.get(label) !== folder; turn++) label = `${wanted} (${turn})`
      labels.set(label, folder)
      return { path, label }
    }),
  )
}

/**
 * Something must be there to look at.
 * @throws BobbinError `source-gone`
 */
export async function checkSources(roots: readonly SourceRoot[]): Promise<void> {
  const there = await Promise.all(
    roots.map(({ path }) =>
      lstat(path).then(
        () => true,
        () => false,
      ),
    ),
  )
  if (there.includes(true)) return
  throw new BobbinError('source-gone', 'There is nothing at that place any more. Is the stick still in?', {
    paths: roots.map(({ path }) => path),
  })
}

export function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
