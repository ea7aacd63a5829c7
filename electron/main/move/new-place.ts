import { mkdir, readdir, realpath, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, sep } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'

/** The folder of the library in the folder she chose, and where its copy grows until it is whole. */
export interface NewPlace {
  readonly dir: string
  readonly growing: string
}

/**
 * Where a library moved to this folder will be: in a folder "Bobbin" of its own, or in the chosen one when it is called so and empty.
 *
 * @throws BobbinError `place-not-usable`, `place-inside-library`, `place-not-empty`
 */
export async function newPlace(chosen: string, libraryDir: string): Promise<NewPlace> {
  if (!isAbsolute(chosen)) throw unusable()
  const [parent, old] = [await realFolder(chosen), await realpath(libraryDir)]
  const isOwn = basename(parent) === 'Bobbin' && parent !== old && (await isEmpty(parent))
  const dir = isOwn ? parent : join(parent, 'Bobbin')
  if (dir === old || `${dir}${sep}`.startsWith(old + sep)) {
    throw new BobbinError(
      'place-inside-library',
      'Your library is in this folder already. Please choose another place.',
      { dir },
    )
  }
  if (!(await isEmpty(dir))) {
    throw new BobbinError(
      'place-not-empty',
      `There is something in ${dir} already. Please choose another place. Nothing was changed.`,
      { dir },
    )
  }
  return { dir, growing: join(dirname(dir), 'Bobbin (being moved)') }
}

async function realFolder(path: string): Promise<string> {
  const real = await realpath(path).catch(() => null)
  if (real === null || !(await stat(real)).isDirectory()) throw unusable()
  return real
}

/** A folder that is not there is empty as well. */
async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true
    throw unusable()
  }
}

/** Makes the folder the copy grows in; what an attempt that was cut off left there goes first. */
export async function makeGrowing({ growing }: NewPlace): Promise<void> {
  try {
    await rm(growing, { recursive: true, force: true })
    await mkdir(growing)
  } catch {
    throw unusable()
  }
}

/** An empty folder in the way of the finished one. */
export async function clearWay({ dir }: NewPlace): Promise<void> {
  await rmdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

function unusable(): BobbinError {
  return new BobbinError(
    'place-not-usable',
    'Nothing can be written there. Please choose another place. Nothing was changed.',
  )
}
