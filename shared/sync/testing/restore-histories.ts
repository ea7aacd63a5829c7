/** What goes wrong when a database is put back to an older copy. Each is told for the rule of its name. */
import { both, MINUTE_MS, named, plainEnd, Q, rename, type Story } from './cast.ts'
import { ask, exchange, settle } from './quiet.ts'

export const RESTORE_HISTORIES = {
  /** A's name is stored, then the server restored. B renames knowing nothing of it; then A comes back, with a lesser value. */
  async differs(world) {
    const [a, b] = await both(world)
    const copy = await world.cloud.copy()
    rename(world, a)
    await exchange(world, a)
    world.clock.time += MINUTE_MS
    await world.putBack(copy, true)
    rename(world, b)
    await exchange(world, b)
    await settle(world, plainEnd)
  },

  /** A makes Q, which is stored; the server is restored to before. */
  async 'whole-rows'(world) {
    const [a] = await both(world)
    const copy = await world.cloud.copy()
    named(world, a, Q)
    await exchange(world, a)
    await world.putBack(copy, true)
    await settle(world, plainEnd)
  },

  /** A has heard of the restore, and renames P before the new reading has come to it. */
  async 'typed-over'(world) {
    const [a] = await both(world)
    const copy = await world.cloud.copy()
    rename(world, a)
    await exchange(world, a)
    await world.putBack(copy, true)
    await ask(world, world.askPull(a))
    rename(world, a)
    await settle(world, plainEnd)
  },

  /** The server is restored to before A's name, and says so. */
  async epoch(world) {
    const [a] = await both(world)
    const copy = await world.cloud.copy()
    rename(world, a)
    await exchange(world, a)
    await world.putBack(copy, true)
    await settle(world, plainEnd)
  },

  /** The same, and nobody says so; but A has heard of a greater seq. */
  async known(world) {
    const [a] = await both(world)
    const copy = await world.cloud.copy()
    rename(world, a)
    await exchange(world, a)
    await world.putBack(copy, false)
    await settle(world, plainEnd)
  },

  /** The same, and a third computer makes so much that the seq is where it was. */
  async digest(world) {
    const [a] = await both(world)
    const copy = await world.cloud.copy()
    rename(world, a)
    await exchange(world, a)
    await world.putBack(copy, false)
    const third = world.addComputer()
    await ask(world, world.askPull(third))
    named(world, third, Q)
    await ask(world, world.askPush(third)!)
    await settle(world, { ...plainEnd, needsDigest: true })
  },
} satisfies Record<string, Story>
