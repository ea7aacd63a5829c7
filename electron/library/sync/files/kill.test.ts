import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { countSent } from '#server/testing/count-sent.ts'
import { addManyFiles } from '#library/testing/many-files.ts'
import { seededRandom } from '#library/testing/fake-clock.ts'
import { tempDir } from '#library/testing/temp-database.ts'
import { tempLibrary } from '#library/testing/temp-library.ts'

const CHILD = join(import.meta.dirname, '../../testing/files-child.ts')
/** Of 750 MB and twenty kills, 3 % sent twice is this much for each kill. */
const MOST_A_KILL = (0.03 * 750_000_000) / 20
const KILLS = process.env.BOBBIN_SOAK ? 20 : 2
const FILES = process.env.BOBBIN_SOAK ? 4_000 : 200
const seed = Number(process.env.BOBBIN_SEED ?? randomBytes(2).readUInt16BE())

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
// A test that ran out of time leaves its program behind, which keeps the run from ending.
const started: ChildProcess[] = []
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await cloud?.close()
})

function start(dir: string, token: string): ChildProcess {
  const child = spawn(process.execPath, [CHILD, dir, cloud.url, token], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  return child
}

test(
  `killed again and again while it carries files up, every file gets there, and hardly a byte twice (BOBBIN_SEED=${seed})`,
  async () => {
    const random = seededRandom(seed)
    const temp = await tempLibrary({ dir: tempDir() })
    const files = await addManyFiles(temp.context, random, FILES)
    await temp.library.close()
    const tenant = await cloud.createTenant('rose')
    const own = (await cloud.cloud.deps.tenants.byId(tenant.tenantId))!
    const token = await tenant.token()
    const total = files.reduce((sum, file) => sum + file.bytes, 0)
    const sent = countSent(cloud.cloud.app.server)
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start(temp.dir, token)
      const before = sent.bytes()
      await once(child.stdout!, 'data')
      // Somewhere in the next part of the whole, whatever the computer's speed.
      const until = before + (total / (KILLS + 1)) * (0.4 + random.bytes(1)[0]! / 256)
      while (child.exitCode === null && sent.bytes() < until) await new Promise(resolve => setTimeout(resolve, 2))
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
    }
    const last = start(temp.dir, token)
    await once(last, 'close')
    expect(last.exitCode).toBe(0)
    const there = await cloud.cloud.deps.files.usage(own)
    expect(there).toEqual({ files: FILES, usedBytes: total })
    const hashes = files.map(file => file.hash)
    for (let from = 0; from < hashes.length; from += 1_000)
      expect(await cloud.cloud.deps.files.missing(own, hashes.slice(from, from + 1_000))).toEqual([])
    const twice = sent.bytes() - total
    if (process.env.BOBBIN_SOAK)
      process.stdout.write(
        `${KILLS} kills: ${(twice / 1e6).toFixed(2)} MB of ${(total / 1e6).toFixed(0)} MB sent twice\n`,
      )
    expect(twice).toBeLessThanOrEqual(MOST_A_KILL * KILLS)
  },
  process.env.BOBBIN_SOAK ? 900_000 : 120_000,
)
