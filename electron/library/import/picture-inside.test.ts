import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { ansFile, stampPicture } from '#library/testing/ans-file.ts'
import { drawn, written } from '#library/testing/design-files.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'

let temp: TempLibrary
let folder: string

beforeEach(async () => {
  temp = await tempLibrary()
  folder = mkdtempSync(join(tmpdir(), 'bobbin-locked-'))
  onTestFinished(async () => {
    await temp.remove()
    rmSync(folder, { recursive: true, force: true })
  })
})

const stamp = stampPicture(90)
const drawing = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function bringIn(files: Record<string, Uint8Array>) {
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  const { id } = await temp.call('imports.look', { paths: [folder] })
  await temp.call('imports.add', { id })
  const { patterns } = await temp.call('patterns.list', {})
  expect(patterns).toHaveLength(1)
  return patterns[0]!
}

test('a locked project alone is shown by the picture inside it', async () => {
  const card = await bringIn({ 'spiderweb.ans': ansFile(stamp) })
  expect(card).toMatchObject({ state: 'locked', sketchKey: null, pictureKey: hashOf(stamp) })
})

test('the picture its designer drew is better', async () => {
  const card = await bringIn({ 'spiderweb.ans': ansFile(stamp), 'spiderweb.png': drawing })
  expect(card).toMatchObject({ state: 'locked', pictureKey: hashOf(drawing) })
})

test('a readable file of the same name is better still: the pattern is shown as it is stitched', async () => {
  const qli = written(drawn(4), 'qli')
  const card = await bringIn({ 'spiderweb.ans': ansFile(stamp), 'spiderweb.qli': qli })
  expect(card).toMatchObject({ state: 'readable', sketchKey: hashOf(qli) })
})

test('a better picture that comes later takes its place, and a stamp never the place of a better one', async () => {
  await bringIn({ 'spiderweb.ans': ansFile(stamp) })
  expect(await bringIn({ 'spiderweb.png': drawing })).toMatchObject({ pictureKey: hashOf(drawing) })
  expect(await bringIn({})).toMatchObject({ pictureKey: hashOf(drawing) })
})

test('a project whose picture is damaged is kept all the same', async () => {
  const damaged = stamp.slice()
  damaged[28] = 8
  expect(await bringIn({ 'spiderweb.ans': ansFile(damaged) })).toMatchObject({ state: 'locked', pictureKey: null })
})
