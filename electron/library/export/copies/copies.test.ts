import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatInfo, writtenExtension } from '#shared/formats/catalogue.ts'
import { formatOf } from '#shared/formats/registry.ts'
import { MACHINES } from '#library/export/machines/catalogue.ts'
import { addRealPattern, fixture } from '#library/testing/real-patterns.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'

const STATLER = 'gammill-statler'
const DRAGONS = fixture('stitchables/border - viking stylized dragons v1.qli')
const LONGSHIP = fixture('stitchables/e2e - viking longship v2.bqm')

let temp: TempLibrary
let dragons: string
let longship: string
let noted: string

beforeAll(async () => {
  temp = await tempLibrary()
  const { context } = temp
  dragons = await addRealPattern(context, {
    name: 'Viking Dragons',
    designer: 'Stitchables',
    files: [{ name: 'dragons.qli', bytes: DRAGONS }],
  })
  longship = await addRealPattern(context, {
    name: 'Longship & Waves',
    designer: 'Stitchables',
    files: [{ name: 'longship.bqm', bytes: LONGSHIP }],
  })
  noted = await addRealPattern(context, {
    name: 'Line',
    files: [
      { name: 'line.qli', bytes: fixture('generated/line-arc.qli') },
      { name: 'NOTES.txt', bytes: new TextEncoder().encode('Not for resale.\n') },
    ],
  })
})
afterAll(() => temp.remove())

test('several patterns are several files in the format of her machine, in one folder, checked like on a stick', async () => {
  const made = await temp.call('sending.prepare', { patternIds: [dragons, longship], machineId: STATLER })
  expect(made.files.map(file => file.name)).toEqual(['Viking Dragons.qli', 'Longship and Waves.qli'])
  expect(readFileSync(made.files[0]!.path)).toEqual(Buffer.from(DRAGONS))
  expect(made.files[1]!.warnings.map(warning => warning.code)).toContain('name-changed')
  expect(
    temp.library.assets
      .prepared(made.id)
      ?.map(file => file.name)
      .toSorted(),
  ).toEqual(['Longship and Waves.qli', 'Viking Dragons.qli'])
})

/** Machines for which Bobbin makes a file of a QLI itself, in a format that asks nothing first. */
const MADE_FOR = MACHINES.flatMap(machine => {
  const first = machine.formats.find(({ format }) => formatOf(format)?.write !== undefined)
  if (!first || first.format === 'qli' || formatInfo(first.format).write === 'experimental') return []
  return [{ machine, ending: `.${writtenExtension(first.format, first.write?.dialect)}`, format: first.format }]
})

test.each(MADE_FOR.map(one => [one.machine.name, one] as const))(
  'what is dragged out for the %s is in the format it takes, and reads as that',
  async (_, { machine, ending, format }) => {
    const made = await temp.call('sending.prepare', { patternIds: [dragons], machineId: machine.id })
    expect(made.skipped).toEqual([])
    const [file] = made.files
    expect(file?.name.endsWith(ending)).toBe(true)
    const bytes = readFileSync(file!.path)
    expect(formatOf(format)?.read?.(bytes).ok).toBe(true)
    // A size that the format gives up goes beside in words.
    if (formatOf(format)?.limits?.losesSize) expect(made.texts).toBe(1)
  },
)

test('without a machine it is the file of its designer, byte for byte, under its own name', async () => {
  const made = await temp.call('sending.prepare', { patternIds: [longship], machineId: null })
  expect(made.files.map(file => file.name)).toEqual(['longship.bqm'])
  expect(readFileSync(made.files[0]!.path)).toEqual(Buffer.from(LONGSHIP))
})

test.each([STATLER, null])('the designer’s text goes beside (machine %s)', async machineId => {
  const made = await temp.call('sending.prepare', { patternIds: [noted], machineId })
  expect(made.texts).toBe(1)
  expect(made.files).toHaveLength(1)
  expect(temp.library.assets.prepared(made.id)).toHaveLength(2)
})

test.each([STATLER, null])('what is saved to her folder replaces nothing there (machine %s)', async machineId => {
  const folder = mkdtempSync(join(tmpdir(), 'bobbin-copies-'))
  try {
    writeFileSync(join(folder, 'line.qli'), 'hers')
    writeFileSync(join(folder, 'Line.txt'), 'hers too')
    await temp.call('sending.saveCopies', { patternIds: [noted], machineId, folder })
    expect(readdirSync(folder)).toHaveLength(4)
    expect(readFileSync(join(folder, 'line.qli'), 'utf8')).toBe('hers')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a pattern in the trash is left out, in a sentence', async () => {
  await temp.call('trash.put', { ids: [longship] })
  const made = await temp.call('sending.prepare', { patternIds: [dragons, longship], machineId: null })
  expect(made.files).toHaveLength(1)
  expect(made.skipped).toEqual([expect.objectContaining({ patternId: longship, code: 'in-trash' })])
  await temp.call('trash.restore', { ids: [longship] })
})

test('a machine nobody knows is refused and leaves nothing behind', async () => {
  const before = readdirSync(join(temp.dir, 'temp'))
  await expect(temp.call('sending.prepare', { patternIds: [dragons], machineId: 'loom' })).rejects.toMatchObject({
    code: 'machine-unknown',
  })
  expect(readdirSync(join(temp.dir, 'temp'))).toEqual(before)
})

test('only so many preparations are kept, and none of the last run', async () => {
  const first = await temp.call('sending.prepare', { patternIds: [dragons], machineId: null })
  for (let more = 0; more < 24; more++) await temp.call('sending.prepare', { patternIds: [dragons], machineId: null })
  expect(temp.library.assets.prepared(first.id)).toBeNull()
  expect(existsSync(first.files[0]!.path)).toBe(false)
  const last = await temp.call('sending.prepare', { patternIds: [dragons], machineId: null })
  await temp.reopen()
  expect(existsSync(last.files[0]!.path)).toBe(false)
})
