/** Search by words: how good and how fast, in one table, beside FTS5 and MiniSearch over the same words. */
import { HELD_BACK } from './search/held-back.ts'
import { HELD_BACK_SEED, TUNING_SEED } from './search/library.ts'
import { qualityOf, qualityRows } from './search/quality.ts'
import { QUERIES } from './search/queries.ts'
import { openSetting, type Setting } from './search/setting.ts'
import { type BenchOptions, type BenchRow, quantile, type Spread, spreadOf } from './types.ts'

const USUAL = 15_651
const MANY = 100_000
const PASSES = 3
const FEWER = 11
const SHARES = [0.5, 0.95, 0.99] as const

export async function benchSearch({ patterns }: BenchOptions): Promise<BenchRow[]> {
  const rows = await inSetting(patterns ?? USUAL, TUNING_SEED, async setting => [
    ...qualityRows(`${QUERIES.length} queries`, await qualityOf(setting, QUERIES), true),
    ...(await keystrokeRows(setting)),
  ])
  rows.push(
    ...(await inSetting(patterns ?? USUAL, HELD_BACK_SEED, async setting =>
      qualityRows(`${HELD_BACK.length} held back`, await qualityOf(setting, HELD_BACK), false),
    )),
  )
  if (patterns === undefined) rows.push(...(await inSetting(MANY, TUNING_SEED, keystrokeRows)))
  return rows
}

async function inSetting(
  count: number,
  seed: number,
  rows: (setting: Setting) => Promise<BenchRow[]>,
): Promise<BenchRow[]> {
  const setting = await openSetting(count, seed)
  try {
    return await rows(setting)
  } finally {
    await setting.close()
  }
}

/** Every query of the set typed letter by letter; ours, the peers and the whole call in turn, pass by pass. */
async function keystrokeRows(setting: Setting): Promise<BenchRow[]> {
  // A peer that needs a tenth of a second a letter would keep everybody waiting for an hour: fewer letters where patterns are many.
  const every = setting.entries.length > USUAL ? FEWER : 1
  const letters = QUERIES.flatMap(({ text }) => Array.from(text, (_, index) => text.slice(0, index + 1))).filter(
    (_, index) => index % every === 0,
  )
  const ways: ((typed: string) => unknown)[] = [
    setting.rank,
    ...setting.peers.map(peer => (typed: string) => peer.ask(typed)),
  ]
  const passes: number[][][] = []
  const whole: number[][] = []
  for (let pass = 0; pass <= PASSES; pass++) {
    const times = ways.map(way => letters.map(typed => timed(() => way(typed))))
    const calls: number[] = []
    for (const typed of letters) {
      const begun = performance.now()
      await setting.ask(typed)
      calls.push(performance.now() - begun)
    }
    if (pass > 0) {
      passes.push(times)
      whole.push(calls)
    }
  }
  const spread = (way: number, share: number) => spreadOf(passes.map(times => quantile(times[way] ?? [], share)))
  const patterns = `${setting.entries.length} patterns`
  const reach = 'to reach: p95 1 ms at 15,651, 3 ms at 100,000'
  return SHARES.flatMap(share => [
    ...setting.peers.map((peer, index) => ({
      name: `a letter typed: found and ranked, p${share * 100}, ${patterns}`,
      ours: { ...spread(0, share), unit: 'ms' },
      peer: { name: peer.name, ...spread(index + 1, share) },
      ...(index === 0
        ? { note: `${letters.length} letters of ${QUERIES.length} queries, ${PASSES} passes; ${reach}` }
        : {}),
    })),
    wholeRow(share, patterns, spreadOf(whole.map(times => quantile(times, share)))),
  ])
}

const wholeRow = (share: number, patterns: string, spread: Spread): BenchRow => ({
  name: `the same as a call: threads, 60 cards and the total, p${share * 100}, ${patterns}`,
  ours: { ...spread, unit: 'ms' },
})

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
