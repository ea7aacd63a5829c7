import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scale } from '#shared/geometry/transform.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { written } from '#library/testing/design-files.ts'
import { bobbin } from './testing/run-bobbin.ts'

test('one design in two sizes is told to scripts', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-duplicates-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const library = ['--library', join(dir, 'library')]
  const design = starterPatterns[3]!.draw()
  for (const [name, one] of [['Small', design] as const, ['Large', scale(design, 1.5)] as const])
    writeFileSync(join(dir, `${name}.qli`), written(one, 'qli'))
  await bobbin(['import', join(dir, 'Small.qli'), join(dir, 'Large.qli'), ...library])
  const { code, out } = await bobbin(['duplicates', '--json', ...library])
  expect(code).toBe(0)
  const [pair, ...others] = JSON.parse(out) as { kind: string; patterns: string[]; similarity: number; scale: number }[]
  expect(others).toEqual([])
  expect(pair).toMatchObject({ kind: 'same-design', mirrored: false, turnDeg: 0, endsDiffer: false })
  expect(pair!.patterns).toHaveLength(2)
  expect(pair!.similarity).toBeGreaterThan(0.98)
  expect(Math.abs(Math.log(pair!.scale))).toBeCloseTo(Math.log(1.5), 2)
})
