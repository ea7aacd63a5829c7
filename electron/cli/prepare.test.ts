import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { readDesign } from '#shared/formats/registry.ts'
import { writeQli } from '#shared/formats/qli/write.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { bobbin } from './testing/run-bobbin.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-prepare-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const hook = runFrom({ x: 0, y: 0 }, [
    { kind: 'line', to: { x: 0, y: 50.8 } },
    { kind: 'line', to: { x: 101.6, y: 25.4 } },
  ])
  const written = writeQli({ runs: [hook], metadata: { notes: [], size: 'stated' } })
  if (!written.ok) throw new Error('not written')
  writeFileSync(join(dir, 'hook.qli'), written.value.bytes)
})

const measured = (name: string) => {
  const { reading } = readDesign(readFileSync(join(dir, name)), name)
  if (!reading.ok) throw new Error(reading.failure.message)
  return measureDesign(reading.value)
}

test('a pattern twelve inches wide, mirrored and reversed, in another format', async () => {
  const args = ['--width', '12in', '--mirror', 'x', '--reverse', '--out', 'new.bqm']
  const { code, out } = await bobbin(['prepare', 'hook.qli', ...args], { cwd: dir })
  expect(code).toBe(0)
  expect(out).toContain('304.8 x 152.4 mm, 1 piece')
  const { bounds, start, end } = measured('new.bqm')
  expect(bounds!.maxX - bounds!.minX).toBeCloseTo(304.8, 1)
  expect(end!.x - start!.x).toBeCloseTo(304.8, 1)
  expect(end!.y - start!.y).toBeCloseTo(-76.2, 1)
})

test('told as JSON for scripts', async () => {
  const { out } = await bobbin(['prepare', 'hook.qli', '--height', '10cm', '--out', 'new.qli', '--json'], { cwd: dir })
  const told = JSON.parse(out) as { facts: { widthMm: number }; maxDeviationMm: number; to: string }
  expect(told.facts.widthMm).toBeCloseTo(200, 6)
  expect(told.maxDeviationMm).toBeLessThan(0.05)
  expect(told.to).toBe(join(dir, 'new.qli'))
})

test('the pattern itself is never written over', async () => {
  const before = readFileSync(join(dir, 'hook.qli'))
  const { code, err } = await bobbin(['prepare', 'hook.qli', '--reverse', '--out', './hook.qli'], { cwd: dir })
  expect(code).toBe(1)
  expect(err).toContain('would take the place of the pattern')
  expect(readFileSync(join(dir, 'hook.qli'))).toEqual(before)
})
