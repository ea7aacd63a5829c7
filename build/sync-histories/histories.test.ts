import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSeed } from '#shared/sync/testing/chance.ts'
import { createSqliteDrives, type SqliteDrives } from './sqlite-drive.ts'

let drives: SqliteDrives
beforeAll(async () => {
  drives = await createSqliteDrives()
})
afterAll(() => drives.close())

test('sqlite', { timeout: 600_000 }, async () => {
  for (let seed = Number(process.env.FROM ?? 1); seed < Number(process.env.FROM ?? 1) + Number(process.env.RUNS ?? 30); seed++) {
    expect(await runSeed(seed, undefined, { drive: drives.drive }), `BOBBIN_SEED=${seed}`).toEqual([])
    drives.clear()
  }
})
