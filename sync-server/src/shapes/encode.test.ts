import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodeStream, encodeText, encodingFor } from './encode.ts'

const LONG = JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ id: n, name: 'Feather wave' })))

test('the better packing is taken of what the device unpacks', () => {
  const best = (accepted?: string) => encodingFor(accepted, ['zstd', 'gzip'])
  expect(best('gzip, deflate')).toBe('gzip')
  expect(best('br, gzip;q=0.5, ZSTD')).toBe('zstd')
  expect(best('zstd;q=0, gzip;q=1.0')).toBe('gzip')
  for (const none of [undefined, '', 'identity', 'br', 'gzip;q=0', 'gzip; q=0.000']) expect(best(none)).toBeNull()
})

test('a body says its length as it goes over the wire, packed or not', async () => {
  const zstd = await encodeText(LONG, 'zstd')
  expect(zstd.headers).toEqual({ 'content-encoding': 'zstd', 'content-length': String(zstd.bytes.length) })
  expect(String(zstdDecompressSync(zstd.bytes))).toBe(LONG)
  const gzip = await encodeText(LONG, 'gzip, deflate')
  expect(gzip.headers).toEqual({ 'content-encoding': 'gzip', 'content-length': String(gzip.bytes.length) })
  expect(String(gunzipSync(gzip.bytes))).toBe(LONG)
  const plain = await encodeText('ä', 'gzip')
  expect(plain.headers).toEqual({ 'content-length': '2' })
})

test('a stream that breaks breaks what is made of it', async () => {
  const whole = encodeStream(Readable.from([LONG]), 'gzip')
  const chunks: Buffer[] = []
  for await (const chunk of whole.stream) chunks.push(chunk as Buffer)
  expect(String(gunzipSync(Buffer.concat(chunks)))).toBe(LONG)
  const broken = Readable.from(
    (async function* () {
      yield LONG
      throw new Error('cut')
    })(),
  )
  await expect(text(encodeStream(broken, 'gzip').stream)).rejects.toThrow()
})
