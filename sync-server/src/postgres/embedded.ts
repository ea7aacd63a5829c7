/** A Postgres of our own in a folder: what `npm run cloud` and the tests run on. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { platform } from 'node:os'
import { join } from 'node:path'
import type { Account } from './binaries.ts'
import { postgresAccount, postgresBinaries } from './binaries.ts'

export interface EmbeddedPostgres {
  /** Connection text of the cluster's administrator, for the database `postgres`. */
  readonly url: string
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Where the cluster's files are; made when missing. Every folder above it must be passable. */
  readonly folder: string
  /** The administrator's password, set when the cluster is made. */
  readonly password: string
  /** Settings as `-c name=value`. */
  readonly settings?: Readonly<Record<string, string>>
}

const ADMINISTRATOR = 'bobbin'
const READY_WITHIN_MS = 60_000

/** Settings of every cluster of ours. (Crash recovery of 4,000 databases takes 86 s without syncfs, 2.4 s with it.) */
export const CLUSTER_SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '200',
  autovacuum_naptime: '5min',
  ...(platform() === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
}

// Ends Postgres when our end of its input closes, so that it never outlives us, not even when we are killed.
const KEEPER = '"$@" & child=$!; read -r word; kill -INT "$child" 2>/dev/null; wait "$child"'

/** Connection text of the administrator of a cluster of ours. */
export function embeddedUrl(port: number, password: string): string {
  return `postgres://${ADMINISTRATOR}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`
}

/**
 * Makes the cluster where there is none yet.
 * @throws with what initdb said
 */
export async function initialise(folder: string, password: string): Promise<void> {
  const account = await postgresAccount()
  const { initdb } = await postgresBinaries(account)
  if (await isCluster(folder)) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (account) await chown(folder, account.uid, account.gid)
  const secret = `${folder}.password`
  await writeFile(secret, `${password}\n`, { mode: 0o600 })
  if (account) await chown(secret, account.uid, account.gid)
  try {
    const args = [
      `--pgdata=${folder}`,
      `--pwfile=${secret}`,
      `--username=${ADMINISTRATOR}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
    ]
    const child = spawn(initdb, args, { ...account, stdio: ['ignore', 'ignore', 'pipe'] })
    const said = await sayings(child)
    if (said.code !== 0) throw new Error(`The database could not be made in ${folder}: ${said.text}`)
  } finally {
    await rm(secret, { force: true })
  }
}

/**
 * Starts the cluster in `folder`, made first where needed, on a free port of 127.0.0.1.
 * @throws when it is not ready within a minute, with what it said
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  await initialise(options.folder, options.password)
  const account = await postgresAccount()
  const { postgres } = await postgresBinaries(account)
  await untilLeft(options.folder)
  let trouble: unknown
  // Another program can take the port between our look and Postgres's.
  for (let turn = 0; turn < 3; turn++) {
    const port = await freePort()
    try {
      const child = await launch(postgres, account, options, port)
      return {
        url: embeddedUrl(port, options.password),
        port,
        pid: await pidOf(options.folder),
        stop: () => stop(child),
      }
    } catch (error) {
      trouble = error
    }
  }
  throw trouble
}

async function launch(
  postgres: string,
  account: Account,
  options: EmbeddedOptions,
  port: number,
): Promise<ChildProcess> {
  const settings = {
    ...CLUSTER_SETTINGS,
    unix_socket_directories: '',
    listen_addresses: '127.0.0.1',
    ...options.settings,
  }
  const args = ['-D', options.folder, '-p', String(port)]
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
  const how = { ...account, stdio: ['pipe', 'ignore', 'pipe'] as ['pipe', 'ignore', 'pipe'], detached: true }
  const child =
    platform() === 'win32'
      ? spawn(postgres, args, how)
      : spawn('/bin/sh', ['-c', KEEPER, 'keeper', postgres, ...args], how)
  await new Promise<void>((done, fail) => {
    let said = ''
    const timer = setTimeout(() => fail(new Error(`The database did not start: ${said}`)), READY_WITHIN_MS)
    child.stderr.on('data', (data: Buffer) => {
      if (said.length < 20_000) said += data.toString()
      if (!said.includes('database system is ready to accept connections')) return
      clearTimeout(timer)
      done()
    })
    child.once('error', fail)
    child.once('close', () => {
      clearTimeout(timer)
      fail(new Error(`The database did not start: ${said}`))
    })
  })
  // Nobody waits for these once it runs: a process of ours may end without asking it.
  child.unref()
  for (const stream of [child.stdin, child.stderr]) (stream as unknown as { unref?: () => void }).unref?.()
  return child
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(done => {
    child.ref()
    child.once('close', () => done())
    if (platform() === 'win32') child.kill()
    else child.stdin?.end()
  })
}

/** Waits for the Postgres of a process of ours that was killed: it ends by itself a moment later. */
async function untilLeft(folder: string): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS
  while (Date.now() < end) {
    const pid = await pidOf(folder).catch(() => 0)
    if (pid === 0 || !isAlive(pid)) return
    await new Promise(done => setTimeout(done, 100))
  }
  throw new Error(`A database is already running in ${folder}. Stop the other cloud first.`)
}

/**
 * Whether a process with this number runs that we could end. One of another account is none of ours: the number was given out again
 * (Postgres looks at its own file `postmaster.pid` in the same way).
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function pidOf(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0])
}

async function isCluster(folder: string): Promise<boolean> {
  return readFile(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

function sayings(child: ChildProcess): Promise<{ code: number; text: string }> {
  return new Promise((done, fail) => {
    let text = ''
    child.stderr?.on('data', (data: Buffer) => (text += data.toString()))
    child.once('error', fail)
    child.once('close', code => done({ code: code ?? 1, text }))
  })
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => done(port))
    })
  })
}
