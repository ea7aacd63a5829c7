/** A computer is killed as hard as can be, in the middle of what it reads and sends: invariants 1 to 3 of SYNC.md section 4. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTokenFile } from '#library/sync/auth/token-file.ts'
import { kill } from '#library/sync/testing/kill-cloud.ts'
import { tempComputer, type TempComputer } from '#library/sync/testing/temp-computer.ts'
import { placeOf, TYPES } from '#server/db/connect.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { canonicalJson } from '#shared/sync/json.ts'
import type { SyncRecord } from '#shared/sync/record.ts'
import type { CloudContents } from '#shared/sync/testing/cloud.ts'
import { type Dice, seededDice } from '#shared/sync/testing/dice.ts'
import type { Errand, Said } from './device-errand.ts'
import { contentsOf } from './postgres-tables.ts'

const { BOBBIN_SEED, BOBBIN_SOAK } = process.env
const seed = Number(BOBBIN_SEED ?? (BOBBIN_SOAK ? Date.now() % 2 ** 31 : 11))
const KILLS = BOBBIN_SOAK ? 60 : 4
/** In a soak, more than are applied in one go. */
const PATTERNS = BOBBIN_SOAK ? 700 : 120
const CHILD = join(import.meta.dirname, 'device-child.ts')
const EMAIL = 'anne@example.org'

let postgres: TestPostgres
let cloud: TestCloud
let admin: pg.Client
let place: string
const started: ReturnType<typeof spawn>[] = []
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'bobbin-device-kill-'))
  postgres = await startTestPostgres()
  cloud = await startTestCloud({ postgres })
}, 60_000)
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await admin?.end()
  if (cloud) await kill(cloud)
  await postgres?.stop()
  rmSync(place, { recursive: true, force: true })
}, 30_000)

/** Runs it until it is killed or has done its errand. */
async function run(dir: string, errand: Errand): Promise<{ said: Said[]; isKilled: boolean }> {
  const child = spawn(process.execPath, [CHILD, dir, JSON.stringify(errand)], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += String(chunk)))
  await once(child, 'close')
  const said = text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Said)
  expect(child.signalCode ?? child.exitCode, 'it was killed or ended well').toBeOneOf(['SIGKILL', 0])
  return { said, isKilled: child.signalCode === 'SIGKILL' }
}

function errandOf(dice: Dice): Errand {
  const moment = dice.pick(['pull', 'pull', 'answer', 'sent'] as const)
  const most = { pull: PATTERNS * 3, answer: PATTERNS, sent: 60 }[moment]
  return { seed: dice.below(2 ** 31), types: dice.pick([0, 1, 30, 90]), moment, after: dice.below(most) }
}

const recordsOf = (one: TempComputer): SyncRecord[] =>
  one.services.syncStore.read(port => Array.from(port.everyRecord()))

const told = (records: readonly SyncRecord[]) =>
  records.map(({ table, id, fields, stamps, purged }) => canonicalJson({ table, id, fields, stamps, purged })).sort()

/** Each value with the place it stands in; in a field or in its history. */
function namesIn({ records, history }: CloudContents): string[] {
  const present = records.flatMap(({ id, fields }) => (fields.name === undefined ? [] : `${id} ${String(fields.name)}`))
  const earlier = history.filter(({ field }) => field === 'name').map(({ id, cell }) => `${id} ${String(cell.v)}`)
  return [...present, ...earlier]
}

test(
  `killed ${KILLS} times in what it reads and sends, a computer loses nothing and doubles nothing (BOBBIN_SEED=${seed})`,
  async () => {
    const dice = seededDice(seed)
    const dir = join(place, 'laptop')
    const desk = await tempComputer('desk')
    const signIn = async (one: TempComputer) => {
      one.clock.set(Date.now())
      await one.call('sync.signIn', { url: cloud.url, email: EMAIL, code: await cloud.signInCode(EMAIL) })
      await one.call('sync.now', {})
    }
    try {
      const ids = Array.from({ length: PATTERNS }, (_, index) => desk.addPattern(`Pattern ${index}`))
      await signIn(desk)
      const laptop = await tempComputer('laptop', { dir, tokens: createTokenFile(dir) })
      await signIn(laptop)
      await laptop.library.close()
      const [{ id: tenantId }] = (await cloud.cloud.deps.control.selectFrom('tenant').select('id').execute()) as [
        { id: string },
      ]
      const { database } = (await cloud.cloud.deps.tenants.fresh(tenantId))!
      admin = new pg.Client({ ...placeOf(postgres.url), database, types: TYPES })
      await admin.connect()

      /** What has to be somewhere in the end: what the desk typed, the last that the laptop typed of each, and what the cloud ever had. */
      const owed = new Set<string>()
      const last = new Map<string, string>()
      let kills = 0
      for (let round = 0; kills < KILLS; round++) {
        expect(round, 'the dice hit hardly anything').toBeLessThan(KILLS * 4)
        desk.clock.set(Date.now())
        for (const id of ids) {
          if (!dice.chance(0.8)) continue
          desk.rename(id, `desk ${round}`)
          owed.add(`${id} desk ${round}`)
        }
        await desk.call('sync.now', {})
        const { said, isKilled } = await run(dir, errandOf(dice))
        if (isKilled) kills++
        for (const one of said) if ('typed' in one) last.set(one.typed.id, one.typed.value)
        for (const name of namesIn(await contentsOf(admin))) owed.add(name)
      }
      const { said, isKilled } = await run(dir, { seed: 0, types: 0, moment: 'never', after: 0 })
      expect([isKilled, said.at(-1)]).toEqual([false, { done: 0 }])
      for (const one of said) if ('typed' in one) last.set(one.typed.id, one.typed.value)
      await desk.call('sync.now', {})

      const contents = await contentsOf(admin)
      const names = namesIn(contents)
      for (const [id, value] of last) owed.add(`${id} ${value}`)
      expect(
        [...owed].filter(name => !names.includes(name)),
        'lost',
      ).toEqual([])
      expect(
        names.filter((name, at) => names.indexOf(name) !== at),
        'twice',
      ).toEqual([])
      const again = await tempComputer('laptop', { dir, tokens: createTokenFile(dir) })
      const [here, there, cloudHas] = [told(recordsOf(again)), told(recordsOf(desk)), told(contents.records)]
      await again.library.close()
      expect(here).toEqual(cloudHas)
      expect(there).toEqual(cloudHas)
    } finally {
      await desk.remove()
    }
  },
  BOBBIN_SOAK ? 1_800_000 : 120_000,
)
