/** What goes wrong in the cloud, and with what it lets go of. Each is told for the rule of its name. */
import { derivedUuid } from '../ids.ts'
import { both, DAY_MS, named, P, plainEnd, Q, rename, TEN_YEARS_MS, throwAway, type Story } from './cast.ts'
import { exchange, settle } from './quiet.ts'

export const CLOUD_HISTORIES = {
  /** Of two patterns of one push the first makes the server fail. */
  async savepoint(world) {
    const [a] = await both(world)
    world.type(a, P, { notes: world.poison })
    rename(world, a, Q)
    await settle(world, plainEnd)
  },

  /** P goes to the trash, and the server is switched off for forty days. */
  async nights(world) {
    const [a] = await both(world)
    world.type(a, P, { trashed_at: world.clock.time })
    await exchange(world, a)
    world.clock.time += 40 * DAY_MS
    await world.cloud.nights(1)
    await settle(world, plainEnd)
  },

  /** B renames P offline, while A throws it away and its nights pass. */
  async 'set-aside'(world) {
    const [a, b] = await both(world)
    rename(world, b)
    await throwAway(world, a)
    await settle(world, plainEnd)
  },

  /** The same; P had a tag. B keeps it. */
  async memberships(world) {
    const [a, b] = await both(world)
    const tag = derivedUuid('tag', 'flowers')
    const joined = { table: 'pattern_tag', id: derivedUuid('pattern_tag', P.id, tag) }
    world.type(b, joined, { pattern_id: P.id, tag_id: tag, trashed_at: null })
    await exchange(world, b)
    rename(world, b)
    await throwAway(world, a)
    await exchange(world, b)
    world.keep(b, P)
    await settle(world, plainEnd)
  },

  /** A's clock is ten years behind, and it has not spoken to the server yet: its name for the tag loses, and must stay for ninety nights. */
  async 'history-by-arrival'(world) {
    const [a, b] = [world.addComputer(), world.addComputer()]
    const tag = { table: 'tag', id: derivedUuid('tag', 'flowers') }
    a.skew = -TEN_YEARS_MS
    for (const computer of [a, b]) named(world, computer, tag)
    for (const computer of [b, a]) await exchange(world, computer)
    await world.cloud.nights(1)
    await settle(world, plainEnd)
  },
} satisfies Record<string, Story>
