import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { writeQli } from '#library/testing/qli-file.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'

let temp: TempLibrary
let folder: string
let plume: string
let plumeId: string

beforeEach(async () => {
  temp = await tempLibrary()
  folder = mkdtempSync(join(tmpdir(), 'bobbin-here-'))
  onTestFinished(async () => {
    await temp.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  plume = await writeQli(join(folder, 'bought'), 'Plume.qli', 100)
  const { id } = await temp.call('imports.look', { paths: [plume] })
  await temp.call('imports.add', { id })
  plumeId = (await temp.call('patterns.list', {})).patterns[0]!.id
})

test('at Look the patterns she has already are named, each once, with its picture', async () => {
  const again = join(folder, 'again')
  await writeQli(again, 'Swirl.qli', 130)
  copyFileSync(plume, join(again, 'Plume.qli'))
  copyFileSync(plume, join(again, 'Plume copy.qli'))
  const { id, counts } = await temp.call('imports.look', { paths: [again] })
  expect(counts).toMatchObject({ patterns: 1, alreadyHere: 2, twice: 0 })
  const here = await temp.call('imports.here', { id, offset: 0, limit: 50 })
  expect(here.total).toBe(1)
  expect(here.patterns[0]).toMatchObject({ id: plumeId, name: 'Plume' })
  expect(here.patterns[0]?.sketchKey).not.toBeNull()
  expect((await temp.call('imports.here', { id, offset: 1, limit: 50 })).patterns).toEqual([])
})

test('a file that is twice among what she chose is told as that, not as one she has', async () => {
  const twice = join(folder, 'twice')
  const swirl = await writeQli(twice, 'Swirl.qli', 130)
  copyFileSync(swirl, join(twice, 'Swirl copy.qli'))
  const { id, counts } = await temp.call('imports.look', { paths: [twice] })
  expect(counts).toMatchObject({ patterns: 1, alreadyHere: 1, twice: 1 })
  const { lines } = await temp.call('imports.report', { id, outcomes: ['already-here'] })
  expect(lines.map(line => line.message)).toEqual(['This one is in there twice. It comes in once.'])
  expect((await temp.call('imports.here', { id, offset: 0, limit: 50 })).total).toBe(0)
})

test('files worth knowing are told by what became of them, before anything is added', async () => {
  const mixed = join(folder, 'mixed')
  await writeQli(mixed, 'Swirl.qli', 130)
  writeFileSync(join(mixed, 'broken.qli'), 'no pattern at all')
  writeFileSync(join(mixed, 'letter.docx'), 'Dear Anna')
  const { id } = await temp.call('imports.look', { paths: [mixed] })
  const told = await temp.call('imports.report', { id, outcomes: ['unreadable', 'left-alone'] })
  expect(told.total).toBe(2)
  expect(told.lines.map(line => [line.file, line.outcome])).toEqual([
    ['mixed/broken.qli', 'unreadable'],
    ['mixed/letter.docx', 'left-alone'],
  ])
  for (const line of told.lines) expect(line.message).toMatch(/\.$/)
})

test('a file is known by its bytes, whatever it is called; one in the trash, a folder and nothing are not', async () => {
  const other = join(folder, 'renamed.dat')
  copyFileSync(plume, other)
  const ask = async (...paths: string[]) =>
    (await temp.call('imports.known', { paths })).files.map(file => file.patternId)
  expect(await ask(other, await writeQli(folder, 'New.qli', 140), folder, join(folder, 'gone.qli'))).toEqual([
    plumeId,
    null,
    null,
    null,
  ])
  await temp.call('trash.put', { ids: [plumeId] })
  expect(await ask(plume)).toEqual([null])
})
