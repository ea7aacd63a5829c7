/** The cloud of a history as it really is: the server's own routes over a real Postgres, which can be put back and cut off. */
import pg from 'pg'
import { placeOf, TYPES } from '#server/db/connect.ts'
import { acceptClock } from '#server/services/clock-guard.ts'
import { beginEpoch } from '#server/services/epochs.ts'
import { startTestCloud, type TestCloud, type TestTenant } from '#server/testing/cloud.ts'
import { startTestPostgres } from '#server/testing/postgres.ts'
import type { Cloud, CloudContents, ShapeAnswer } from '#shared/sync/testing/cloud.ts'
import { type Dice, seededDice } from '#shared/sync/testing/dice.ts'
import { valuesIn } from '#shared/sync/testing/ledger.ts'
import type { WorldOptions } from '#shared/sync/testing/world.ts'
import { EPOCH_HEADER, HEARD_HEADER, KNOWN_HEADER, NOW_HEADER } from '#shared/sync/wire.ts'
import { type CopiedTables, contentsOf, copyTables, putTablesBack, rowsOf } from './postgres-tables.ts'
import { createScissors, type Scissors } from './scissors.ts'

/** A token is good for a quarter of an hour of the server's clock. */
const TOKEN_MS = 5 * 60_000
/** Rows of one answer, so that a reading has many steps. */
const ROWS = 3
/** How often the connection to Postgres breaks during a push, and after how many questions at most. */
const CUTS = 0.05
const MOST_QUESTIONS = 12

type MakeCloud = NonNullable<WorldOptions['cloud']>
type World = Parameters<MakeCloud>[0]

export interface PostgresClouds {
  /** An empty cloud, for the history of this seed. */
  cloudOf(seed: number): Promise<MakeCloud>
  close(): Promise<void>
}

interface Server {
  readonly test: TestCloud
  readonly tenant: TestTenant
  readonly admin: pg.Client
  readonly scissors: Scissors
}

/** One server, one tenant; each history begins with it empty. */
export async function createPostgresClouds(): Promise<PostgresClouds> {
  const clock = { now: (): number => Date.now() }
  const postgres = await startTestPostgres()
  const shapes = { chunk: { rows: ROWS, bytes: 1 << 20 } }
  const test = await startTestCloud({ postgres, clock: { now: () => clock.now() }, shapes })
  // A look of its own that began in the history before and ended in this one would hold the clock of that one against it.
  test.cloud.deps.clockGuard.stop()
  const tenant = await test.createTenant('histories')
  const { database } = (await test.cloud.deps.tenants.fresh(tenant.tenantId))!
  const admin = new pg.Client({ ...placeOf(postgres.url), database, types: TYPES })
  await admin.connect()
  // What is put back is put back as it was: no seq is taken for it.
  await admin.query('set session_replication_role = replica')
  const empty = await copyTables(admin)
  const scissors = createScissors(database)
  const server = { test, tenant, admin, scissors }
  return {
    async cloudOf(seed) {
      await putTablesBack(admin, empty)
      await newEpoch(server)
      return world => {
        clock.now = world.now
        return createCloud(server, world, seededDice(seed))
      }
    },
    async close() {
      scissors.putAway()
      await admin.end()
      await test.close()
      await postgres.stop()
    },
  }
}

async function newEpoch({ test, tenant }: Server): Promise<void> {
  const { deps } = test.cloud
  await beginEpoch(deps, (await deps.tenants.fresh(tenant.tenantId))!)
}

function createCloud(server: Server, { now, expired }: World, dice: Dice): Cloud {
  const { test, tenant, admin, scissors } = server
  const { app, deps } = test.cloud
  let token = { text: '', at: Number.NaN }
  let isBegun = false

  async function accept(): Promise<void> {
    await acceptClock(deps.control, deps.clock)
    await deps.clockGuard.look()
  }

  async function headers(): Promise<Record<string, string>> {
    // The history before this one went on for years.
    if (!isBegun) await accept()
    isBegun = true
    // The server looks every two seconds of its day; here days pass in no time.
    await deps.clockGuard.look()
    if (!(Math.abs(now() - token.at) < TOKEN_MS)) token = { text: await tenant.token('computer'), at: now() }
    return { authorization: `Bearer ${token.text}` }
  }

  /** Null: the server does not answer, as far as the computer is concerned. */
  async function ask(method: 'GET' | 'POST', url: string, more: Record<string, string>, payload?: object) {
    const answer = await app.inject({
      method,
      url,
      headers: { ...(await headers()), ...more },
      ...(payload && { payload }),
    })
    if (answer.statusCode >= 500) return null
    if (answer.statusCode >= 400 && answer.statusCode !== 409)
      throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
    return answer
  }

  return {
    async push({ epoch, heard, known, records }) {
      const more = { [EPOCH_HEADER]: epoch ?? '', [HEARD_HEADER]: String(heard), [KNOWN_HEADER]: String(known) }
      const isCut = dice.chance(CUTS)
      if (isCut) scissors.cutAfter(dice.below(MOST_QUESTIONS))
      const answer = await ask('POST', '/v1/records', more, { records })
      scissors.rest()
      return answer === null ? null : answer.json()
    },
    async shape({ handle, offset, known }) {
      const query = new URLSearchParams({ table: 'record', offset, ...(handle !== null && { handle }) })
      const answer = await ask('GET', `/v1/shape?${query}`, { [KNOWN_HEADER]: String(known) })
      if (answer === null) return null
      const told = answer.headers as Record<string, string>
      const said = { epoch: told[EPOCH_HEADER]!, now: Number(told[NOW_HEADER]) }
      if (answer.statusCode === 409) return { status: 'gone', ...said, successor: told['electric-handle']! }
      return { status: 'rows', ...said, ...shapeOf(told, answer.body) }
    },
    async digest(bucket) {
      const answer = await ask('GET', `/v1/records/digest${bucket === null ? '' : `?bucket=${bucket}`}`, {})
      return answer === null ? null : answer.json()
    },
    async nights(count) {
      const before = await contentsOf(admin)
      for (let run = 0; run < count; run++) {
        // A day has one night; these days are a moment long.
        await admin.query('update feed_counter set night_day = null')
        await deps.nights.run((await deps.tenants.fresh(tenant.tenantId))!)
      }
      const left = valuesIn(await contentsOf(admin))
      for (const cell of cellsOf(before)) if (!left.has(cell.v)) expired(cell, { table: '', id: '' })
    },
    // The built-in log has one handle for as long as the epoch lasts.
    rotate: async () => {},
    copy: () => copyTables(admin),
    async putBack(copy, isAnnounced) {
      await putTablesBack(admin, copy as CopiedTables)
      if (isAnnounced) await newEpoch(server)
    },
    acceptClock: accept,
    contents: () => contentsOf(admin),
  }
}

type Shape = Pick<Extract<ShapeAnswer, { status: 'rows' }>, 'handle' | 'offset' | 'rows' | 'upToDate'>

function shapeOf(headers: Record<string, string>, body: string): Shape {
  return {
    handle: headers['electric-handle']!,
    offset: headers['electric-offset']!,
    rows: rowsOf(body),
    upToDate: 'electric-up-to-date' in headers,
  }
}

function cellsOf({ records, history }: CloudContents) {
  const present = records.flatMap(({ fields, stamps }) =>
    Object.entries(stamps).map(([field, s]) => ({ v: fields[field] ?? null, s })),
  )
  return [...present, ...history.map(({ cell }) => cell)]
}
