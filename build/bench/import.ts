import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatOf } from '#shared/formats/registry.ts'
import { makeBigLibrary } from '../fixtures/big-library.ts'
import { WRITTEN_FORMATS, type Writers } from '../fixtures/order.ts'
import { type BenchRow, spreadOf } from './types.ts'

/** As the shells start the core (build/scripts/project.mjs says why). */
const coreFlags = ['--max-semi-space-size=4']

const FILES = 15_651
const RUNS = 3
const SAMPLES = fileURLToPath(new URL('../../../shared/samples', import.meta.url))

interface Run {
  readonly lookSeconds: number
  readonly addSeconds: number
  readonly secondSeconds: number
  readonly secondAdded: number
  readonly patterns: number
  readonly peakMb: number
  readonly waitP95Ms: number
  readonly cpuSeconds: number
}

/**
 * A whole collection comes in, and comes in again. Beside it the least that must happen to the same files: each read, hashed,
 * written and synced once, by a plain loop that unpacks nothing, reads no design and draws no picture.
 */
export async function benchImport(): Promise<BenchRow[]> {
  const source = mkdtempSync(join(tmpdir(), 'bobbin-bench-source-'))
  try {
    const writers = Object.fromEntries(WRITTEN_FORMATS.map(id => [id, formatOf(id)?.write])) as unknown as Writers
    const made = makeBigLibrary({ dir: source, files: FILES, seed: 1, writers, samples: SAMPLES })
    const runs: Run[] = []
    const floors: number[] = []
    for (let run = 0; run < RUNS; run++) {
      floors.push(inTemp(target => copySeconds(source, target)))
      runs.push(inTemp(dir => importRun(dir, source)))
    }
    const met = `${FILES} files on disk, ${made.zips} of them packages; ${made.patternFiles} pattern files, ${runs[0]!.patterns} patterns`
    const spread = (of: (run: Run) => number) => spreadOf(runs.map(of))
    return [
      {
        name: `import of ${FILES} mixed files`,
        ours: { ...spread(run => run.lookSeconds + run.addSeconds), unit: 's' },
        peer: { name: 'copy, SHA-256 and fsync of the files on disk, nothing else', ...spreadOf(floors) },
        note: `${met}; somebody looks at the wall ten times a second meanwhile; to reach: 60 alone, 90 in use`,
      },
      { name: 'of that, until everything is looked through', ours: { ...spread(run => run.lookSeconds), unit: 's' } },
      { name: 'of that, until everything has landed', ours: { ...spread(run => run.addSeconds), unit: 's' } },
      {
        name: 'second import of the same folder',
        ours: { ...spread(run => run.secondSeconds), unit: 's' },
        note: `${Math.max(...runs.map(run => run.secondAdded))} added; to reach: 5`,
      },
      {
        name: 'a page of the wall while it comes in, p95',
        ours: { ...spread(run => run.waitP95Ms), unit: 'ms' },
        note: 'to reach: 50',
      },
      {
        name: 'memory of the library process at its highest',
        ours: { ...spread(run => run.peakMb), unit: 'MB' },
        note: 'a process started as the shells start it, from the sources; to reach: below 400',
      },
      { name: 'processor time of both imports, all threads', ours: { ...spread(run => run.cpuSeconds), unit: 's' } },
    ]
  } finally {
    rmSync(source, { recursive: true, force: true })
  }
}

function importRun(dir: string, source: string): Run {
  const script = fileURLToPath(new URL('import-run.ts', import.meta.url))
  return JSON.parse(execFileSync(process.execPath, [...coreFlags, script, dir, source], { encoding: 'utf8' })) as Run
}

function inTemp<T>(work: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-bench-'))
  try {
    return work(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The floor: a file after the other, into folders by the first two digits as ours are. */
function copySeconds(source: string, target: string): number {
  const begun = performance.now()
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = readFileSync(join(entry.parentPath, entry.name))
    const hash = createHash('sha256').update(bytes).digest('hex')
    const folder = join(target, hash.slice(0, 2))
    mkdirSync(folder, { recursive: true })
    const file = openSync(join(folder, hash), 'w')
    writeSync(file, bytes)
    fsyncSync(file)
    closeSync(file)
  }
  return (performance.now() - begun) / 1_000
}
