/** A folder of patterns that are stitched in telling ways: one line in rows, many runs with stops, more points than anyone counts. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatOf } from '#shared/formats/registry.ts'
import type { Run } from '#shared/geometry/design.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'

export interface StitchedFolder {
  readonly path: string
  remove(): Promise<void>
}

/** @param names of these patterns only */
export async function stitchedFolder(names: readonly (keyof typeof DESIGNS)[]): Promise<StitchedFolder> {
  const path = await mkdtemp(join(tmpdir(), 'bobbin-stitched-'))
  for (const name of names) {
    const written = formatOf('qli')?.write?.({ runs: DESIGNS[name](), metadata: { notes: [], size: 'stated' } })
    if (!written?.ok) throw new Error(`${name} could not be written`)
    await writeFile(join(path, `${name}.qli`), written.value.bytes)
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

const DESIGNS = {
  /** Ten inches wide, four high, from one side to the other: repeats join. */
  'Rolling Waves': () => [wave(254, 101.6, 4)],
  /** Twelve loops side by side, an inch apart; the machine stops before the seventh. */
  'Twelve Loops': () =>
    Array.from({ length: 12 }, (_, index): Run => {
      const run = loop((index % 4) * 60, Math.floor(index / 4) * 60, 20)
      return index === 6 ? { ...run, pauseBefore: 'Change to green thread' } : run
    }),
  /** One line of a hundred thousand points. */
  'Endless Stipple': () => [stipple(100_000)],
}

function wave(width: number, height: number, crests: number): Run {
  const run = new RunBuilder(0, 0)
  const half = width / crests / 2
  for (let index = 0; index < crests * 2; index++) {
    const x = index * half
    const tip = ((index % 2 === 0 ? 1 : -1) * height * 2) / 3
    run.cubic(x + half * 0.3, tip, x + half * 0.7, tip, x + half, 0)
  }
  return run.build()
}

function loop(x: number, y: number, radius: number): Run {
  const run = new RunBuilder(x + radius, y)
  const k = radius * 0.5523
  run.cubic(x + radius, y + k, x + k, y + radius, x, y + radius)
  run.cubic(x - k, y + radius, x - radius, y + k, x - radius, y)
  run.cubic(x - radius, y - k, x - k, y - radius, x, y - radius)
  run.cubic(x + k, y - radius, x + radius, y - k, x + radius, y)
  return run.build()
}

function stipple(points: number): Run {
  const run = new RunBuilder(0, 0)
  const perRow = 500
  for (let index = 1; index < points; index++) {
    const row = Math.floor(index / perRow)
    const along = index % perRow
    const x = row % 2 === 0 ? along : perRow - 1 - along
    run.line(x * 1.2 + Math.sin(index * 0.7) * 1.5, row * 3 + Math.cos(index * 1.1) * 2)
  }
  return run.build()
}
