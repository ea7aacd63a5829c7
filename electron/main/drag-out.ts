import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'

/**
 * The real paths of files that may leave by drag: those the library keeps (originals) or has just made (temp), and nothing else of
 * this computer, whatever the page asks for.
 *
 * @throws BobbinError `drag-refused`
 */
export async function filesToDrag(paths: readonly string[], libraryDir: string | null): Promise<string[]> {
  const folders = libraryDir === null ? [] : await realFolders(libraryDir)
  return await Promise.all(
    paths.map(async path => {
      const real = await realpath(path).catch(() => null)
      const isOurs = real !== null && folders.some(folder => real.startsWith(folder + sep))
      if (!isOurs || !(await stat(real)).isFile()) {
        throw new BobbinError('drag-refused', 'This file cannot be dragged out of Bobbin.')
      }
      return real
    }),
  )
}

async function realFolders(libraryDir: string): Promise<string[]> {
  const found = await Promise.all(['temp', 'originals'].map(name => realpath(join(libraryDir, name)).catch(() => null)))
  return found.filter(folder => folder !== null)
}
