import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDesign } from '#shared/formats/registry.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { figuresOf } from '#shared/planning/figures.ts'
import { NOTHING_PREPARED } from '#shared/contract/library/preparation.ts'
import { FIRST_QUILT, firstPlan, type QuiltPlan } from '#shared/domain/quilt-plan.ts'
import { howOf, layoutOf } from '#shared/planning/plan-layout.ts'
import { stepsOf } from '#shared/planning/stitching.ts'
import { sql } from '#library/db/sql.ts'
import { addRealPattern, fixture } from '#library/testing/real-patterns.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'

const LONGSHIP = fixture('stitchables/e2e - viking longship v2.bqm')

let temp: TempLibrary
let folder: string
let longship: string

beforeAll(async () => {
  temp = await tempLibrary()
  folder = mkdtempSync(join(tmpdir(), 'bobbin-plan-'))
  longship = await addRealPattern(temp.context, {
    name: 'Viking Longship',
    designer: 'Stitchables',
    kind: 'edge-to-edge',
    files: [
      { name: 'longship.bqm', bytes: LONGSHIP },
      { name: 'NOTES.txt', bytes: new TextEncoder().encode('Not for resale.\n') },
    ],
  })
})
afterAll(async () => {
  await temp.remove()
  rmSync(folder, { recursive: true })
})

const rows = (set: Partial<QuiltPlan['rows']>): QuiltPlan => {
  const plan = firstPlan(250)
  return { ...plan, rows: { ...plan.rows, ...set } }
}

function opened(path: string) {
  const { reading } = readDesign(new Uint8Array(readFileSync(path)), path)
  if (!reading.ok) throw new Error(reading.failure.code)
  return reading.value
}

test('the plan she kept last comes back with its pattern, changed or undone', async () => {
  expect(await temp.call('planning.last', { patternId: longship })).toEqual({ kept: null })
  const plan = rows({ by: 'count', count: 8 })
  const { id } = await temp.call('planning.keep', { id: null, patternId: longship, name: 'Anna’s quilt', plan })
  const later = rows({ by: 'count', count: 9, offset: 0.5 })
  await temp.call('planning.keep', { id, patternId: longship, name: 'Anna’s quilt', plan: later })
  expect(await temp.call('planning.last', { patternId: longship })).toEqual({
    kept: { id, name: 'Anna’s quilt', plan: later },
  })
  await temp.reopen()
  await temp.call('undo.undo', {})
  expect((await temp.call('planning.last', { patternId: longship })).kept?.plan).toEqual(plan)
  await temp.call('undo.undo', {})
  expect(await temp.call('planning.last', { patternId: longship })).toEqual({ kept: null })
  await temp.call('undo.redo', {})
  expect((await temp.call('planning.last', { patternId: longship })).kept?.id).toBe(id)
  const { entries } = await temp.call('patterns.history', { id: longship })
  expect(entries[0]).toMatchObject({ label: 'plan-quilt', args: { name: 'Anna’s quilt' } })
})

test('the whole quilt as one file in a folder is as long as its figures say, lies on the quilt, and replaces nothing', async () => {
  writeFileSync(join(folder, 'Anna 60 x 72.qli'), 'hers')
  const plan = rows({ by: 'count', count: 8, offset: 0.5, order: 'to-and-fro' })
  const request = { patternId: longship, name: 'Anna 60 x 72', plan, into: 'one' as const }
  const made = await temp.call('planning.saveFiles', { ...request, folder, format: 'qli', machineId: null })
  expect(made.files.map(file => file.name)).toEqual(['Anna 60 x 72 2.qli'])
  expect(made.texts).toBe(1)
  expect(readFileSync(join(folder, 'Anna 60 x 72.qli'), 'utf8')).toBe('hers')
  expect(made.files[0]!.maxDeviationMm).toBeLessThan(0.05)
  const design = opened(made.files[0]!.path)
  const sources = { pattern: opened(join(folder, await sourceFile())) }
  const layout = layoutOf(sources, plan)
  if (!layout.ok) throw new Error(layout.failure.code)
  const figures = figuresOf(stepsOf(sources, layout.value, howOf(plan)), plan.sewing)
  expect(measureDesign(design).stitchedLengthMm / figures.stitchedMm).toBeCloseTo(1, 3)
  const bounds = boundsOf(design)!
  expect(bounds.maxX - bounds.minX).toBeLessThan(FIRST_QUILT.widthMm + 0.6)
  expect(bounds.maxY - bounds.minY).toBeLessThan(FIRST_QUILT.heightMm + 0.6)
})

test('for a machine there is a file for each row in its format and with its names', async () => {
  const to = mkdtempSync(join(folder, 'rows-'))
  const made = await temp.call('planning.saveFiles', {
    patternId: longship,
    name: 'Feathers on the wedding quilt of Anna & Ben',
    plan: rows({ by: 'count', count: 4 }),
    into: 'per-line',
    folder: to,
    format: 'svg',
    machineId: 'gammill-statler',
  })
  expect(made.files.map(file => file.name)).toEqual(
    [1, 2, 3, 4].map(row => `Feathers on the wedding qu row ${row}.qli`),
  )
  expect(readdirSync(to).filter(name => name.endsWith('.txt'))).toHaveLength(1)
})

test('kept in the library it is a new pattern of the same designer that undo takes back', async () => {
  const plan = rows({ by: 'count', count: 6 })
  const request = { patternId: longship, name: 'Longships on a throw', plan }
  const made = await temp.call('planning.addPatterns', { ...request, into: 'one' })
  const [id] = made.patternIds
  const detail = await temp.call('patterns.get', { id: id! })
  expect(detail).toMatchObject({
    name: 'Longships on a throw',
    designer: 'Stitchables',
    kind: 'panel',
    state: 'readable',
  })
  expect(detail.widthMm!).toBeLessThan(FIRST_QUILT.widthMm + 0.6)
  expect(detail.sketchKey).not.toBeNull()
  expect(detail.files.map(file => file.name)).toEqual(['Longships on a throw.qli', 'NOTES.txt'])
  await temp.call('undo.undo', {})
  expect((await temp.call('patterns.get', { id: id! })).trashedAt).not.toBeNull()
  const byRow = await temp.call('planning.addPatterns', { ...request, into: 'per-line' })
  expect(byRow.patternIds).toHaveLength(6)
  expect((await temp.call('patterns.get', { id: byRow.patternIds[5]! })).name).toBe('Longships on a throw row 6')
})

test('a pattern that is deleted for good takes its plans along', async () => {
  const rose = await addRealPattern(temp.context, { name: 'Rose', files: [{ name: 'rose.bqm', bytes: LONGSHIP }] })
  await temp.call('planning.keep', { id: null, patternId: rose, name: 'Rose', plan: rows({}) })
  await temp.call('trash.put', { ids: [rose] })
  await temp.call('trash.deleteForGood', { ids: [rose] })
  expect(await temp.call('planning.last', { patternId: rose })).toEqual({ kept: null })
  expect(temp.context.db.all(sql`select id from plan where pattern_id = ${rose}`)).toEqual([])
})

test('the version she chose for her machines is what is laid out', async () => {
  const ship = await addRealPattern(temp.context, { name: 'Ship', files: [{ name: 'ship.bqm', bytes: LONGSHIP }] })
  const asItCame = await temp.call('planning.design', { patternId: ship })
  const recipe = { ...NOTHING_PREPARED, widthMm: 200 }
  const { fileId } = await temp.call('preparing.keep', { patternId: ship, recipe, forSending: true })
  expect((await temp.call('patterns.get', { id: ship })).versionId).toBe(fileId)
  const widthOf = ({ runs }: typeof asItCame) => {
    const bounds = boundsOf({
      runs: runs.map(({ ops, coords }) => ({ ops, coords })),
      metadata: { notes: [], size: 'stated' },
    })!
    return bounds.maxX - bounds.minX
  }
  expect(widthOf(asItCame)).toBeGreaterThan(300)
  expect(widthOf(await temp.call('planning.design', { patternId: ship }))).toBeCloseTo(200, 1)
})

test('a border is made with a corner pattern of hers', async () => {
  const border = { ...rows({}), kind: 'border' as const }
  const plan = { ...border, border: { ...border.border, corners: 'pattern' as const, cornerPatternId: longship } }
  const made = await temp.call('planning.addPatterns', { patternId: longship, name: 'Border', plan, into: 'per-line' })
  const names = await Promise.all(made.patternIds.map(async id => (await temp.call('patterns.get', { id })).name))
  expect(names.toSorted()).toEqual([1, 2, 3, 4].flatMap(n => [`Border corner ${n}`, `Border side ${n}`]).toSorted())
})

test('a plan without room, a format nobody writes and a pattern that is gone are refused in a sentence', async () => {
  const plan = rows({})
  const request = { patternId: longship, name: 'A', plan, into: 'one' as const, folder, machineId: null }
  const narrow = { ...plan, kind: 'border' as const, border: { ...plan.border, depthMm: 900 } }
  await expect(temp.call('planning.saveFiles', { ...request, plan: narrow, format: 'qli' })).rejects.toMatchObject({
    code: 'border-no-room',
  })
  await expect(temp.call('planning.saveFiles', { ...request, format: 'hqf' })).rejects.toMatchObject({
    code: 'format-not-written',
  })
  await expect(temp.call('planning.keep', { id: null, patternId: 'nobody', name: 'A', plan })).rejects.toMatchObject({
    code: 'pattern-gone',
  })
})

async function sourceFile(): Promise<string> {
  writeFileSync(join(folder, 'longship.bqm'), LONGSHIP)
  return 'longship.bqm'
}
