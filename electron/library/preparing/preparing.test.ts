import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDesign } from '#shared/formats/registry.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { preparation, type Preparation } from '#shared/contract/library/preparation.ts'
import { addRealPattern, fixture } from '#library/testing/real-patterns.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'

const STATLER = 'gammill-statler'
const LINE = fixture('generated/line-arc.qli')

let temp: TempLibrary
let folder: string
beforeAll(async () => {
  temp = await tempLibrary()
  folder = mkdtempSync(join(tmpdir(), 'bobbin-prepared-'))
})
afterAll(async () => {
  await temp.remove()
  rmSync(folder, { recursive: true })
})

const add = (name: string) => addRealPattern(temp.context, { name, files: [{ name: `${name}.qli`, bytes: LINE }] })
const recipe = (some: Partial<Preparation>) => preparation.parse(some)
const detail = (id: string) => temp.call('patterns.get', { id })
const keep = (patternId: string, some: Partial<Preparation>, more: { forSending?: boolean } = {}) =>
  temp.call('preparing.keep', { patternId, recipe: recipe(some), ...more })
async function sent(id: string): Promise<{ source: string; version: string | undefined; widthMm: number }> {
  const target = mkdtempSync(join(folder, 'to-'))
  const request = { patternIds: [id], machineId: STATLER, target: { kind: 'folder' as const, path: target } }
  const plan = await temp.call('sending.plan', request)
  const report = await temp.call('sending.start', { ...request, onExisting: 'replace' as const })
  const bytes = readFileSync(join(target, report.written[0]!.file))
  const { reading } = readDesign(bytes, 'a.qli')
  if (!reading.ok) throw new Error(reading.failure.message)
  const { bounds } = measureDesign(reading.value)
  return { source: plan.files[0]!.source, version: plan.files[0]!.version, widthMm: bounds!.maxX - bounds!.minX }
}

describe('a version', () => {
  test('is tried first, and nothing in the library changes', async () => {
    const id = await add('Tried')
    const before = await detail(id)
    const { facts, runs } = await temp.call('preparing.preview', { patternId: id, recipe: recipe({ widthMm: 200 }) })
    expect(facts.widthMm).toBeCloseTo(200, 6)
    expect(runs.length).toBe(facts.runsAfter)
    expect(await detail(id)).toEqual(before)
  })

  test('is a file of the same pattern, named after what was done, and the original stays byte for byte', async () => {
    const id = await add('Feather')
    const kept = await keep(id, { widthMm: 304.8, mirrorX: true })
    expect(kept.name).toBe('Feather, 12 inches wide, mirrored')
    const { files, versionId, widthMm } = await detail(id)
    expect(files.map(file => file.name).toSorted()).toEqual(['Feather, 12 inches wide, mirrored.svg', 'Feather.qli'])
    expect(versionId).toBe(kept.fileId)
    const version = files.find(file => file.id === kept.fileId)!
    expect(version.version).toMatchObject({ recipe: recipe({ widthMm: 304.8, mirrorX: true }) })
    expect(version.version!.widthMm).toBeCloseTo(304.8, 2)
    expect(version.version!.sketchKey).toBe(version.hash)
    // The pattern itself is what came from its designer.
    expect(widthMm).not.toBeCloseTo(304.8, 0)
    const original = files.find(file => file.version === null)!
    expect(readFileSync(temp.library.assets.originalPath(original.hash)!)).toEqual(Buffer.from(LINE))
  })

  test('with the same recipe again is the same version', async () => {
    const id = await add('Twice')
    const first = await keep(id, { reverse: true })
    expect((await keep(id, { reverse: true })).fileId).toBe(first.fileId)
    expect((await detail(id)).files).toHaveLength(2)
  })

  test('can be undone and done again as one thing, and its history says what it was', async () => {
    const id = await add('Undone')
    await keep(id, { turnDegrees: 90 })
    expect((await temp.call('undo.undo', {})).args).toMatchObject({ label: 'prepare' })
    expect(await detail(id)).toMatchObject({ versionId: null, files: [{ name: 'Undone.qli' }] })
    await temp.call('undo.redo', {})
    expect((await detail(id)).versionId).not.toBeNull()
    const { entries } = await temp.call('patterns.history', { id })
    expect(entries[0]).toMatchObject({ label: 'prepare', args: { name: 'Undone, turned 90° left' } })
  })

  test('is sent when she chose it; the original is one press away, and is then the designer’s own bytes', async () => {
    const id = await add('Sent')
    expect(await sent(id)).toMatchObject({ source: 'original', version: undefined })
    const { fileId } = await keep(id, { widthMm: 508 })
    const made = await sent(id)
    expect(made).toMatchObject({ source: 'converted', version: 'Sent, 20 inches wide' })
    expect(made.widthMm).toBeCloseTo(508, 0)
    await temp.call('preparing.choose', { patternId: id, fileId: null })
    expect(await sent(id)).toMatchObject({ source: 'original', version: undefined })
    await temp.call('preparing.choose', { patternId: id, fileId })
    expect((await sent(id)).version).toBe('Sent, 20 inches wide')
  })

  test('kept but not for sending changes nothing for the machine', async () => {
    const id = await add('Kept')
    await keep(id, { widthMm: 508 }, { forSending: false })
    expect(await sent(id)).toMatchObject({ source: 'original', version: undefined })
  })

  test('taken away, the original is sent again; taking it away can be undone', async () => {
    const id = await add('Away')
    const { fileId } = await keep(id, { widthMm: 508 })
    await temp.call('preparing.remove', { patternId: id, fileId })
    expect(await detail(id)).toMatchObject({ versionId: null, files: [{ name: 'Away.qli' }] })
    await temp.call('undo.undo', {})
    expect((await detail(id)).versionId).toBe(fileId)
    const own = (await detail(id)).files.find(file => file.version === null)!
    await expect(temp.call('preparing.remove', { patternId: id, fileId: own.id })).rejects.toMatchObject({
      code: 'version-gone',
    })
  })

  test('is copied out of the window when it is the one for sending', async () => {
    const id = await add('Copied')
    await keep(id, { widthMm: 508 })
    const { files } = await temp.call('sending.prepare', { patternIds: [id], machineId: null })
    expect(files.map(file => file.name)).toEqual(['Copied, 20 inches wide.svg'])
  })

  test('is never taken for the pattern itself when its files are read again, and is saved with everything', async () => {
    const id = await add('Read again')
    await temp.call('patterns.redraw', { ids: [id] })
    const before = await detail(id)
    await keep(id, { widthMm: 508 })
    await temp.call('patterns.redraw', { ids: [id] })
    const after = await detail(id)
    expect([after.sketchKey, after.stitchedMm]).toEqual([before.sketchKey, before.stitchedMm])
    const to = mkdtempSync(join(folder, 'all-'))
    const { dir } = await temp.call('saving.all', { to })
    expect(readdirSync(join(dir, 'No designer', 'Read again')).toSorted()).toEqual([
      'Read again, 20 inches wide.svg',
      'Read again.qli',
    ])
    expect((await temp.call('library.verify', {})).originals).toMatchObject({ missing: [], damaged: [] })
  })

  test('of a pattern in the trash comes back with it', async () => {
    const id = await add('Trashed')
    const { fileId } = await keep(id, { reverse: true })
    await temp.call('trash.put', { ids: [id] })
    await temp.call('trash.restore', { ids: [id] })
    expect((await detail(id)).versionId).toBe(fileId)
  })

  test('of a pattern that is not there is refused', async () => {
    await expect(keep('nobody', {})).rejects.toMatchObject({ code: 'pattern-gone' })
  })
})
