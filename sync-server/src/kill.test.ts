import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from './testing/postgres.ts'
import { createPusher, typed } from './testing/pusher.ts'
import { startServerProcess } from './testing/server-process.ts'
import type { PushAnswer } from '#shared/sync/wire.ts'

const RUNS = Number(process.env.KILL_RUNS ?? 3)
const SEED = Number(process.env.BOBBIN_SEED ?? (process.env.KILL_RUNS ? Date.now() % 2 ** 31 : 1847))

/** Whole processes start here, several in a row. */
const SLOW_MS = RUNS * 60_000

let postgres: TestPostgres
let cloud: TestCloud
beforeAll(async () => {
  postgres = await startTestPostgres()
  cloud = await startTestCloud({ postgres })
})
afterAll(async () => {
  await cloud?.close()
  await postgres?.stop()
})

/** Dice that fall the same for the same seed (a linear congruential generator): 0 to 1. */
function createDice(seed: number): () => number {
  let state = seed % 2 ** 31
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 2 ** 31
  }
}

test(
  'what was acknowledged is there, and seq has neither gap nor double, however the server is killed',
  async () => {
    process.stdout.write(`seed ${SEED}\n`)
    const dice = createDice(SEED)
    const tenant = await cloud.createTenant('killed')
    const { headers } = await createPusher(cloud, tenant)
    const acknowledged = new Set<string>()
    for (let run = 0; run < RUNS; run++) {
      const server = await startServerProcess(postgres.url)
      let isUp = true
      let answered = (): void => {}
      const firstAnswer = new Promise<void>(done => (answered = done))
      const send = async (): Promise<void> => {
        while (isUp) {
          const ids = Array.from({ length: 1 + Math.floor(dice() * 20) }, () => randomUUID())
          const records = ids.map(id => typed('tag', id, { name: id }, { ms: Date.now() - 1000 }))
          const answer = await fetch(`${server.url}/v1/records`, {
            method: 'POST',
            headers: { ...(await headers()), 'content-type': 'application/json' },
            body: JSON.stringify({ records }),
          }).then(
            reply => reply.json() as Promise<PushAnswer>,
            () => null,
          )
          if (answer?.status !== 'done') continue
          answer.records.forEach((one, place) => one.outcome === 'stored' && acknowledged.add(ids[place]!))
          answered()
        }
      }
      const senders = [send(), send(), send()]
      // At any moment of a push, once pushes come through: how fast they do is the computer's affair.
      await firstAnswer
      await new Promise(done => setTimeout(done, dice() * 200))
      await server.kill()
      isUp = false
      await Promise.all(senders.map(one => one.catch(() => {})))
    }
    const { tenants, pools } = cloud.cloud.deps
    const { rows } = await pools.use((await tenants.fresh(tenant.tenantId))!, db =>
      sql<{ row_id: string; seq: number }>`select row_id, seq from record order by seq`.execute(db),
    )
    expect(acknowledged.size).toBeGreaterThan(0)
    const stored = new Set(rows.map(row => row.row_id))
    expect([...acknowledged].filter(id => !stored.has(id))).toEqual([])
    expect(rows.map(row => row.seq)).toEqual(rows.map((_, place) => place + 1))
  },
  SLOW_MS,
)

test(
  'asked to stop, the server finishes what is in hand and ends well',
  async () => {
    const server = await startServerProcess(postgres.url)
    const tenant = await cloud.createTenant('stopped')
    const { headers } = await createPusher(cloud, tenant)
    const records = Array.from({ length: 400 }, () =>
      typed('tag', randomUUID(), { name: 'x' }, { ms: Date.now() - 1000 }),
    )
    const pushing = fetch(`${server.url}/v1/records`, {
      method: 'POST',
      headers: { ...(await headers()), 'content-type': 'application/json' },
      body: JSON.stringify({ records }),
    })
    // Under way, not yet answered: the database says so.
    const { tenants, pools } = cloud.cloud.deps
    const row = (await tenants.fresh(tenant.tenantId))!
    for (let isLocked = false; !isLocked; )
      isLocked = await pools.use(row, async db => {
        const { rows } = await sql`select seq from feed_counter for update skip locked`.execute(db)
        const { rows: counted } = await sql<{ seq: number }>`select seq from feed_counter`.execute(db)
        return rows.length === 0 || counted[0]!.seq > 0
      })
    const stopped = server.stop()
    const answer = (await (await pushing).json()) as PushAnswer
    expect(answer.status === 'done' && answer.records.every(one => one.outcome === 'stored')).toBe(true)
    expect(await stopped).toBe(0)
  },
  SLOW_MS,
)
