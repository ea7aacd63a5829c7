import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ask, exchange } from './testing/quiet.ts'
import { createWorld } from './testing/world.ts'

const TEN_YEARS_MS = 3653 * 86_400_000
const PATTERN = { table: 'pattern', id: '00000000-0000-7000-8000-000000000001' }

/** Invariant 8. */
test('of two names typed more than a minute apart the later one stays, whatever the clocks of the two computers say', async () => {
  const skew = fc.integer({ min: -TEN_YEARS_MS, max: TEN_YEARS_MS })
  const pause = fc.integer({ min: 60_100, max: 40 * 86_400_000 })
  const apart = fc.record({ skews: fc.tuple(skew, skew), pause, isOffline: fc.boolean(), firstSendsLast: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(apart, async ({ skews, pause: ms, isOffline, firstSendsLast }) => {
      const world = createWorld()
      const computers = skews.map(by => Object.assign(world.addComputer(), { skew: by }))
      const [one, other] = computers as [(typeof computers)[0], (typeof computers)[0]]
      world.type(one, PATTERN, { name: 'before' })
      for (const computer of [one, other]) await exchange(world, computer)
      for (const computer of [one, other]) await ask(world, world.askPull(computer))
      world.type(one, PATTERN, { name: 'earlier' })
      if (!isOffline) await exchange(world, one)
      world.clock.time += ms
      if (!isOffline) await exchange(world, other)
      world.type(other, PATTERN, { name: 'later' })
      for (const computer of firstSendsLast ? [other, one, other] : [one, other, one]) await exchange(world, computer)
      const [record] = (await world.cloud.contents()).records
      expect(record?.fields['name']).toBe('later')
      expect(world.ledger.violations).toEqual([])
    }),
  )
})
