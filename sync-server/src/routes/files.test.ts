import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { frameHead } from '#shared/sync/files/frames.ts'
import { BUNDLE_TYPE, BYTES_TYPE, PART_BYTES, SMALL_BYTES } from '#shared/sync/files/wire.ts'
import { createFrameReader } from '#shared/sync/files/frames.ts'
import { startTestCloud, type TestCloud, type TestTenant } from '#server/testing/cloud.ts'

let cloud: TestCloud
let tenant: TestTenant
let token: string
let count = 0

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud?.close())
beforeEach(async () => {
  tenant = await cloud.createTenant(`quilter${++count}`)
  token = await tenant.token()
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function ask(path: string, init: RequestInit = {}, as = token): Promise<Response> {
  return fetch(`${cloud.url}/v1/files/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${as}`, ...(init.headers as Record<string, string>) },
  })
}

async function put(bytes: Uint8Array<ArrayBuffer>, name = sha256(bytes), range?: string) {
  const headers = { 'content-type': BYTES_TYPE, ...(range !== undefined && { 'content-range': range }) }
  const response = await ask(name, { method: 'PUT', body: bytes, headers })
  const answer = (await response.json()) as { stored?: boolean; at?: number; error?: { code: string } }
  return { status: response.status, ...answer, code: answer.error?.code }
}

const partOf = (bytes: Uint8Array<ArrayBuffer>, part: number) =>
  bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)

function putPart(bytes: Uint8Array<ArrayBuffer>, part: number, name = sha256(bytes)) {
  const piece = partOf(bytes, part)
  const from = part * PART_BYTES
  return put(piece, name, `bytes ${from}-${from + piece.length - 1}/${bytes.length}`)
}

async function missing(...hashes: string[]) {
  const response = await ask('missing', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ hashes }),
  })
  return ((await response.json()) as { missing: { hash: string; at: number }[] }).missing
}

async function got(hash: string, range?: string) {
  const response = await ask(hash, range === undefined ? {} : { headers: { range } })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

function bundle(...files: (readonly [hash: string, bytes: Uint8Array])[]): Buffer<ArrayBuffer> {
  return Buffer.concat(files.flatMap(([hash, bytes]) => [frameHead(hash, bytes.length), bytes]))
}

async function sendBundle(body: Buffer<ArrayBuffer>) {
  const response = await ask('bundle', { method: 'POST', headers: { 'content-type': BUNDLE_TYPE }, body })
  return { status: response.status, ...((await response.json()) as { files?: { hash: string; outcome: string }[] }) }
}

async function fetchBundle(...hashes: string[]) {
  const headers = { 'content-type': 'application/json' }
  const response = await ask('bundle', { method: 'POST', headers, body: JSON.stringify({ hashes }) })
  return createFrameReader().push(new Uint8Array(await response.arrayBuffer()))
}

const usage = async () =>
  (await ask('usage')).json() as Promise<{ files: number; usedBytes: number; quotaBytes: number }>

const setQuota = async (bytes: number) => {
  await cloud.cloud.deps.control
    .updateTable('tenant')
    .set({ quota_bytes: bytes })
    .where('id', '=', tenant.tenantId)
    .execute()
  cloud.cloud.deps.tenants.forget(tenant.tenantId)
}

async function inDatabase<T>(query: string): Promise<T[]> {
  const own = (await cloud.cloud.deps.tenants.byId(tenant.tenantId))!
  return cloud.cloud.deps.pools.use(own, async db => (await sql.raw<T>(query).execute(db)).rows)
}

const rollNight = () => inDatabase('update feed_counter set night = night + 1')
const collect = async () => cloud.cloud.deps.files.collect((await cloud.cloud.deps.tenants.byId(tenant.tenantId))!)

describe('a file', () => {
  test('comes back byte for byte, and is known by its hash alone', async () => {
    const bytes = randomBytes(70_000)
    const hash = sha256(bytes)
    expect((await ask(hash, { method: 'HEAD' })).status).toBe(404)
    expect(await missing(hash)).toEqual([{ hash, at: 0 }])
    expect(await put(bytes)).toMatchObject({ status: 200, stored: true })
    expect(await missing(hash)).toEqual([])
    const head = await ask(hash, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), head.headers.get('accept-ranges')]).toEqual([
      200,
      '70000',
      'bytes',
    ])
    const back = await got(hash)
    expect(back.bytes.equals(bytes)).toBe(true)
    expect(back.headers.get('content-disposition')).toBe('attachment')
  })

  test('that is not what its name says is not kept, and that is said', async () => {
    const [bytes, name] = [randomBytes(500), sha256(randomBytes(1))]
    expect(await put(bytes, name)).toMatchObject({ status: 422, code: 'wrong-hash' })
    expect(await missing(name, sha256(bytes))).toHaveLength(2)
    expect((await usage()).usedBytes).toBe(0)
  })

  test('without a byte is a file like any other', async () => {
    const empty = new Uint8Array()
    expect(await put(empty)).toMatchObject({ stored: true })
    const back = await got(sha256(empty))
    expect([back.status, back.bytes.length]).toEqual([200, 0])
    expect((await got(sha256(empty), 'bytes=0-')).status).toBe(416)
  })

  test('sent twice takes room once', async () => {
    const bytes = randomBytes(1_000)
    await Promise.all([put(bytes), put(bytes), sendBundle(bundle([sha256(bytes), bytes]))])
    expect(await usage()).toMatchObject({ files: 1, usedBytes: 1_000 })
  })

  test.each([
    ['../../etc/passwd'],
    ['A'.repeat(64)],
    ['a'.repeat(63)],
    [`${'a'.repeat(64)}%00`],
    [`${'a'.repeat(64)}'--`],
  ])('has a hash for a name: %j leads nowhere', async name => {
    const response = await ask(encodeURIComponent(name))
    expect([400, 404]).toContain(response.status)
  })
})

describe('parts', () => {
  const large = randomBytes(3 * PART_BYTES + 12_345)

  test('in their order make a file, which is there with the last of them and not before', async () => {
    const hash = sha256(large)
    for (const part of [0, 1, 2]) {
      expect(await putPart(large, part)).toMatchObject({ stored: false, at: (part + 1) * PART_BYTES })
      expect((await got(hash)).status).toBe(404)
      expect(await missing(hash)).toEqual([{ hash, at: (part + 1) * PART_BYTES }])
    }
    expect(await putPart(large, 3)).toMatchObject({ stored: true, at: large.length })
    expect((await got(hash)).bytes.equals(large)).toBe(true)
    expect(await inDatabase('select 1 from file_part')).toEqual([])
  })

  test('may come in any order and more than once, from two computers at a time', async () => {
    const answers = await Promise.all([3, 1, 1, 0, 3, 2, 0, 2].map(part => putPart(large, part)))
    expect(answers.every(answer => answer.status === 200)).toBe(true)
    expect((await got(sha256(large))).bytes.equals(large)).toBe(true)
    expect((await usage()).usedBytes).toBe(large.length)
  })

  test('of which one is spoiled leave nothing, and the file can be sent again', async () => {
    const hash = sha256(large)
    const spoiled = Buffer.from(large)
    spoiled[PART_BYTES + 5]! ^= 1
    for (const part of [0, 1, 2]) await putPart(spoiled, part, hash)
    expect(await putPart(spoiled, 3, hash)).toMatchObject({ status: 422, code: 'wrong-hash' })
    expect(await missing(hash)).toEqual([{ hash, at: 0 }])
    expect((await usage()).usedBytes).toBe(0)
    for (const part of [0, 1, 2, 3]) await putPart(large, part)
    expect((await got(hash)).bytes.equals(large)).toBe(true)
  })

  test('that all came before a crash could say so are whole with the last one sent again', async () => {
    const hash = sha256(large)
    for (const part of [0, 1, 2]) await putPart(large, part)
    const last = `'\\x${Buffer.from(partOf(large, 3)).toString('hex')}'::bytea`
    await inDatabase(`insert into file_part (hash, part, content) values ('${hash}', 3, ${last})`)
    expect(await missing(hash)).toEqual([{ hash, at: 3 * PART_BYTES }])
    expect(await putPart(large, 3)).toMatchObject({ stored: true })
  })

  test('that claim another length begin the file anew, so that no wrong claim stands in the way for ever', async () => {
    const hash = sha256(large)
    expect(await put(randomBytes(PART_BYTES), hash, `bytes 0-${PART_BYTES - 1}/${2 * PART_BYTES}`)).toMatchObject({
      stored: false,
    })
    for (const part of [0, 1, 2, 3]) await putPart(large, part)
    expect((await got(hash)).bytes.equals(large)).toBe(true)
    expect((await usage()).usedBytes).toBe(large.length)
  })

  test.each([
    ['bytes 1-10/100', 10],
    ['bytes 0-9/100', 10],
    [`bytes 0-${PART_BYTES}/${PART_BYTES + 1}`, 10],
    [`bytes 0-${PART_BYTES - 1}/${PART_BYTES * 2}`, 10],
    ['bytes 0-9/10', 11],
    ['bytes 9-0/10', 10],
    ['bytes */10', 0],
    ['bytes 0-0/0', 1],
    ['nonsense', 1],
  ])('%j with %i bytes is refused', async (range, length) => {
    expect(await put(randomBytes(length), sha256(randomBytes(3)), range)).toMatchObject({ status: 400 })
    expect((await usage()).usedBytes).toBe(0)
  })

  test('a body larger than a part is refused, announced or not', async () => {
    const name = sha256(randomBytes(3))
    expect(await put(randomBytes(PART_BYTES + 1), name)).toMatchObject({ status: 413 })
    const stream = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 3; at++) controller.enqueue(randomBytes(PART_BYTES))
        controller.close()
      },
    })
    const init = { method: 'PUT', body: stream, duplex: 'half', headers: { 'content-type': BYTES_TYPE } }
    expect((await ask(name, init as RequestInit)).status).toBe(413)
  })

  test('a file larger than any pattern is refused with its first part', async () => {
    const range = `bytes 0-${PART_BYTES - 1}/${300 * 1024 * PART_BYTES}`
    expect(await put(randomBytes(PART_BYTES), sha256(randomBytes(3)), range)).toMatchObject({ status: 507 })
    await setQuota(Number.MAX_SAFE_INTEGER)
    expect(await put(randomBytes(PART_BYTES), sha256(randomBytes(3)), range)).toMatchObject({
      status: 413,
      code: 'file-too-large',
    })
  })
})

describe('ranges', () => {
  test.each([
    ['bytes=0-9', 0, 10],
    [`bytes=${PART_BYTES - 5}-${PART_BYTES + 4}`, PART_BYTES - 5, PART_BYTES + 5],
    [`bytes=${PART_BYTES * 2}-`, PART_BYTES * 2, PART_BYTES * 2 + 77],
    ['bytes=-80', PART_BYTES * 2 - 3, PART_BYTES * 2 + 77],
    ['bytes=5-999999999', 5, PART_BYTES * 2 + 77],
  ])('%s gives exactly that', async (range, from, to) => {
    const bytes = randomBytes(2 * PART_BYTES + 77)
    for (const part of [0, 1, 2]) await putPart(bytes, part)
    const back = await got(sha256(bytes), range)
    expect(back.status).toBe(206)
    expect(back.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${bytes.length}`)
    expect(back.bytes.equals(bytes.subarray(from, to))).toBe(true)
  })

  test('what lies outside is said to, what cannot be understood is answered whole', async () => {
    const bytes = randomBytes(100)
    await put(bytes)
    expect((await got(sha256(bytes), 'bytes=100-')).status).toBe(416)
    for (const range of ['bytes=0-1,3-4', 'bytes=8-2', 'lines=1-2']) {
      const back = await got(sha256(bytes), range)
      expect([back.status, back.bytes.length]).toEqual([200, 100])
    }
  })
})

describe('bundles', () => {
  test('each file is answered by itself, the good ones are stored', async () => {
    const files = Array.from({ length: 40 }, () => randomBytes(20_000))
    const wrong = sha256(randomBytes(1))
    const sent = [...files.map(bytes => [sha256(bytes), bytes] as const), [wrong, randomBytes(10)] as const]
    const answer = await sendBundle(bundle(...sent))
    expect(answer.status).toBe(200)
    expect(answer.files!.filter(file => file.outcome === 'stored')).toHaveLength(40)
    expect(answer.files!.find(file => file.hash === wrong)!.outcome).toBe('wrong-hash')
    const asked = [wrong, ...files.map(sha256)]
    const frames = await fetchBundle(...asked)
    expect(frames.map(frame => frame.hash)).toEqual(asked)
    expect(frames[0]!.bytes).toBeNull()
    expect(frames.slice(1).every((frame, at) => Buffer.from(frame.bytes!).equals(files[at]!))).toBe(true)
  })

  test('one that is cut off stores what came whole, so that it is not sent again', async () => {
    const files = [randomBytes(3_000), randomBytes(4_000), randomBytes(5_000)]
    const body = bundle(...files.map(bytes => [sha256(bytes), bytes] as const))
    expect(await sendBundle(body.subarray(0, body.length - 10))).toMatchObject({ status: 400 })
    expect((await missing(...files.map(sha256))).map(one => one.hash)).toEqual([sha256(files[2]!)])
  })

  test('a file that is not small does not travel in one', async () => {
    const bytes = randomBytes(SMALL_BYTES + 1)
    expect(await sendBundle(bundle([sha256(bytes), bytes]))).toMatchObject({ status: 400 })
    await put(bytes)
    expect((await fetchBundle(sha256(bytes)))[0]!.bytes).toBeNull()
  })

  test('one that is too large or too full is refused', async () => {
    const big = randomBytes(200_000)
    const many = Array.from({ length: 25 }, () => [sha256(big), big] as const)
    expect(await sendBundle(bundle(...many))).toMatchObject({ status: 413 })
    const tiny = Array.from({ length: 300 }, (_, at) => Buffer.from(String(at)))
    expect(await sendBundle(bundle(...tiny.map(one => [sha256(one), one] as const)))).toMatchObject({ status: 413 })
  })
})

describe('room', () => {
  test('is asked for before bytes are taken, and held to when many come at once', async () => {
    await setQuota(10_000)
    expect(await put(randomBytes(10_001))).toMatchObject({ status: 507, code: 'full' })
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(randomBytes(3_000))))
    expect(answers.filter(answer => answer.stored)).toHaveLength(3)
    expect(answers.filter(answer => answer.status === 507)).toHaveLength(5)
    expect(await usage()).toEqual({ files: 3, usedBytes: 9_000, quotaBytes: 10_000 })
  })

  test('of a bundle that does not fit, as many files are taken as there is room for', async () => {
    await setQuota(10_000)
    const files = Array.from({ length: 6 }, () => randomBytes(3_000))
    const answer = await sendBundle(bundle(...files.map(bytes => [sha256(bytes), bytes] as const)))
    expect(answer.files!.map(file => file.outcome).toSorted()).toEqual([
      'full',
      'full',
      'full',
      'stored',
      'stored',
      'stored',
    ])
  })

  test('a begun file holds its room, so that it can be ended', async () => {
    await setQuota(3 * PART_BYTES)
    const bytes = randomBytes(2 * PART_BYTES + 5)
    expect(await putPart(bytes, 0)).toMatchObject({ stored: false })
    expect(await put(randomBytes(PART_BYTES))).toMatchObject({ code: 'full' })
    await putPart(bytes, 1)
    expect(await putPart(bytes, 2)).toMatchObject({ stored: true })
  })

  test('what is there already needs none', async () => {
    const bytes = randomBytes(5_000)
    await put(bytes)
    await setQuota(5_000)
    expect(await put(bytes)).toMatchObject({ stored: true })
  })
})

describe('collecting', () => {
  test('is part of every tenant’s night, which also tells the registry how much room is taken', async () => {
    const { tenants, nights } = cloud.cloud.deps
    const gone = randomBytes(100)
    await put(gone)
    for (let night = 0; night < 29; night++) await rollNight()
    await put(randomBytes(700))
    expect(await nights.run((await tenants.byId(tenant.tenantId))!)).toBe(30)
    expect(await missing(sha256(gone))).toHaveLength(1)
    expect((await tenants.fresh(tenant.tenantId))!.usedBytes).toBe(700)
  })

  const record = (hash: string, table: string, trashed: string) =>
    inDatabase(`insert into record (table_name, row_id, fields, stamps, changed_night, hash, bucket) values
      ('${table}', '${hash}', '{"a": {"deep": ["${hash}"]}, "trashed_at": ${trashed}}', '{}', 0, 0, 0)`)

  test('a file goes 30 nightly runs after nothing names it any more, and its room comes back', async () => {
    const [named, trashed, unknown, lost, loose] = Array.from({ length: 5 }, () => randomBytes(100))
    for (const bytes of [named, trashed, unknown, lost, loose]) await put(bytes!)
    await record(sha256(named!), 'file', 'null')
    await record(sha256(trashed!), 'file', '1')
    await record(sha256(unknown!), 'quilt_of_a_newer_device', 'null')
    await inDatabase(`insert into record_history (table_name, row_id, field, cell_key, value, stamp, is_conflict,
      arrived_night, arrived_at) values ('pattern', 'p', 'main_hash', 'k', '"${sha256(lost!)}"', '[]', false, 0, now())`)
    for (let night = 0; night < 29; night++) {
      await rollNight()
      expect(await collect()).toBe(0)
    }
    await rollNight()
    expect(await collect()).toBe(1)
    expect((await missing(...[named, trashed, unknown, lost, loose].map(bytes => sha256(bytes!)))).length).toBe(1)
    expect(await usage()).toMatchObject({ files: 4, usedBytes: 400 })
    // The history lets go of its value; thirty runs later the file follows.
    await inDatabase('delete from record_history')
    for (let night = 0; night < 30; night++) await rollNight()
    expect(await collect()).toBe(1)
    expect((await got(sha256(lost!))).status).toBe(404)
  })

  test('a file that is asked for stays another 30 runs: its record may be on its way', async () => {
    const bytes = randomBytes(100)
    await put(bytes)
    for (let night = 0; night < 29; night++) await rollNight()
    expect(await missing(sha256(bytes))).toEqual([])
    for (let night = 0; night < 29; night++) await rollNight()
    expect(await collect()).toBe(0)
    await rollNight()
    expect(await collect()).toBe(1)
  })

  test('what was begun and never ended goes too', async () => {
    await putPart(randomBytes(2 * PART_BYTES), 0)
    for (let night = 0; night < 30; night++) await rollNight()
    expect(await collect()).toBe(1)
    expect((await usage()).usedBytes).toBe(0)
    expect(await inDatabase('select 1 from file_part')).toEqual([])
  })
})

test('a file of one quilter is not there for another, whichever way she asks', async () => {
  const bytes = randomBytes(1_000)
  await put(bytes)
  const other = await (await cloud.createTenant(`stranger${count}`)).token()
  const hash = sha256(bytes)
  expect((await ask(hash, {}, other)).status).toBe(404)
  expect((await ask(hash, { method: 'HEAD' }, other)).status).toBe(404)
  const body = JSON.stringify({ hashes: [hash] })
  const headers = { 'content-type': 'application/json' }
  const answer = await ask('missing', { method: 'POST', headers, body }, other)
  expect(await answer.json()).toEqual({ missing: [{ hash, at: 0 }] })
  // Nor can she find out by sending it that somebody has it: it takes her own room.
  await ask(hash, { method: 'PUT', body: bytes, headers: { 'content-type': BYTES_TYPE } }, other)
  expect(await (await ask('usage', {}, other)).json()).toMatchObject({ files: 1, usedBytes: 1_000 })
})
