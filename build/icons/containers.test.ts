import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ICNS_TYPES, ICO_SIZES, icnsOf, icoOf } from './containers.ts'

const here = import.meta.dirname
const PNG = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')

/** Edge of a PNG, from its own head. */
function edgeOf(png: Buffer): number {
  expect(png.subarray(0, 8)).toEqual(PNG)
  expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20))
  return png.readUInt32BE(16)
}

/** Read the way Windows reads it. */
function icoEntries(file: Buffer) {
  expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1])
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const [bytes, offset] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)]
    return { size: file.readUInt8(entry) || 256, picture: file.subarray(offset, offset + bytes), end: offset + bytes }
  })
}

/** Read the way a Mac reads it. */
function icnsBlocks(file: Buffer) {
  expect(file.toString('latin1', 0, 4)).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  const blocks: { type: string; picture: Buffer }[] = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const length = file.readUInt32BE(at + 4)
    blocks.push({ type: file.toString('latin1', at, at + 4), picture: file.subarray(at + 8, at + length) })
  }
  return blocks
}

describe('the icons we ship', () => {
  test('for Windows have every size it asks for', () => {
    const entries = icoEntries(readFileSync(join(here, 'icon.ico')))
    expect(entries.map(({ size }) => size)).toEqual([...ICO_SIZES])
    for (const { size, picture } of entries) expect(edgeOf(picture)).toBe(size)
  })

  test('for a Mac have every size it asks for', () => {
    const blocks = icnsBlocks(readFileSync(join(here, 'icon.icns')))
    expect(blocks.map(({ type, picture }) => ({ type, size: edgeOf(picture) }))).toEqual([...ICNS_TYPES])
  })

  test('for Linux and for the window are pictures of the size in their name', () => {
    for (const size of [16, 32, 48, 128, 256, 512]) {
      expect(edgeOf(readFileSync(join(here, 'linux', `${size}x${size}.png`)))).toBe(size)
    }
    expect(edgeOf(readFileSync(join(here, 'icon.png')))).toBe(256)
  })
})

test('pictures stand one after the other, each where the list says', () => {
  const pictures = [16, 256].map(size => ({ size, png: Buffer.alloc(size, size % 251) }))
  const file = Buffer.from(icoOf(pictures))
  const entries = icoEntries(file)
  expect(entries.map(({ picture }) => picture)).toEqual(pictures.map(({ png }) => png))
  expect(entries.at(-1)?.end).toBe(file.length)
  expect(() => icoOf([{ size: 512, png: Buffer.alloc(1) }])).toThrow(RangeError)
  const blocks = icnsBlocks(Buffer.from(icnsOf(size => Buffer.alloc(size))))
  expect(blocks.map(({ picture }) => picture.length)).toEqual(ICNS_TYPES.map(({ size }) => size))
})
