/** A cloud's folder: its database and its two secrets. What `serve` and the operator's commands work with when no cluster is named. */
import { connect } from 'node:net'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { homedir, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { isPassable } from './binaries.ts'
import { embeddedUrl, isAlive, startEmbedded } from './embedded.ts'

const secrets = z.object({
  secretKey: z.string(),
  earlierSecretKeys: z.array(z.string()).optional(),
  databasePassword: z.string(),
})

export interface CloudFolder {
  readonly databaseUrl: string
  readonly secretKey: string
  /** Those of before: what was sealed with them still opens. */
  readonly earlierSecretKeys: readonly string[]
  /** Stops the database, if we started it. */
  close(): Promise<void>
}

/** Where a cloud keeps its data unless told: a folder of the person's, outside any checkout. */
export function defaultFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (platform() === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Bobbin Cloud')
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Bobbin Cloud')
  // Postgres runs under another account for root, and cannot walk through root's home.
  if (process.getuid?.() === 0) return '/var/lib/bobbin-cloud'
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'bobbin-cloud')
}

/** How long one that stays waits for a command that has the database just now. */
const WAITS_MS = 10_000

/**
 * Opens the cloud in `folder`, made when missing. A database that a living process started there is used as it is;
 * one whose process was killed is about to end, and is waited for. One that `stays` always starts its own, because a
 * borrowed one ends with whoever started it.
 * @throws Error with a sentence for the operator
 */
export async function openFolder(folder: string, stays = false): Promise<CloudFolder> {
  const path = resolve(folder)
  await mkdir(path, { recursive: true, mode: 0o711 })
  const { secretKey, earlierSecretKeys = [], databasePassword: password } = await secretsOf(path)
  const keys = { secretKey, earlierSecretKeys }
  const data = join(path, 'postgres')
  if (stays) await untilFree(path)
  else {
    const running = await runningPort(path)
    if (running !== null) return { databaseUrl: embeddedUrl(running, password), ...keys, close: async () => {} }
  }
  if (process.getuid?.() === 0) await letThrough(path)
  const postgres = await startEmbedded({ folder: data, password })
  await writeFile(ownerFile(path), String(process.pid))
  return { databaseUrl: postgres.url, ...keys, close: () => postgres.stop() }
}

async function secretsOf(path: string): Promise<z.infer<typeof secrets>> {
  const file = join(path, 'secrets.json')
  const fresh = { secretKey: randomBytes(32).toString('hex'), databasePassword: randomBytes(24).toString('base64url') }
  try {
    // Only if there is none: two commands at once must not each make their own.
    await writeFile(file, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' })
    return fresh
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return secrets.parse(JSON.parse(await readFile(file, 'utf8')))
  }
}

/** Our own folder is made passable; those above it are not ours to change. */
async function letThrough(path: string): Promise<void> {
  await chmod(path, 0o711)
  if (!(await isPassable(dirname(path))))
    throw new Error(
      `The database cannot reach ${path}: a folder above it is closed to others. Choose another with --data.`,
    )
}

const ownerFile = (path: string): string => join(path, 'database-owner')

async function untilFree(path: string): Promise<void> {
  const end = Date.now() + WAITS_MS
  while ((await runningPort(path)) !== null) {
    if (Date.now() > end) throw new Error(`A cloud already runs in ${path}. Stop it, or choose another with --data.`)
    await new Promise(done => setTimeout(done, 100))
  }
}

/** The port of a Postgres that answers for this folder and whose process lives; null: none that will last. */
async function runningPort(path: string): Promise<number | null> {
  const owner = Number(await readFile(ownerFile(path), 'utf8').catch(() => '0'))
  if (owner === 0 || !isAlive(owner)) return null
  const lines = await readFile(join(path, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
  const port = Number(lines.split('\n')[3])
  return Number.isInteger(port) && port > 0 && (await answers(port)) ? port : null
}

function answers(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}
