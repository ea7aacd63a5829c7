/**
 * For each rule the shortest history we know that needs it: with all rules nothing goes wrong, without that one something does. Read
 * them as stories: A and B are two of a quilter's computers, P a pattern.
 */
import { derivedUuid } from '../ids.ts'
import type { RecordKey } from '../record.ts'
import type { Computer } from './computer.ts'
import { ask, exchange, settle } from './quiet.ts'
import type { Rulebook } from './rulebook.ts'
import type { RuleName } from './without.ts'
import { createWorld, type Message, type World, type WorldOptions } from './world.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const TEN_YEARS_MS = 3653 * DAY_MS

const P: RecordKey = { table: 'pattern', id: '00000000-0000-7000-8000-00000000000a' }
const Q: RecordKey = { table: 'pattern', id: '00000000-0000-7000-8000-00000000000b' }
const OLD_VERSION = ['name', 'notes', 'trashed_at']

type Story = (world: World) => Promise<void>

/** @returns what went wrong */
export async function tell(rule: RuleName, rulebook: Rulebook, options: WorldOptions = {}): Promise<readonly string[]> {
  const world = createWorld({ rulebook, ...options })
  await STORIES[rule](world)
  for (const { port } of world.computers) port.close()
  return world.ledger.violations
}

const plainEnd = { needsDigest: false, hasCopies: false }

const named = (world: World, computer: Computer, key: RecordKey = P) =>
  world.type(computer, key, { name: world.ledger.nextValue(), trashed_at: null })
const rename = (world: World, computer: Computer, key: RecordKey = P) =>
  world.type(computer, key, { name: world.ledger.nextValue() })

/** A and B, both of which have P. */
async function both(world: World, ...versions: readonly string[][]): Promise<[Computer, Computer]> {
  const [a, b] = [world.addComputer(), world.addComputer(undefined, versions[0])]
  named(world, a)
  for (const computer of [a, b]) await exchange(world, computer)
  return [a, b]
}

const served = async (world: World, request: Message | null): Promise<Message> => (await world.serve(request!))!

const STORIES: Readonly<Record<RuleName, Story>> = {
  /** A renames P offline. B renames it later. A hears of B's name before its own is sent. */
  async 'outbox-of-values'(world) {
    const [a, b] = await both(world)
    rename(world, a)
    world.clock.time += MINUTE_MS
    rename(world, b)
    await exchange(world, b)
    await ask(world, world.askPull(a))
    await settle(world, plainEnd)
  },

  /** A renames P, and again while the first name is on its way. */
  async 'exact-clearing'(world) {
    const [a] = await both(world)
    rename(world, a)
    const answer = await served(world, world.askPush(a))
    rename(world, a)
    world.receive(answer)
    await settle(world, plainEnd)
  },

  /** A names P with what the server does not take, gives it notes, and then a name that it takes. */
  async 'kept-refusals'(world) {
    const [a] = await both(world)
    world.type(a, P, { notes: world.ledger.nextValue(), name: world.refused })
    await exchange(world, a)
    rename(world, a)
    await settle(world, plainEnd)
  },

  /** Of two patterns of one push the first makes the server fail. */
  async savepoint(world) {
    const [a] = await both(world)
    world.type(a, P, { notes: world.poison })
    rename(world, a, Q)
    await settle(world, plainEnd)
  },

  /** B is of an older version, and renames what A gave a field that B does not know. */
  async 'unknown-fields'(world) {
    const [a, b] = await both(world, OLD_VERSION)
    world.type(a, P, { newer: world.ledger.nextValue() })
    for (const computer of [a, b]) await exchange(world, computer)
    rename(world, b)
    await settle(world, plainEnd)
  },

  /** The client asks on before what came is stored; the first answer breaks, the second one arrives. */
  async continuity(world) {
    const [a, b] = await both(world)
    named(world, a, Q)
    rename(world, a)
    await exchange(world, a)
    const first = await served(world, world.askPull(b, 1))
    world.receive(await served(world, world.askOn(first)))
    await settle(world, plainEnd)
  },

  /** B is killed between storing where the feed stands and storing the rows. */
  async 'offset-in-the-transaction'(world) {
    const [a, b] = await both(world)
    rename(world, a)
    await exchange(world, a)
    world.receive(await served(world, world.askPull(b)), 'before-the-rows')
    world.kill(b)
    await settle(world, plainEnd)
  },

  /** A's clock is 100 s ahead. The answer to its push is late; it asks again when the time has nearly come; then the first answer arrives. */
  async 'last-push-only'(world) {
    const [a] = await both(world)
    a.skew = 100_000
    a.port.setMeta({ clockOffset: 0 })
    rename(world, a)
    const late = await served(world, world.askPush(a))
    world.clock.time += MINUTE_MS
    await ask(world, world.askPull(a))
    const second = world.askPush(a)
    world.receive(late)
    await served(world, second)
    await settle(world, plainEnd)
  },

  /** A's name is stored, then the server restored. B renames P, knowing nothing of it; then A comes back, with a lesser value. */
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

  /** A's clock is ten years ahead. Its request arrives twice. */
  async 'stamping-again'(world) {
    const [a] = await both(world)
    a.skew = TEN_YEARS_MS
    a.port.setMeta({ clockOffset: 0 })
    rename(world, a)
    const request = world.askPush(a)
    const answer = await served(world, request)
    await served(world, request)
    world.receive(answer)
    await settle(world, plainEnd)
  },

  /** A's clock was ahead, so its name stands a minute ahead of the time. B renames P at once. */
  async 'above-the-fields-own'(world) {
    const [a, b] = await both(world)
    a.skew = TEN_YEARS_MS
    a.port.setMeta({ clockOffset: 0 })
    rename(world, a)
    for (const computer of [a, b]) await exchange(world, computer)
    rename(world, b)
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

  /** A's disk is copied, and in the same millisecond the two give P different names. */
  async 'tie-by-bytes'(world) {
    const [a] = await both(world)
    const copy = world.addComputer(a.port.copy())
    for (const computer of [a, copy]) rename(world, computer)
    for (const computer of [a, copy]) await exchange(world, computer)
    await settle(world, { ...plainEnd, hasCopies: true })
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
}

async function throwAway(world: World, computer: Computer): Promise<void> {
  world.type(computer, P, { trashed_at: world.clock.time })
  await exchange(world, computer)
  world.clock.time += 31 * DAY_MS
  await world.cloud.nights(31)
}
