import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KNOWN } from '#server/services/records/known-tables.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { createPusher, type Pusher, typed } from '#server/testing/pusher.ts'
import { bucketHashes, bucketOf, recordHash } from '#shared/sync/digest.ts'
import type { DigestAnswer, PushAnswer, RecordAnswer } from '#shared/sync/wire.ts'

const NOW = 1_800_000_000_000
let now = NOW
let cloud: TestCloud
let count = 0
beforeAll(async () => {
  cloud = await startTestCloud({ clock: { now: () => now }, config: { spares: 3 } })
})
afterAll(() => cloud?.close())

async function quilter(): Promise<Pusher & { tenantId: string; epoch: string }> {
  const tenant = await cloud.createTenant(`quilter_${++count}`)
  const { epoch } = (await cloud.cloud.deps.tenants.fresh(tenant.tenantId))!
  return { tenantId: tenant.tenantId, epoch, ...(await createPusher(cloud, tenant)) }
}

const outcomes = (answer: PushAnswer): string[] =>
  answer.status === 'done' ? answer.records.map(one => one.outcome) : [answer.status]
const answers = (answer: PushAnswer): RecordAnswer[] => (answer.status === 'done' ? answer.records : [])

interface Row {
  table_name: string
  row_id: string
  fields: Record<string, unknown>
  seq: number
}
async function rows(tenantId: string, text: string): Promise<Row[]> {
  const { tenants, pools } = cloud.cloud.deps
  return pools.use((await tenants.fresh(tenantId))!, async db => (await sql.raw<Row>(text).execute(db)).rows)
}

test('what a device pushes is stored, takes a seq, and pushing it again or half of it changes nothing', async () => {
  const rose = await quilter()
  const records = [
    typed('tag', 't1', { name: 'Feathers', created_at: 5 }, { ms: NOW }),
    typed('tag', 't2', { name: 'Swirls', created_at: 6 }, { ms: NOW }),
  ]
  for (const part of [records, records, records.slice(1), records.toReversed()])
    expect(outcomes(await rose.push(part))).toEqual(part.map(() => 'stored'))
  expect(await rows(rose.tenantId, 'select row_id, seq from record order by seq')).toEqual([
    { row_id: 't1', seq: 1 },
    { row_id: 't2', seq: 2 },
  ])
  expect(await rows(rose.tenantId, 'select name, created_at from tag order by name')).toEqual([
    { name: 'Feathers', created_at: 5 },
    { name: 'Swirls', created_at: 6 },
  ])
})

test('fields and tables the server does not know are kept and handed on', async () => {
  const rose = await quilter()
  const value = { deep: [1, null, 'ö'] }
  await rose.push([
    typed('hoop', 'h1', { wide: 12.25, value }, { ms: NOW }),
    typed('tag', 't1', { colour: 'red' }, { ms: NOW }),
  ])
  expect(await rows(rose.tenantId, 'select table_name, fields from record order by seq')).toEqual([
    { table_name: 'hoop', fields: { wide: 12.25, value } },
    { table_name: 'tag', fields: { colour: 'red' } },
  ])
})

test('a record that is not valid is refused with a sentence and blocks nothing', async () => {
  const rose = await quilter()
  const answer = await rose.push([
    typed('tag', 't1', { name: 7 }, { ms: NOW }),
    typed('tag', 't2', { name: 'Kept' }, { ms: NOW }),
    typed('tag', 't3', { name: 'nul \0' }, { ms: NOW }),
    typed('tag', 't4', { name: 'half \ud83e' }, { ms: NOW }),
    { table: 'tag', id: 't5', entries: [{ field: 'name' }, {}] },
    typed('plan', 'p1', { plan: 'x'.repeat(1_100_000) }, { ms: NOW }),
    'nonsense',
  ])
  expect(outcomes(answer)).toEqual(['refused', 'stored', 'refused', 'refused', 'refused', 'refused', 'refused'])
  expect(answers(answer)[0]).toEqual({
    outcome: 'refused',
    named: [0],
    code: 'not-valid',
    message: 'Its name is not something Bobbin can keep.',
  })
  expect(answers(answer)[4]).toMatchObject({ named: [0, 1] })
  expect(answers(answer)[5]).toMatchObject({ code: 'too-large' })
})

test('a record the database itself will not have fails alone', async () => {
  const rose = await quilter()
  // Longer than an entry of the index may be, but not refused by any rule of ours: the key of a field's history.
  const { tenants, config } = cloud.cloud.deps
  const tenant = (await tenants.fresh(rose.tenantId))!
  const { withClient, placeOf } = await import('#server/db/connect.ts')
  await withClient({ ...placeOf(config.databaseUrl), database: tenant.database }, client =>
    client.query(`alter table record add check (row_id <> 'cursed')`),
  )
  const answer = await rose.push([
    typed('tag', 't1', { name: 'One' }, { ms: NOW }),
    typed('tag', 'cursed', { name: 'Two' }, { ms: NOW }),
    typed('tag', 't3', { name: 'Three' }, { ms: NOW }),
  ])
  expect(outcomes(answer)).toEqual(['stored', 'failed', 'stored'])
  expect(await rows(rose.tenantId, 'select row_id, seq from record order by seq')).toEqual([
    { row_id: 't1', seq: 1 },
    { row_id: 't3', seq: 2 },
  ])
})

test('a stamp ahead of the server is told, not stored; in another epoch nothing is', async () => {
  const rose = await quilter()
  const early = typed('tag', 't1', { name: 'Later' }, { ms: NOW + 61_000 })
  expect(answers(await rose.push([early]))).toEqual([{ outcome: 'clock', named: [0], stored: {} }])
  const other = await rose.push([typed('tag', 't1', { name: 'X' }, { ms: NOW })], { 'bobbin-epoch': 'another' })
  expect(other).toEqual({ status: 'epoch', epoch: rose.epoch, now: NOW })
  expect(await rows(rose.tenantId, 'select * from record')).toEqual([])
})

test('a device that knows more than there is finds a database put back: a new epoch begins, once', async () => {
  const rose = await quilter()
  await rose.push([typed('tag', 't1', { name: 'A', trashed_at: 1 }, { ms: NOW })])
  const push = () => rose.push([typed('tag', 't2', { name: 'B' }, { ms: NOW })], { 'bobbin-known': '99' })
  const [one, other] = await Promise.all([push(), push()])
  expect([one!.status, other!.status]).toEqual(['epoch', 'epoch'])
  expect(one!.epoch).not.toBe(rose.epoch)
  expect(other!.epoch).toBe(one!.epoch)
})

test('who compares a digest and knows more than there is finds it put back, too', async () => {
  const rose = await quilter()
  await rose.push([typed('tag', 't1', { name: 'A' }, { ms: NOW })])
  const ask = async (known: string): Promise<DigestAnswer> => {
    const headers = { ...(await rose.headers()), 'bobbin-known': known }
    return (await cloud.cloud.app.inject({ url: '/v1/records/digest', headers })).json()
  }
  expect((await ask('1')).epoch).toBe(rose.epoch)
  expect((await ask('2')).epoch).not.toBe(rose.epoch)
})

test('a value that loses is in the history once, and marked when neither hand knew of the other', async () => {
  const rose = await quilter()
  await rose.push([typed('tag', 't1', { name: 'Mine' }, { ms: NOW, device: 'a' })])
  for (let turn = 0; turn < 3; turn++)
    await rose.push([typed('tag', 't1', { name: 'Hers' }, { ms: NOW + 5, device: 'b' })])
  await rose.push([typed('tag', 't1', { name: 'Late' }, { ms: NOW - 5, device: 'c' })])
  expect(await rows(rose.tenantId, 'select value, stamp, is_conflict from record_history order by stamp')).toEqual([
    { value: 'Late', stamp: [NOW - 5, 0, 'c'], is_conflict: true },
    { value: 'Mine', stamp: [NOW, 0, 'a'], is_conflict: true },
  ])
})

test('eight writers at once: nothing is lost, and seq has neither gap nor double', async () => {
  const rose = await quilter()
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let turn = 0; turn < 12; turn++)
        await rose.push([
          typed('pattern', 'shared', { [`field_${writer}_${turn}`]: turn }, { ms: NOW, device: `d${writer}` }),
          typed('pattern', `own_${writer}_${turn}`, { notes: 'x' }, { ms: NOW, device: `d${writer}` }),
        ])
    }),
  )
  const all = await rows(rose.tenantId, 'select row_id, fields, seq from record order by seq')
  expect(all.length).toBe(97)
  expect(Object.keys(all.find(row => row.row_id === 'shared')!.fields).length).toBe(96)
  expect(new Set(all.map(row => row.seq)).size).toBe(97)
  // 96 records of their own took one each, the shared one took 96.
  expect(await rows(rose.tenantId, 'select seq from feed_counter')).toEqual([{ seq: 192 }])
})

test('seq follows the order of commits: who reads up to a seq has missed nothing below it', async () => {
  const rose = await quilter()
  let isWriting = true
  const writers = Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let turn = 0; turn < 10; turn++)
        await rose.push([typed('tag', randomUUID(), { name: `${writer}` }, { ms: NOW, device: `d${writer}` })])
    }),
  ).finally(() => (isWriting = false))
  const read: number[] = []
  for (let isLast = false; !isLast; ) {
    isLast = !isWriting
    const from = read.at(-1) ?? 0
    read.push(
      ...(await rows(rose.tenantId, `select seq from record where seq > ${from} order by seq`)).map(one => one.seq),
    )
  }
  await writers
  expect(read).toEqual(Array.from({ length: 80 }, (_, place) => place + 1))
})

test('the digest is that of the records, whole and bucket by bucket', async () => {
  const rose = await quilter()
  const records = Array.from({ length: 40 }, (_, place) =>
    typed('tag', randomUUID(), { name: `Tag ${place}`, created_at: place }, { ms: NOW }),
  )
  await rose.push(records)
  const expected = records.map(({ table, id, entries }) => ({
    table,
    id,
    fields: Object.fromEntries(entries.map(entry => [entry.field, entry.value])),
    stamps: Object.fromEntries(entries.map(entry => [entry.field, entry.stamp])),
    purged: false,
  }))
  const digest = await rose.get<DigestAnswer>('/v1/records/digest')
  expect(digest).toEqual({ epoch: rose.epoch, seq: 40, buckets: bucketHashes(expected) })
  const first = expected[0]!
  const bucket = await rose.get<DigestAnswer>(`/v1/records/digest?bucket=${bucketOf(first)}`)
  expect(bucket.records).toContainEqual({
    table: 'tag',
    id: first.id,
    hash: recordHash(first),
    stamps: first.stamps,
  })
})

test('a body may be gzip, within limits that hold for what comes out of it', async () => {
  const rose = await quilter()
  const send = async (payload: Buffer, encoding: string) =>
    cloud.cloud.app.inject({
      method: 'POST',
      url: '/v1/records',
      headers: { ...(await rose.headers()), 'content-type': 'application/json', 'content-encoding': encoding },
      payload,
    })
  const body = JSON.stringify({ records: [typed('tag', 't1', { name: 'Zipped' }, { ms: NOW })] })
  expect((await send(gzipSync(body), 'gzip')).json()).toMatchObject({ status: 'done' })
  expect((await send(gzipSync(Buffer.alloc(30_000_000, 32)), 'gzip')).statusCode).toBe(413)
  expect((await send(Buffer.from('no gzip at all'), 'gzip')).statusCode).toBe(400)
  expect((await send(gzipSync(body).subarray(0, 30), 'gzip')).statusCode).toBe(400)
  expect((await send(Buffer.from(body), 'br')).statusCode).toBe(415)
})

test('the server knows every table and field the library backs up', async () => {
  // By name: the library is no part of the server.
  const list = new URL('../../../electron/library/db/synced.ts', import.meta.url).href
  const { SYNCED } = (await import(list)) as { SYNCED: Record<string, readonly string[]> }
  const known = Object.fromEntries(
    Object.entries(KNOWN).map(([table, columns]) => [table, new Set(Object.values(columns).flat())]),
  )
  for (const [table, columns] of Object.entries(SYNCED))
    expect(known[table]).toEqual(new Set(['created_at', ...columns]))
})
