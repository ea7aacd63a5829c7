import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** The real path of what lies below `folder`, null when it is missing or a link leads out of the folder. */
export async function confinedPath(folder: string, segments: readonly string[]): Promise<string | null> {
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, ...segments))
    return isBelow(path, root) ? path : null
  } catch {
    return null
  }
}

/** Both real paths. A folder is below itself; a neighbour whose name begins alike is not. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
