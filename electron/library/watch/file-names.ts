import { isJunkName } from '#library/import/sources/junk.ts'

/** What browsers and file managers call a file while it is still coming. */
const COMING = /\.(?:crdownload|part|partial|download|opdownload|tmp|temp|filepart|!ut|aria2)$/i

/** Whether a name of the watched folder is worth a look: not hidden, not left by the system, not half downloaded. */
export function isWatchedName(name: string): boolean {
  return !isJunkName(name) && !COMING.test(name)
}
