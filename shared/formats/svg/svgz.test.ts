import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bytesOf } from '#shared/testing/dxf-text.ts'
import { failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { createSvgReader, type Gunzip } from './svgz.ts'

const gunzip: Gunzip = (bytes, maxBytes) => {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null
  }
}
const read = createSvgReader(gunzip)
const text = bytesOf(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm" viewBox="0 0 9 9"><path stroke="red" d="M0 0H5"/></svg>',
)

test('a compressed drawing is unpacked and read, a plain one just read', () => {
  expect(toldAll(valueOf(read(gzipSync(text))))).toEqual(['0,0 L5,0'])
  expect(toldAll(valueOf(read(text)))).toEqual(['0,0 L5,0'])
})

test('one that unpacks to more than 32 MB is refused, however small it is', () => {
  expect(failureOf(read(gzipSync(Buffer.alloc(MAX_FILE_BYTES + 1))))).toMatchObject({ code: 'file-too-large' })
})

test('a damaged one is refused', () => {
  expect(failureOf(read(gzipSync(text).subarray(0, 30)))).toMatchObject({ code: 'svgz-damaged' })
})
