/** "More like this": the fifty most alike of a library, how soon and how truly, beside sqlite-vec and usearch. */
import { bruteForce, ourEngine, sqliteVecEngine, usearchEngine, type VectorEngine } from './like-this/engines.ts'
import { libraryVectors } from './like-this/vectors.ts'
import { mean } from './shape/judge.ts'
import { type BenchOptions, type BenchRow, quantile, spreadOf } from './types.ts'

const USUAL = 15_651
const MANY = 100_000
const MOST = 50
const QUERIES = 60
const WARM_UP = 5
const PASSES = 3

export async function benchLikeThis({ patterns }: BenchOptions): Promise<BenchRow[]> {
  const sizes = patterns === undefined ? [USUAL, MANY] : [patterns]
  return sizes.flatMap(rowsAt)
}

function rowsAt(count: number): BenchRow[] {
  const vectors = libraryVectors(count)
  const queries = Array.from({ length: QUERIES }, (_, at) => vectors[(at * 7_919) % count]!)
  const truth = queries.map(query => bruteForce(vectors, query, MOST))
  const engines = [
    ourEngine(vectors),
    sqliteVecEngine(vectors, 'float'),
    sqliteVecEngine(vectors, 'int8'),
    usearchEngine(vectors),
  ]
  try {
    const recalls = engines.map(engine => recallOf(engine, queries, truth))
    const passes = Array.from({ length: PASSES }, () => engines.map(() => [] as number[]))
    // Engine by engine, the engines in turn: one that goes through 80 MB leaves nothing of the next one's in the processor's store.
    for (const times of passes)
      for (const [index, engine] of engines.entries())
        for (const [at, query] of [...queries.slice(0, WARM_UP), ...queries].entries()) {
          const begun = performance.now()
          engine.nearest(query, MOST)
          if (at >= WARM_UP) times[index]?.push(performance.now() - begun)
        }
    const spread = (engine: number, share: number) =>
      spreadOf(passes.map(times => quantile(times[engine] ?? [], share)))
    return [0.5, 0.95].flatMap(share =>
      engines.slice(1).map((peer, at) => ({
        name: `more like this, ${MOST} of ${count}, p${share * 100}`,
        ours: { ...spread(0, share), unit: 'ms' },
        peer: { name: peer.name, ...spread(at + 1, share) },
        ...(share === 0.5
          ? {
              note: `recall ${recalls[0]?.toFixed(4)} and ${recalls[at + 1]?.toFixed(4)}; built in ${engines[0]?.buildMs.toFixed(0)} and ${peer.buildMs.toFixed(0)} ms; ${engines[0]?.name}`,
            }
          : { note: `to reach: p95 0.3 ms at 15,651, 1.5 ms at 100,000` }),
      })),
    )
  } finally {
    for (const engine of engines) engine.close()
  }
}

/** Share of the true fifty that is found. The engines are warmed up by it. */
function recallOf(engine: VectorEngine, queries: readonly Int8Array[], truth: readonly (readonly number[])[]): number {
  for (const query of queries.slice(0, WARM_UP)) engine.nearest(query, MOST)
  return mean(
    queries.map((query, at) => {
      const found = new Set(engine.nearest(query, MOST))
      return (truth[at] ?? []).filter(seq => found.has(seq)).length / MOST
    }),
  )
}
