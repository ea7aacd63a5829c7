import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** The real path of what lies below `folder`, null when it is missing or a link leads out of the folder. */
export async function confinedPath(folder: string, segments: readonly string[]): Promise<string | null> {
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, ...segments))
    return path.startsWith(root + sep) ? path : null
  } catch {
    return null
  }
}
