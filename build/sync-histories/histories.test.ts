/** The histories of shared/sync/testing again, over what ships: libraries in SQLite, the server's routes over Postgres. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSeed } from '#shared/sync/testing/chance.ts'
import { tell } from '#shared/sync/testing/histories.ts'
import { RULEBOOK } from '#shared/sync/testing/rulebook.ts'
import { seedsOf } from '#shared/sync/testing/seeds.ts'
import { RULE_NAMES, type RuleName, WITHOUT } from '#shared/sync/testing/without.ts'
import type { WorldOptions } from '#shared/sync/testing/world.ts'
import { createPostgresClouds, type PostgresClouds } from './postgres-cloud.ts'
import { createSqliteDrives, type SqliteDrives } from './sqlite-drive.ts'

const { first, runs } = seedsOf(process.env, 300, 20_000)
/** The server does not take a number for a name, and nothing that we know of makes it throw. */
const REFUSED = 7

/** A history waits for Postgres more than half its time: so many are rolled side by side, each in a world of its own. */
const LANES = 3

interface Lane {
  readonly drives: SqliteDrives
  readonly clouds: PostgresClouds
}

const lanes: Lane[] = []
beforeAll(async () => {
  for (let lane = 0; lane < LANES; lane++)
    lanes.push({ drives: await createSqliteDrives(), clouds: await createPostgresClouds() })
}, 120_000)
afterAll(async () => {
  for (const { drives, clouds } of lanes.toReversed()) {
    drives.close()
    await clouds.close()
  }
})

/** What a history runs on. The lane's last one's libraries go. */
async function shipped(seed: number, { drives, clouds } = lanes[0]!): Promise<WorldOptions> {
  drives.clear()
  return { drive: drives.drive, cloud: await clouds.cloudOf(seed), refused: REFUSED, poison: REFUSED }
}

test.each(RULE_NAMES)('the history that needs %s goes well', async rule => {
  expect(await tell(rule, RULEBOOK, await shipped(0))).toEqual([])
})

/** Rules of the device that are no part of its storage: without them, histories go wrong here too. */
const WEAKER: readonly RuleName[] = [
  'exact-clearing',
  'kept-refusals',
  'continuity',
  'whole-rows',
  'set-aside',
  'memberships',
]
test.each(WEAKER)('the history that needs %s goes wrong without it', async rule => {
  expect(await tell(rule, WITHOUT[rule], await shipped(0))).not.toEqual([])
})

/** What went wrong; an exception too is told with the seed that plays it again. */
async function rolled(seed: number, lane: Lane): Promise<readonly string[]> {
  try {
    return await runSeed(seed, RULEBOOK, await shipped(seed, lane))
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}

test(`${runs} random histories from seed ${first} on, over SQLite and Postgres`, {
  timeout: 24 * 3_600_000,
}, async () => {
  let next = first
  const wrong: string[] = []
  const roll = async (lane: Lane) => {
    while (wrong.length === 0 && next < first + runs) {
      const seed = next++
      for (const violation of await rolled(seed, lane)) wrong.push(`BOBBIN_SEED=${seed}: ${violation}`)
    }
  }
  await Promise.all(lanes.map(roll))
  expect(wrong).toEqual([])
})
