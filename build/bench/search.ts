/** Search by words: how good and how fast, in one table, beside FTS5 and MiniSearch over the same words. */
import { HELD_BACK } from './search/held-back.ts'
import { HELD_BACK_SEED, TUNING_SEED } from './search/library.ts'
import { qualityOf, qualityRows } from './search/quality.ts'
import { QUERIES } from './search/queries.ts'
import { openSetting, type Setting } from './search/setting.ts'
import { type BenchOptions, type BenchRow, quantile, spreadOf } from './types.ts'

const USUAL = 15_651
const MANY = 100_000
const PASSES = 3
const SHARES = [0.5, 0.95, 0.99] as const

export async function benchSearch({ patterns }: BenchOptions): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  const usual = await openSetting(patterns ?? USUAL, TUNING_SEED)
  try {
    rows.push(...qualityRows(`${QUERIES.length} queries`, await qualityOf(usual, QUERIES), true))
    rows.push(...(await keystrokeRows(usual)))
  } finally {
    await usual.close()
  }
  const kept = await openSetting(patterns ?? USUAL, HELD_BACK_SEED)
  try {
    rows.push(...qualityRows(`${HELD_BACK.length} held back`, await qualityOf(kept, HELD_BACK), false))
  } finally {
    await kept.close()
  }
  if (patterns !== undefined) return rows
  const many = await openSetting(MANY, TUNING_SEED)
  try {
    return [...rows, ...(await keystrokeRows(many))]
  } finally {
    await many.close()
  }
}

/** Every query of the set typed letter by letter, ours and the peers in turn, so that all meet the same moments of the machine. */
async function keystrokeRows(setting: Setting): Promise<BenchRow[]> {
  const letters = QUERIES.flatMap(({ text }) => Array.from(text, (_, index) => text.slice(0, index + 1)))
  const passes: number[][][] = []
  for (let pass = 0; pass <= PASSES; pass++) {
    const times: number[][] = [[], ...setting.peers.map(() => [])]
    for (const typed of letters) {
      const begun = performance.now()
      await setting.ask(typed)
      times[0]?.push(performance.now() - begun)
      for (const [index, peer] of setting.peers.entries()) {
        const from = performance.now()
        peer.ask(typed)
        times[index + 1]?.push(performance.now() - from)
      }
    }
    if (pass > 0) passes.push(times)
  }
  const spread = (engine: number, share: number) => spreadOf(passes.map(times => quantile(times[engine] ?? [], share)))
  return SHARES.flatMap(share =>
    setting.peers.map((peer, index) => ({
      name: `a letter typed to 60 cards, p${share * 100}, ${setting.entries.length} patterns`,
      ours: { ...spread(0, share), unit: 'ms' },
      peer: { name: peer.name, ...spread(index + 1, share) },
      ...(index === 0
        ? { note: `${letters.length} letters, ${PASSES} passes; the whole call to the core, the peers only find` }
        : {}),
    })),
  )
}
