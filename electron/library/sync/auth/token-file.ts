import { constants } from 'node:fs'
import { chmod, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode, writeError } from '#library/files/disk-error.ts'
import { syncFolder } from '#library/files/durable.ts'
import type { TokenKeeper } from './keeper.ts'

/** What it is called in the library's folder. It is no part of the library: never copied, moved, saved or sent. */
export const TOKEN_FILE = 'sign-in'
const OWNER_ONLY = 0o600
const MOST_BYTES = 8_192

/** For the web shell and the command line, which have no keychain: a file that only this person's account may read. */
export function createTokenFile(dir: string): TokenKeeper {
  const path = join(dir, TOKEN_FILE)
  const beside = join(dir, `${TOKEN_FILE}.new`)

  async function writeToken(text: string): Promise<void> {
    // Made anew and by us: a link or a file that lies there is not written through.
    await rm(beside, { force: true })
    const file = await open(beside, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, OWNER_ONLY)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    await syncFolder(dir)
  }

  return {
    async read() {
      try {
        const { mode, size } = await stat(path)
        // Somebody copied the folder with other rights: from now on it is ours alone again.
        if (process.platform !== 'win32' && (mode & 0o077) !== 0) await chmod(path, OWNER_ONLY)
        const text = size > MOST_BYTES ? '' : (await readFile(path, 'utf8')).trim()
        return text === '' ? null : text
      } catch (error) {
        if (systemCode(error) === 'ENOENT') return null
        throw writeError(error)
      }
    },
    async write(text) {
      try {
        if (text === null) await rm(path, { force: true })
        else await writeToken(text)
      } catch (error) {
        await rm(beside, { force: true }).catch(() => {})
        throw writeError(error)
      }
    },
  }
}
