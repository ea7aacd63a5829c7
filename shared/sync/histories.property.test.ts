import { expect, test } from 'vitest'
import { runSeed } from './testing/chance.ts'

/** Histories of two to six computers; a soak runs two hundred thousand others. BOBBIN_SEED runs one again. */
const RUNS = process.env.BOBBIN_SOAK ? 200_000 : 300
const { BOBBIN_SEED } = process.env
const first = BOBBIN_SEED ? Number(BOBBIN_SEED) : process.env.BOBBIN_SOAK ? Date.now() % 2 ** 31 : 1
const runs = BOBBIN_SEED ? 1 : RUNS

test(`${runs} random histories from seed ${first} on keep every invariant`, { timeout: 6 * 3_600_000 }, async () => {
  for (let seed = first; seed < first + runs; seed++) {
    const violations = await runSeed(seed)
    expect(violations, `BOBBIN_SEED=${seed}`).toEqual([])
  }
})
