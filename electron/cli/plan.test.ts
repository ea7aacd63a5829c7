import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { readDesign } from '#shared/formats/registry.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { bobbin } from './testing/run-bobbin.ts'

const LONGSHIP = join(import.meta.dirname, '../../shared/formats/fixtures/stitchables/e2e - viking longship v2.bqm')
const DRAGONS = join(
  import.meta.dirname,
  '../../shared/formats/fixtures/stitchables/border - viking stylized dragons v1.qli',
)

interface Planned {
  kind: string
  repeats: number
  lines: { part: string; repeats: number }[]
  rowHeightMm: number
  figures: { stitchedMm: number; spools: number }
  files: { file: string; maxDeviationMm: number }[]
}

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-plan-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
})

async function plan(...args: string[]): Promise<Planned> {
  const said = await bobbin(['plan', ...args, '--json'], { cwd: dir })
  expect(said).toMatchObject({ code: 0, err: '' })
  return said.json<Planned>()
}

test('a 60 x 72 inch quilt in 8 rows, told without writing anything', async () => {
  const planned = await plan(LONGSHIP, '--quilt', '60x72in', '--rows', '8')
  expect(planned.lines).toHaveLength(8)
  expect(planned.rowHeightMm).toBeCloseTo(9 * 25.4, 6)
  expect(planned.repeats).toBe(planned.lines.reduce((sum, line) => sum + line.repeats, 0))
  expect(planned.figures.spools).toBe(1)
  expect(readdirSync(dir)).toEqual([])
})

test('row by row there is a file for each; as one it is the whole quilt and no stitch beyond it', async () => {
  const size = ['--quilt', '60x72in', '--rows', '8', '--offset', '0.5']
  const rows = await plan(LONGSHIP, ...size, '--out', 'rows', '--per-row', '--name', 'Anna')
  expect(rows.files.map(({ file }) => file)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map(row => join(dir, 'rows', `Anna row ${row}.qli`)),
  )
  const whole = await plan(LONGSHIP, ...size, '--out', 'whole', '--to', 'dxf', '--to-and-fro')
  const { reading } = readDesign(new Uint8Array(readFileSync(whole.files[0]!.file)), 'whole.dxf')
  if (!reading.ok) throw new Error(reading.failure.code)
  const bounds = boundsOf(reading.value)!
  expect(bounds.maxX - bounds.minX).toBeCloseTo(60 * 25.4 + 0.5, 0)
  expect(bounds.maxY - bounds.minY).toBeLessThan(72 * 25.4 + 0.6)
  const line = await plan(LONGSHIP, ...size, '--out', 'line', '--whole', '--to-and-fro', '--stitch-between')
  const oneLine = readDesign(new Uint8Array(readFileSync(line.files[0]!.file)), 'line.qli').reading
  expect(oneLine.ok && oneLine.value.runs).toHaveLength(1)
})

test('a border in centimetres is told side by side', async () => {
  const { code, out } = await bobbin(
    ['plan', DRAGONS, '--quilt', '150x180cm', '--border', '12cm', '--corners', 'mitre'],
    { cwd: dir },
  )
  expect(code).toBe(0)
  expect(out).toMatch(/^top: \d+ repeats, stretched by -?\d+\.\d %\.\nright: /)
})

test('what cannot be is said in a sentence', async () => {
  const narrow = await bobbin(['plan', DRAGONS, '--quilt', '20x20cm', '--border', '12cm'], { cwd: dir })
  expect(narrow.code).toBe(1)
  expect(narrow.err).toMatch(/borders meet in the middle/)
  const unit = await bobbin(['plan', DRAGONS, '--quilt', '60x72in', '--row-height', 'tall'], { cwd: dir })
  expect(unit.code).toBe(2)
})
