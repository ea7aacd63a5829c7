/** The mass-delete brake by dice, over the library's own store. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { seedsOf } from '#shared/sync/testing/seeds.ts'
import { type Counts, runMasses } from './brake-chance.ts'
import { createSqliteDrives, type SqliteDrives } from './sqlite-drive.ts'

const { first, runs } = seedsOf(process.env, 10, 2_000)
/** Within so many histories a library without the brake is found out. */
const FOUND_WITHIN = 20

const brake = vi.hoisted(() => ({ isTakenOut: false }))
vi.mock('#library/sync/store/brake.ts', async original => {
  const real = await original<typeof import('#library/sync/store/brake.ts')>()
  return {
    ...real,
    createBrake: (...asked: Parameters<typeof real.createBrake>) =>
      brake.isTakenOut ? { look() {}, isNew: false } : real.createBrake(...asked),
  }
})

let drives: SqliteDrives
beforeAll(async () => {
  drives = await createSqliteDrives()
})
afterAll(() => drives?.close())

test(`${runs} random histories of masses from seed ${first} on: nothing goes from the window unasked`, {
  timeout: 24 * 3_600_000,
}, async () => {
  const counts: Counts = { brakes: 0, answers: 0, kills: 0 }
  for (let seed = first; seed < first + runs; seed++) {
    drives.clear()
    expect(await runMasses(seed, drives.drive, counts), `BOBBIN_SEED=${seed}`).toEqual([])
  }
  // The dice roll what they are for.
  if (runs > 1) expect(Math.min(counts.brakes, counts.answers, counts.kills)).toBeGreaterThan(0)
})

test('without the brake they find it out', { timeout: 60_000 }, async () => {
  brake.isTakenOut = true
  let found: readonly string[] = []
  for (let seed = 1; seed <= FOUND_WITHIN && found.length === 0; seed++) {
    drives.clear()
    found = await runMasses(seed, drives.drive, { brakes: 0, answers: 0, kills: 0 })
  }
  brake.isTakenOut = false
  expect(found[0]).toMatch(/patterns went from the window unasked/)
})
