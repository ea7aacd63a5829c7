import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000

/**
 * Removes what browsers began to send and never finished, a week after it was begun: until then it can go on. What has its
 * manifest belongs to an import and is left alone.
 */
export async function sweepIncoming(dir: string, now: number): Promise<void> {
  for (const name of await readdir(dir).catch(() => [])) {
    const folder = join(dir, name)
    if (existsSync(join(folder, 'manifest.json'))) continue
    const { mtimeMs } = await stat(folder)
    if (now - mtimeMs > WEEK_MS) await rm(folder, { recursive: true, force: true })
  }
}
