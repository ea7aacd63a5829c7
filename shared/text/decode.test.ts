import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeStretch, decodeText, decodeWindows1252 } from './decode.ts'
import { encodeUtf8, toAscii } from './encode.ts'
import { looksLikeText } from './looks-like-text.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const anyText = fc.string({ unit: 'binary', maxLength: 300 })

test('any text comes back from UTF-8, as the platform also says', () => {
  fc.assert(
    fc.property(anyText, text => {
      const encoded = encodeUtf8(text)
      expect([...encoded]).toEqual([...new TextEncoder().encode(text)])
      const { text: again, encoding } = decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...encoded]))
      expect(again).toBe(text)
      expect(encoding).toBe('utf-8')
    }),
  )
})

test('bytes count as UTF-8 exactly when the platform says so; all others are Windows-1252', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 3, maxLength: 40 }), any => {
      fc.pre(any[0] !== 0xef && any[0]! < 0xfe)
      let expected: string
      try {
        expected = strict.decode(any)
      } catch {
        expected = new TextDecoder('windows-1252').decode(any)
      }
      expect(decodeText(any).text).toBe(expected)
    }),
    { numRuns: 2000 },
  )
})

test('all 256 bytes of Windows-1252 read as browsers read them', () => {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i)
  expect(decodeWindows1252(all)).toBe(new TextDecoder('windows-1252').decode(all))
})

test('a copyright line from an old Windows program keeps its sign', () => {
  expect(decodeText(bytes(0xa9, 0x20, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72)).text).toBe('© Müller')
})

test('UTF-16 is believed by its mark, either way round', () => {
  expect(decodeText(bytes(0xff, 0xfe, 0x3c, 0x00, 0xac, 0x20))).toEqual({ text: '<€', encoding: 'utf-16le' })
  expect(decodeText(bytes(0xfe, 0xff, 0x00, 0x3c, 0x20, 0xac))).toEqual({ text: '<€', encoding: 'utf-16be' })
})

test('long texts are put together without a gap', () => {
  const text = 'äöü€😀x'.repeat(20_000)
  expect(decodeText(encodeUtf8(text)).text).toBe(text)
})

test('a stretch in the middle of a file is read by itself', () => {
  expect(decodeStretch(bytes(0xff, 0x41, 0x42, 0xff), 1, 3)).toBe('AB')
})

test('plain ASCII keeps what can be kept', () => {
  expect(toAscii('© 2024 Zoë’s Quilts – “Größe”\r\nline 2')).toBe('(c) 2024 Zoe\'s Quilts - "Grosse" line 2')
  expect(toAscii('キルト')).toBe('???')
})

test('text is told from anything else by its first 4 kB', () => {
  expect(looksLikeText(encodeUtf8('VP 1,2\r\n\tCR 1,2,3\n'))).toBe(true)
  expect(looksLikeText(bytes(0x56, 0x50, 0, 0x31))).toBe(false)
  expect(looksLikeText(Uint8Array.from({ length: 100 }, (_, i) => (i < 3 ? 1 : 65)))).toBe(false)
  expect(looksLikeText(Uint8Array.from({ length: 100 }, (_, i) => (i < 2 ? 1 : 65)))).toBe(true)
  expect(looksLikeText(bytes())).toBe(true)
})
