// The files of a whole library up into a cloud and down on a new computer, over loopback: the device is a process of its own, the cloud
// keeps its promise to the disk. Beside it the same bytes between two plain Node processes, at six connections.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '#library/testing/fake-clock.ts'
import { addManyFiles, nameFiles, type NamedFile } from '#library/testing/many-files.ts'
import { countSent } from '#server/testing/count-sent.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres } from '#server/testing/postgres.ts'
import { openBenchLibrary } from './bench-library.ts'
import { startPlainPeer } from './peers/plain-files.ts'
import { type BenchOptions, type BenchRow, spreadOf } from './types.ts'

const FILES = 15_651
const KILLS = 20
const CHILD = join(import.meta.dirname, '../../electron/library/testing/files-child.ts')
/** As the app starts its core. */
const CORE_FLAGS = ['--max-semi-space-size=4']
const PEER = join(import.meta.dirname, 'peers/plain-files-child.ts')
/** As an operator runs it, not as the tests do. */
const SAFE = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
}

export async function benchCloudFiles({ patterns = FILES }: BenchOptions): Promise<BenchRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'bobbin-bench-files-'))
  const postgres = await startTestPostgres(SAFE)
  const cloud = await startTestCloud({ postgres })
  try {
    const files = await makeLibrary(join(root, 'old'), patterns)
    const total = files.reduce((sum, file) => sum + file.bytes, 0)
    const up = await carry(join(root, 'old'), cloud, 'anne')
    await makeLibrary(join(root, 'new'), patterns, files)
    const down = await carry(join(root, 'new'), cloud, 'anne')
    const peer = await startPlainPeer(join(root, 'peer'))
    const [peerUp, peerDown] = [
      await plain(peer.url, 'up', join(root, 'old', 'originals'), join(root, 'back')),
      await plain(peer.url, 'down', join(root, 'old', 'originals'), join(root, 'back')),
    ]
    await peer.close()
    const again = join(root, 'again')
    await makeLibrary(again, patterns)
    const twice = await killed(again, cloud, total)
    const note = `${patterns} files, ${(total / 1e6).toFixed(0)} MB; server ${megabytes(process.memoryUsage().rss)} with the bench itself, device ${megabytes(up.rss)}`
    const seconds = (ms: number) => ({ ...spreadOf([ms / 1000]), unit: 's' })
    const beside = (ms: number) => ({ ...spreadOf([ms / 1000]), name: 'plain Node HTTP' })
    return [
      { name: 'files up', ours: seconds(up.ms), peer: beside(peerUp), note },
      { name: 'files down, kept', ours: seconds(down.keptMs), peer: beside(peerDown), note },
      { name: 'files down, read too', ours: seconds(down.ms), note: 'bytes without sense: reading ends early' },
      {
        name: `sent twice over ${KILLS} kills`,
        ours: { ...spreadOf([(twice / total) * 100]), unit: '%' },
        note: `${(twice / 1e6).toFixed(1)} MB`,
      },
    ]
  } finally {
    await cloud.close()
    await postgres.stop()
    await rm(root, { recursive: true, force: true })
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

/** With these files' records only, or with new files. */
async function makeLibrary(dir: string, count: number, named?: readonly NamedFile[]): Promise<readonly NamedFile[]> {
  const { library, context } = await openBenchLibrary(dir)
  const files = named ?? (await addManyFiles(context, seededRandom(count), count))
  if (named) nameFiles(context, named)
  await library.close()
  return files
}

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  let text = ''
  child.stdout!.on('data', data => (text += String(data)))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`the other process ended with ${child.exitCode}`)
  return JSON.parse(text.trim().split('\n').at(-1)!) as T
}

const tenants = new Map<string, Promise<string>>()
function tokenOf(cloud: TestCloud, slug: string): Promise<string> {
  const known = tenants.get(slug) ?? cloud.createTenant(slug).then(tenant => tenant.token())
  tenants.set(slug, known)
  return known
}

async function carry(dir: string, cloud: TestCloud, slug: string) {
  const child = start([...CORE_FLAGS, CHILD, dir, cloud.url, await tokenOf(cloud, slug)])
  return answerOf<{ ms: number; keptMs: number; rss: number }>(child)
}

async function plain(url: string, way: 'up' | 'down', from: string, to: string): Promise<number> {
  return (await answerOf<{ ms: number }>(start([PEER, url, way, from, to]))).ms
}

/** Bytes that were sent more than once while the device was killed twenty times on its way. */
async function killed(dir: string, cloud: TestCloud, total: number): Promise<number> {
  const token = await tokenOf(cloud, 'rose')
  const sent = countSent(cloud.cloud.app.server)
  for (let kill = 1; kill <= KILLS; kill++) {
    const child = start([CHILD, dir, cloud.url, token])
    const until = (total * kill) / (KILLS + 1)
    while (child.exitCode === null && sent.bytes() < until) await new Promise(resolve => setTimeout(resolve, 2))
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  await answerOf(start([CHILD, dir, cloud.url, token]))
  return sent.bytes() - total
}
