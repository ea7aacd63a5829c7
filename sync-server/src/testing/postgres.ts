/** A real Postgres for one test file: started in a temp folder of its own, always stopped. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedPostgres, startEmbedded } from '#server/postgres/embedded.ts'
import { copyPreparedCluster, TEST_PASSWORD } from './prepared-cluster.ts'

/** Nothing has to outlive a test: speed before safety of the disk. */
const QUICK: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
}

export interface TestPostgres {
  /** Connection text of the cluster's administrator. */
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

/** Starts a cluster on 127.0.0.1. It also ends when this process does, however that is. */
export async function startTestPostgres(settings: Readonly<Record<string, string>> = {}): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-pg-'))
  // Postgres runs under another account when we are root, and has to walk through here.
  await chmod(folder, 0o755)
  let postgres: EmbeddedPostgres
  try {
    await copyPreparedCluster(join(folder, 'data'))
    postgres = await startEmbedded({
      folder: join(folder, 'data'),
      password: TEST_PASSWORD,
      settings: { ...QUICK, ...settings },
    })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return {
    url: postgres.url,
    pid: postgres.pid,
    async stop() {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
