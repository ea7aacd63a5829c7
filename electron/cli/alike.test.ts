import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatOf } from '#shared/formats/registry.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { bobbin } from './testing/run-bobbin.ts'

const TURN = 2 * Math.PI
/** Points of a line at even steps. */
const drawn = (at: (share: number) => readonly [number, number]) =>
  Array.from({ length: 121 }, (_, step) => at(step / 120))
const spiral = (turns: number) =>
  drawn(share => [(5 + 60 * share) * Math.cos(share * turns * TURN), (5 + 60 * share) * Math.sin(share * turns * TURN)])
const zigzag = (teeth: number) => drawn(share => [share * 200, 30 * Math.abs(((share * teeth * 2 + 1) % 2) - 1)])

let dir: string
let library: string[]

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-alike-'))
  library = ['--library', join(dir, 'library')]
  const files = { 'Coil.qli': spiral(3), 'Snail.qli': spiral(4), 'Teeth.qli': zigzag(7), 'Peaks.qli': zigzag(9) }
  for (const [name, points] of Object.entries(files)) {
    const run = new RunBuilder(...points[0]!)
    for (const [x, y] of points.slice(1)) run.line(x, y)
    const written = formatOf('qli')?.write?.({ runs: [run.build()], metadata: { notes: [], size: 'stated' } })
    if (!written?.ok) throw new Error('QLI could not be written')
    writeFileSync(join(dir, name), written.value.bytes)
  }
  await bobbin(['import', 'Coil.qli', 'Snail.qli', 'Teeth.qli', 'Peaks.qli', ...library], { cwd: dir })
})
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }))

interface Similar {
  id: string
  name: string
  similarity: number
}

async function names(...args: string[]): Promise<string[]> {
  const said = await bobbin([...args, '--json', ...library], { cwd: dir })
  expect(said).toMatchObject({ code: 0, err: '' })
  return said.json<Similar[]>().map(({ name }) => name)
}

test('patterns that look like one of the library are listed, the closest first, without itself', async () => {
  const [coil] = (await bobbin(['search', 'coil', '--json', ...library])).json<Similar[]>()
  const said = await bobbin(['similar', coil!.id, '--json', ...library])
  const found = said.json<Similar[]>()
  expect(found[0]?.name).toBe('Snail')
  expect(found.map(({ name }) => name).sort()).toEqual(['Peaks', 'Snail', 'Teeth'])
  expect(found[0]!.similarity).toBeGreaterThan(found[1]!.similarity)
  expect(await names('similar', coil!.id, '--limit', '1', '--likeness', '0')).toEqual(['Snail'])
})

test('a file outside of the library is compared as well', async () => {
  expect((await names('similar', 'Teeth.qli'))[0]).toBe('Teeth')
  const said = await bobbin(['similar', 'nothing', ...library], { cwd: dir })
  expect(said).toMatchObject({ code: 1, out: '' })
  expect(said.err).toContain('There is no pattern with the id "nothing", and no file of this name.')
})

test('a drawing is points, several lines of points, or a pattern file', async () => {
  const points = spiral(3.5)
  const drawings = {
    'one.json': points,
    'several.json': { y: 'down', strokes: [points.slice(0, 60).map(([x, y]) => ({ x, y })), points.slice(60)] },
    'drawing.svg': undefined,
  }
  for (const [name, drawing] of Object.entries(drawings)) {
    const path = `M${points.map(([x, y]) => `${x} ${y}`).join(' L ')}`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-80 -80 160 160"><path fill="none" stroke="black" d="${path}"/></svg>`
    writeFileSync(join(dir, name), drawing ? JSON.stringify(drawing) : svg)
    expect((await names('sketch', name)).slice(0, 2).sort()).toEqual(['Coil', 'Snail'])
  }
})

test('what is no drawing says so', async () => {
  writeFileSync(join(dir, 'wrong.json'), '{"strokes": "round"}')
  writeFileSync(join(dir, 'empty.json'), '[]')
  expect((await bobbin(['sketch', 'wrong.json', ...library], { cwd: dir })).err).toContain('This is no drawing.')
  expect((await bobbin(['sketch', 'empty.json', ...library], { cwd: dir })).err).toContain('There is no line')
})

test('with - every line gets one line of JSON, also one that cannot be answered', async () => {
  const input = 'Teeth.qli\nnowhere.qli\n'
  const { code, out } = await bobbin(['similar', '-', ...library], { cwd: dir, input })
  expect(code).toBe(0)
  const answers = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { query: string; results: Similar[] })
  expect(answers).toMatchObject([
    { query: 'Teeth.qli', ms: expect.any(Number) as number },
    { query: 'nowhere.qli', results: [], error: { code: 'pattern-gone' } },
  ])
  expect(answers[0]?.results[0]?.name).toBe('Teeth')
})

test.each([[['similar']], [['similar', 'a', 'b']], [['sketch']], [['similar', 'a', '--likeness', '2']]])(
  '%j is called wrongly',
  async args => {
    expect(await bobbin([...args, ...library])).toMatchObject({ code: 2, out: '' })
  },
)
