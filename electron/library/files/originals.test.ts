import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createOriginals, sweepUnfinished, type Originals } from './originals.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const everything = async (dir: string) =>
  (await readdir(dir, { recursive: true, withFileTypes: true })).filter(e => e.isFile()).map(e => e.name)

let dir: string
let originals: Originals

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bobbin-originals-'))
  originals = createOriginals(dir)
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function* chunks(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part)
}

describe('originals', () => {
  test('a file is kept byte for byte under its SHA-256', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 26, 0])
    const kept = await originals.keep(bytes)
    expect(kept).toEqual({ hash: sha256(bytes), bytes: 6, already: false })
    expect(await readFile(join(dir, kept.hash.slice(0, 2), kept.hash))).toEqual(bytes)
    expect(Buffer.from(await originals.read(kept.hash))).toEqual(bytes)
  })

  test('the same bytes again are already here, and stand there once', async () => {
    const first = await originals.keep(Buffer.from('feather'))
    expect(await originals.keep(Buffer.from('feather'))).toEqual({ ...first, already: true })
    expect(await originals.keep(chunks('fea', 'ther'))).toEqual({ ...first, already: true })
    expect(await everything(dir)).toEqual([first.hash])
  })

  test('a stream is kept like the whole', async () => {
    const kept = await originals.keep(chunks('a', 'long', ' row'))
    expect(kept).toEqual({ hash: sha256(Buffer.from('along row')), bytes: 9, already: false })
  })

  test('a stream that breaks off leaves nothing behind', async () => {
    const broken = async function* () {
      yield Buffer.from('half a fi')
      throw new Error('the stick was taken out')
    }
    await expect(originals.keep(broken())).rejects.toThrow('taken out')
    expect(await everything(dir)).toEqual([])
  })

  test('a kept file that was shortened from outside is mended when it comes in again', async () => {
    const { hash } = await originals.keep(Buffer.from('feather'))
    await writeFile(originals.path(hash), 'fea')
    await originals.keep(Buffer.from('feather'))
    expect(await readFile(originals.path(hash), 'utf8')).toBe('feather')
  })

  test('what a killed process left half-written is swept, and never listed', async () => {
    const { hash } = await originals.keep(Buffer.from('whole'))
    await writeFile(join(dir, '.writing', 'half'), 'ha')
    const listed: string[] = []
    for await (const name of originals.list()) listed.push(name)
    expect(listed).toEqual([hash])
    await sweepUnfinished(dir)
    expect(await everything(dir)).toEqual([hash])
  })

  test.each(['../../etc/passwd', '', 'ABC', `${'a'.repeat(63)}/`])('%j is no hash and leads nowhere', name => {
    expect(() => originals.path(name)).toThrow('no hash')
  })

  test('a missing original is said so, and removing it twice is no failure', async () => {
    const { hash } = await originals.keep(Buffer.from('gone'))
    await originals.remove(hash)
    await originals.remove(hash)
    expect(await originals.has(hash)).toBe(false)
    await expect(originals.read(hash)).rejects.toMatchObject({ code: 'original-missing' })
  })
})
