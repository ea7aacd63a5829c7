import { expect, test } from 'vitest'
import { both, DAY_MS, P, plainEnd, TEN_YEARS_MS } from './testing/cast.ts'
import { ask, exchange, settle } from './testing/quiet.ts'
import { createWorld } from './testing/world.ts'

test('a server ten years ahead, put back behind everyone’s back and then right: an edit stands under two stamps at worst, and is nowhere lost', async () => {
  const world = createWorld()
  const [a, b] = await both(world)
  const copy = await world.cloud.copy()
  world.clock.serverSkew = TEN_YEARS_MS
  await ask(world, world.askPull(a))
  const notes = world.ledger.nextValue()
  world.type(a, P, { notes })
  // Stored and seen by B; the answer never reaches A.
  await world.serve(world.askPush(a)!)
  await exchange(world, b)

  world.clock.serverSkew = 0
  await world.putBack(copy, false)
  await world.cloud.acceptClock()
  await settle(world, { ...plainEnd, needsDigest: true })

  expect(world.ledger.violations).toEqual([])
  for (const { port } of [a, b]) expect(port.records([P])[0]?.fields.notes).toBe(notes)
  const { history } = await world.cloud.contents()
  expect(history.filter(({ cell }) => cell.v === notes)).toHaveLength(1)
})

test('a server that was ninety seconds ahead: a late copy of a push stamped again is stored at worst once more, and nothing is lost', async () => {
  const world = createWorld()
  const [a, b] = await both(world)
  world.clock.serverSkew = 90_000
  await ask(world, world.askPull(a))
  const notes = world.ledger.nextValue()
  world.type(a, P, { notes })
  world.clock.serverSkew = 0
  await world.cloud.acceptClock()
  const early = world.askPush(a)!
  await ask(world, early)
  await ask(world, world.askPush(a)!)

  world.clock.time += DAY_MS
  await world.serve(early)
  await settle(world, plainEnd)

  expect(world.ledger.violations).toEqual([])
  for (const { port } of [a, b]) expect(port.records([P])[0]?.fields.notes).toBe(notes)
  const { history } = await world.cloud.contents()
  expect(history.filter(({ cell }) => cell.v === notes)).toHaveLength(1)
})
