import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemCode } from './disk-error.ts'

/**
 * Makes a folder and those above it that are missing; one that is there already is fine. Not Node's own `recursive`: that tells a
 * read-only disk as a missing folder, and never comes back from a folder the system makes up and lets nobody add to (/proc).
 * @throws the system's error, as `mkdir` gives it
 */
export async function makeFolder(dir: string): Promise<void> {
  const failure = await failureOf(dir)
  if (failure === null) return
  const above = dirname(dir)
  if (systemCode(failure) === 'ENOENT' && above !== dir) {
    await makeFolder(above)
    const again = await failureOf(dir)
    if (again !== null) throw again
    return
  }
  throw failure
}

/** Null when the folder is there now. */
async function failureOf(dir: string): Promise<unknown> {
  try {
    await mkdir(dir)
    return null
  } catch (error) {
    const isThere = await stat(dir).then(
      found => found.isDirectory(),
      () => false,
    )
    return isThere ? null : error
  }
}
