import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDesign } from '#shared/formats/registry.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { addRealPattern, fixture } from '#library/testing/real-patterns.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'
import { convertFiles } from './convert-files.ts'

const FIXTURES = join(import.meta.dirname, '../../../shared/formats/fixtures')
const DRAGONS = 'stitchables/border - viking stylized dragons v1.qli'
const LONGSHIP = 'stitchables/e2e - viking longship v2.bqm'
const HOOKS_DST = 'peer-pystitch/two-hooks.dst'
const EMBROIDERY = 'embroidery'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bobbin-embroidery-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(['pes', 'dst', 'jef', 'exp'] as const)('%s', to => {
  test('is made of real quilting patterns, read back from the disk and held against them', async () => {
    const files = [DRAGONS, LONGSHIP].map(name => join(FIXTURES, name))
    const made = await convertFiles({ files, to, out: join(folder, to) })
    expect(made.map(({ ok, error }) => [ok, error])).toEqual([
      [true, undefined],
      [true, undefined],
    ])
    for (const { maxDeviationMm, warnings } of made) {
      expect(maxDeviationMm).toBeLessThanOrEqual(0.075)
      expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['curves-flattened', 'places-rounded']))
    }
  })

  test('is made of other embroidery stitch for stitch, and goes back to a longarm format', async () => {
    const [there] = await convertFiles({ files: [join(FIXTURES, HOOKS_DST)], to, out: join(folder, 'there', to) })
    const [back] = await convertFiles({ files: [there!.to!], to: 'qli', out: join(folder, 'back', to) })
    expect(there!.maxDeviationMm).toBeCloseTo(0, 9)
    expect(there!.points).toBe(2 * 129)
    expect(back!.ok).toBe(true)
    const { reading } = readDesign(new Uint8Array(readFileSync(back!.to!)), 'two-hooks.qli')
    expect(reading.ok && reading.value.runs.length).toBe(2)
  })
})

describe('the embroidery machine', () => {
  let temp: TempLibrary
  beforeAll(async () => {
    temp = await tempLibrary()
  })
  afterAll(() => temp.remove())

  test('gets a PES made of a longarm pattern, within its hoop or with a warning', async () => {
    const longship = await addRealPattern(temp.context, {
      name: 'Longship',
      files: [{ name: 'longship.bqm', bytes: fixture(LONGSHIP) }],
    })
    const made = await temp.call('sending.prepare', { patternIds: [longship], machineId: EMBROIDERY })
    expect(made.files.map(file => file.name)).toEqual(['Longship.pes'])
    const bytes = new Uint8Array(readFileSync(made.files[0]!.path))
    expect(readDesign(bytes, 'Longship').detection).toEqual({ format: 'pes', by: 'content' })
    expect(made.files[0]!.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['curves-flattened', 'places-rounded', 'very-wide']),
    )
  })

  test('gets the designer’s own PES byte for byte, and one made of her DST where there is none', async () => {
    const pes = fixture('peer-pystitch/two-hooks.pes')
    const dst = fixture(HOOKS_DST)
    const both = await addRealPattern(temp.context, {
      name: 'Hooks',
      files: [
        { name: 'hooks.dst', bytes: dst },
        { name: 'hooks.pes', bytes: pes },
      ],
    })
    const one = await addRealPattern(temp.context, { name: 'Curls', files: [{ name: 'curls.dst', bytes: dst }] })
    const made = await temp.call('sending.prepare', { patternIds: [both, one], machineId: EMBROIDERY })
    expect(made.files.map(file => file.name)).toEqual(['Hooks.pes', 'Curls.pes'])
    const [hooks, curls] = made.files.map(file => new Uint8Array(readFileSync(file.path)))
    expect(hooks).toEqual(pes)
    const places = [curls!, dst].map(bytes => {
      const { reading } = readDesign(bytes, 'curls')
      const runs = reading.ok ? moveStartTo(reading.value, 0, 0).runs : []
      return runs.map(({ coords }) => Array.from(coords, mm => Math.round(10 * mm)))
    })
    expect(places[0]).toEqual(places[1])
  })
})
