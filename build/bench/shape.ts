/** What the description of a shape is worth, on families that no part of it has learnt from, beside pictures' measures; and its price. */
import { Worker } from 'node:worker_threads'
import { describe } from '#shared/shape/describe.ts'
import { designOf, heldOutDesigns } from './shape/designs.ts'
import { ourShapeMarks, peerShapeMarks, type ShapeMarks, shapeSet } from './shape/evaluate.ts'
import { PICTURE_PEERS } from './shape/peers.ts'
import { type BenchOptions, type BenchRow, quantile, spreadOf } from './types.ts'

const EACH = 40
const LAID_OUT = 12
const SEED = 20_261_121
const WHOLE_LIBRARY = 15_651
const WORKERS = 2

export async function benchShape({ patterns = WHOLE_LIBRARY }: BenchOptions): Promise<BenchRow[]> {
  return [...qualityRows(), ...speedRows(), await wholeLibraryRow(patterns)]
}

function qualityRows(): BenchRow[] {
  const set = shapeSet(EACH, LAID_OUT, SEED)
  const ours = ourShapeMarks(set)
  const peers = peerShapeMarks(set)
  const flat = (value: number) => ({ median: value, min: value, max: value })
  const about = `${new Set(set.families).size} held-out families of ${EACH}`
  const rows = (title: string, reach: string, of: (marks: ShapeMarks) => number, by: ReadonlyMap<string, number>) =>
    peers.map((peer, index) => ({
      name: title,
      ours: { ...flat(of(ours)), unit: '' },
      peer: { name: peer.name, ...flat(of(peer)) },
      ...(index === 0 ? { note: `${about}; ${reach}; lowest: ${lowest(by)}` } : {}),
    }))
  return [
    ...rows('same family among the nearest ten', 'to reach: 0.98', marks => marks.sameFamily, ours.by),
    ...rows('same motif as a border, found in ten', 'to reach: 0.95', marks => marks.border, ours.bordersBy),
    ...rows('same motif as a four-up block, found in ten', 'to reach: 0.75', marks => marks.fourUp, ours.fourUpsBy),
  ]
}

function lowest(by: ReadonlyMap<string, number>): string {
  const worst = [...by].toSorted((a, b) => a[1] - b[1]).slice(0, 5)
  return worst.map(([family, share]) => `${family} ${share.toFixed(2)}`).join(', ')
}

/** Ours and the peers for each design in turn. */
function speedRows(): BenchRow[] {
  const drawings = heldOutDesigns(12, SEED + 1)
    .map(({ lines }) => ({ lines, points: lines.reduce((sum, line) => sum + line.length, 0) }))
    .filter(({ points }) => points >= 300 && points <= 550)
  const times: number[][] = [[], ...PICTURE_PEERS.map(() => [])]
  for (let pass = -1; pass < 5; pass++)
    for (const { lines } of drawings) {
      const design = designOf(lines)
      const ways = [() => void describe(design), ...PICTURE_PEERS.map(peer => () => void peer.of(lines))]
      for (const [index, way] of ways.entries()) {
        const begun = performance.now()
        way()
        if (pass >= 0) times[index]?.push(performance.now() - begun)
      }
    }
  const points = drawings.reduce((sum, one) => sum + one.points, 0) / drawings.length
  const spread = (of: readonly number[]) => ({
    median: spreadOf(of).median,
    min: quantile(of, 0.05),
    max: quantile(of, 0.95),
  })
  return PICTURE_PEERS.map((peer, index) => ({
    name: `describing a pattern of ${points.toFixed(0)} points`,
    ours: { ...spread(times[0] ?? []), unit: 'ms' },
    peer: { name: peer.name, ...spread(times[index + 1] ?? []) },
    ...(index === 0
      ? { note: `${drawings.length} designs of 300 to 550 points, 5 % and 95 % beside the median; to reach: 1 ms` }
      : {}),
  }))
}

async function wholeLibraryRow(patterns: number): Promise<BenchRow> {
  const share = Math.ceil(patterns / WORKERS)
  const workers = Array.from(
    { length: WORKERS },
    (_, index) =>
      new Worker(new URL('shape/describe-many.ts', import.meta.url), {
        workerData: { count: share, seed: SEED + 100 + index },
      }),
  )
  const answers = workers.map(worker => eventsOf(worker))
  const made = await Promise.all(answers.map(answer => answer.next()))
  const begun = performance.now()
  for (const worker of workers) worker.postMessage('begin')
  const done = await Promise.all(answers.map(answer => answer.next()))
  const seconds = (performance.now() - begun) / 1000
  await Promise.all(workers.map(worker => worker.terminate()))
  return {
    name: `describing ${patterns} patterns on ${WORKERS} workers`,
    ours: { ...spreadOf([seconds]), unit: 's' },
    note: `${done.reduce((sum, one) => sum + one, 0)} described; ${(made.reduce((sum, one) => sum + one, 0) / patterns).toFixed(0)} points each; once; to reach: 10`,
  }
}

function eventsOf(worker: Worker): { next(): Promise<number> } {
  return {
    next: () =>
      new Promise((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', reject)
      }),
  }
}
