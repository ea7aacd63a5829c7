/** The folder that everything is saved in, and writing there without ever touching what is somebody else's. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, mkdir, readdir, readFile, realpath, rm } from 'node:fs/promises'
import path from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import { numbered } from '#library/export/file-name.ts'
import { writeWhole } from '#library/files/durable.ts'

/** Says to a person what the folder is, and to Bobbin that it may go on here. */
const ABOUT_NAME = 'About this folder.txt'
const ABOUT = [
  'These are all the patterns of your Bobbin library, every file exactly as it came.',
  '',
  'Each designer has a folder, each pattern a folder in it.',
  'Catalogue.csv opens in any spreadsheet, Catalogue.html in any browser.',
  'To have them in Bobbin again, bring this folder in: names, designers and keywords come along.',
  '',
].join('\r\n')

const OWN_FOLDER = 'Bobbin patterns'

/**
 * The folder chosen, when it is empty or was used for this before; else a folder of its own in it, so that hundreds of folders do
 * not land between somebody's other things.
 * @throws BobbinError `folder-missing`
 */
export async function chooseHome(to: string): Promise<string> {
  const chosen = await realpath(to).catch(() => null)
  if (chosen === null || !(await lstat(chosen)).isDirectory())
    throw new BobbinError('folder-missing', 'This folder is not there. Choose another one.', { path: to })
  if (await isHome(chosen)) return settleIn(chosen)
  for (let number = 1; ; number++) {
    const own = path.join(chosen, number === 1 ? OWN_FOLDER : numbered(OWN_FOLDER, number, 40))
    await makeFolder(own)
    if (await isHome(own)) return settleIn(own)
  }
}

/** Empty, but for what a killed run was writing, or with our own text in it. */
async function isHome(folder: string): Promise<boolean> {
  if (!(await isFolder(folder))) return false
  if ((await readdir(folder)).every(name => name === UNFINISHED)) return true
  const about = await readFile(path.join(folder, ABOUT_NAME), 'utf8').catch(() => '')
  return about === ABOUT
}

async function settleIn(folder: string): Promise<string> {
  const about = path.join(folder, ABOUT_NAME)
  if ((await lstat(about).catch(() => null)) === null) await writeNew(folder, about, new TextEncoder().encode(ABOUT))
  return folder
}

/** Makes the folders, each under the first number that is free or a true folder; answers their names as they came to be. */
export async function makeFolders(home: string, wanted: readonly string[]): Promise<string[]> {
  const names: string[] = []
  for (const name of wanted) names.push(await makeNumbered(path.join(home, ...names), name))
  return names
}

async function makeNumbered(parent: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`
    await makeFolder(path.join(parent, candidate))
    if (await isFolder(path.join(parent, candidate))) return candidate
  }
}

async function makeFolder(at: string): Promise<void> {
  try {
    await mkdir(at)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** A link to a folder is none: what it points to is not the place she chose. */
async function isFolder(at: string): Promise<boolean> {
  return (await lstat(at).catch(() => null))?.isDirectory() ?? false
}

/** Whether these very bytes are there, something else is, or nothing. */
export async function sameFile(at: string, bytes: number, hash: string): Promise<'same' | 'other' | 'missing'> {
  const found = await lstat(at).catch(() => null)
  if (!found) return 'missing'
  if (!found.isFile() || found.size !== bytes) return 'other'
  const hasher = createHash('sha256')
  for await (const chunk of createReadStream(at)) hasher.update(chunk)
  return hasher.digest('hex') === hash ? 'same' : 'other'
}

/** The one file that may be half-written; taken over by the next run when this one is killed. */
const UNFINISHED = 'bobbin-unfinished.part'

/** Writes a file that is not there yet, whole or not at all. One at a time in a home. */
export async function writeNew(home: string, at: string, bytes: Uint8Array): Promise<void> {
  const unfinished = path.join(home, UNFINISHED)
  await rm(unfinished, { force: true })
  await writeWhole(
    unfinished,
    () => at,
    file => file.writeFile(bytes),
  )
}
