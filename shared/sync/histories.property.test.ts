import { expect, test } from 'vitest'
import { runSeed } from './testing/chance.ts'
import { seedsOf } from './testing/seeds.ts'

/** Histories of two to six computers. */
const { first, runs } = seedsOf(process.env, 300, 200_000)

test(`${runs} random histories from seed ${first} on keep every invariant`, { timeout: 6 * 3_600_000 }, async () => {
  for (let seed = first; seed < first + runs; seed++) {
    const violations = await runSeed(seed)
    expect(violations, `BOBBIN_SEED=${seed}`).toEqual([])
  }
})
