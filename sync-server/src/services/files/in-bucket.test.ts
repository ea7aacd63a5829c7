import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PART_BYTES } from '#shared/sync/files/wire.ts'
import { createLog } from '#server/log.ts'
import { startTestCloud, type TestCloud, type TestTenant } from '#server/testing/cloud.ts'
import { type S3Double, startS3Double } from '#server/testing/s3-double.ts'
import { type BucketPlace, createBucket } from './in-bucket.ts'

const env = process.env
/** A bucket of a real server, where one is named: BOBBIN_TEST_S3_ENDPOINT, _BUCKET, _ACCESS_KEY, _SECRET_KEY, _REGION. */
const real: BucketPlace | null =
  env.BOBBIN_TEST_S3_ENDPOINT === undefined
    ? null
    : {
        endpoint: env.BOBBIN_TEST_S3_ENDPOINT,
        region: env.BOBBIN_TEST_S3_REGION ?? 'us-east-1',
        bucket: env.BOBBIN_TEST_S3_BUCKET ?? '',
        accessKey: env.BOBBIN_TEST_S3_ACCESS_KEY ?? '',
        secretKey: env.BOBBIN_TEST_S3_SECRET_KEY ?? '',
        prefix: `bobbin-test-${randomUUID()}/`,
      }

let double: S3Double
beforeAll(async () => {
  double = await startS3Double('some/folder/')
})
afterAll(() => double?.close())

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe.each([
  ['the double', () => double.place, false],
  ['a real bucket', () => real!, real === null],
] as const)('a bucket: %s', (_name, place, isSkipped) => {
  const named = isSkipped ? test.skip : test

  named('gives back what was put, whole or a range of it', async () => {
    const bucket = createBucket(place())
    const bytes = randomBytes(100_000)
    await bucket.put('q/a', bytes)
    expect((await all(await bucket.get('q/a', { from: 0, to: 99_999 }))).equals(bytes)).toBe(true)
    expect((await all(await bucket.get('q/a', { from: 10, to: 19 }))).equals(bytes.subarray(10, 20))).toBe(true)
    await bucket.remove(['q/a'])
    bucket.close()
  })

  named('takes parts of any size, larger together than one of its own', async () => {
    const bucket = createBucket(place())
    const bytes = randomBytes(11 * 1024 * 1024 + 17)
    await bucket.putParts('q/large', pieces(bytes, PART_BYTES))
    expect(sha256(await all(await bucket.get('q/large', { from: 0, to: bytes.length - 1 })))).toBe(sha256(bytes))
    await bucket.remove(['q/large'])
    bucket.close()
  })

  named('removes many at once, and what is not there without a fault; lists the rest', async () => {
    const bucket = createBucket(place())
    const names = Array.from({ length: 30 }, (_, at) => `r/${String(at).padStart(2, '0')}`)
    await Promise.all(names.map(name => bucket.put(name, Buffer.from(name))))
    await bucket.remove([...names.slice(3), 'r/never'])
    const left: string[] = []
    for await (const page of bucket.list('r/')) left.push(...page.map(({ key }) => key))
    expect(left).toEqual(names.slice(0, 3))
    await bucket.put('s/t/below', Buffer.from('x'))
    const folders: string[] = []
    for await (const page of bucket.folders()) folders.push(...page)
    expect(folders).toEqual(['r/', 's/'])
    await bucket.remove(['s/t/below'])
    await bucket.remove(left)
    await expect(bucket.get('r/00', { from: 0, to: 1 })).rejects.toThrow()
    bucket.close()
  })
})

test('an upload in parts that fails half-way is given up, so that nothing of it costs', async () => {
  const bucket = createBucket(double.place)
  async function* broken() {
    yield randomBytes(6 * 1024 * 1024)
    throw new Error('the database stopped')
  }
  await expect(bucket.putParts('q/broken', broken())).rejects.toThrow('stopped')
  expect(double.uploads.size).toBe(0)
  bucket.close()
})

test('a bucket that is not there is told when the cloud starts, in the words of the operator’s page', async () => {
  const lines: string[] = []
  const log = createLog({ logLevel: 'error' }, { write: line => void lines.push(line) })
  const cloud = await startTestCloud({ config: { bucket: { ...double.place, bucket: 'elsewhere' } }, log })
  await expect.poll(() => lines.join('')).toMatch(/NoSuchBucket.*looking into the bucket/)
  await cloud.close()
})

describe('a cloud that keeps files in a bucket', () => {
  let cloud: TestCloud
  let tenant: TestTenant
  let token: string
  beforeAll(async () => {
    cloud = await startTestCloud({ config: { bucket: double.place } })
    tenant = await cloud.createTenant('rose')
    token = await tenant.token()
  })
  afterAll(() => cloud?.close())

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${cloud.url}/v1/files/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) },
    })
  const put = (bytes: Uint8Array<ArrayBuffer>, hash = sha256(bytes)) =>
    ask(hash, { method: 'PUT', body: bytes, headers: { 'content-type': 'application/octet-stream' } })
  const own = async () => (await cloud.cloud.deps.tenants.byId(tenant.tenantId))!
  const objectsOf = (hash: string) => [...double.objects.keys()].filter(key => key.includes(hash))

  test('small ones lie there under the quilter’s own folder, and nowhere else', async () => {
    const bytes = randomBytes(5_000)
    expect((await put(bytes)).status).toBe(200)
    const [key] = objectsOf(sha256(bytes))
    expect(key!.startsWith(`some/folder/${tenant.tenantId}/`)).toBe(true)
    expect(Buffer.from(await (await ask(sha256(bytes))).arrayBuffer()).equals(bytes)).toBe(true)
    for await (const { bytes: back } of cloud.cloud.deps.files.readSmall(await own(), [sha256(bytes)]))
      expect(Buffer.from(back!).equals(bytes)).toBe(true)
  })

  test('large ones get there in parts, once they are what their name says', async () => {
    const bytes = randomBytes(7 * PART_BYTES + 3)
    const hash = sha256(bytes)
    for (let from = 0; from < bytes.length; from += PART_BYTES) {
      expect(objectsOf(hash)).toEqual([])
      const body = bytes.subarray(from, from + PART_BYTES)
      const range = `bytes ${from}-${from + body.length - 1}/${bytes.length}`
      await ask(hash, {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/octet-stream', 'content-range': range },
      })
    }
    expect(objectsOf(hash)).toHaveLength(1)
    const middle = await ask(hash, { headers: { range: `bytes=${PART_BYTES - 2}-${PART_BYTES + 1}` } })
    expect(Buffer.from(await middle.arrayBuffer()).equals(bytes.subarray(PART_BYTES - 2, PART_BYTES + 2))).toBe(true)
  })

  test('a wrong one never gets there; a bucket that fails leaves no row', async () => {
    const bytes = randomBytes(400)
    expect((await put(bytes, sha256(randomBytes(1)))).status).toBe(422)
    double.fail(method => method === 'PUT')
    expect((await put(bytes)).status).toBe(500)
    double.fail(() => false)
    expect((await ask(sha256(bytes), { method: 'HEAD' })).status).toBe(404)
    expect((await put(bytes)).status).toBe(200)
  })

  test('two at once leave one object; what no row names any more is gone after a day', async () => {
    const bytes = randomBytes(900)
    await Promise.all([put(bytes), put(bytes), put(bytes)])
    expect(objectsOf(sha256(bytes))).toHaveLength(1)
    const lost = `some/folder/${tenant.tenantId}/ab/lost`
    const other = `some/folder/${randomUUID()}/ab/of-another`
    const bucket = createBucket({ ...double.place, prefix: '' })
    for (const key of [lost, other]) {
      await bucket.put(key, Buffer.from('x'))
      double.age(key, new Date(Date.now() - 2 * 24 * 3600 * 1000))
    }
    bucket.close()
    await cloud.cloud.deps.files.collect(await own())
    expect(double.objects.has(lost)).toBe(false)
    expect(double.objects.has(other)).toBe(true)
    expect(objectsOf(sha256(bytes))).toHaveLength(1)
  })
})
