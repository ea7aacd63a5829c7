/** What goes wrong on the way between one computer and the cloud. Each is told for the rule of its name. */
import {
  both,
  MINUTE_MS,
  named,
  OLD_VERSION,
  P,
  plainEnd,
  Q,
  rename,
  served,
  TEN_YEARS_MS,
  type Story,
} from './cast.ts'
import { ask, exchange, settle } from './quiet.ts'

export const DEVICE_HISTORIES = {
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

  /** A's disk is copied, and in the same millisecond the two give P different names. */
  async 'tie-by-bytes'(world) {
    const [a] = await both(world)
    const copy = world.addComputer(a.port.copy())
    for (const computer of [a, copy]) rename(world, computer)
    for (const computer of [a, copy]) await exchange(world, computer)
    await settle(world, { ...plainEnd, hasCopies: true })
  },
} satisfies Record<string, Story>
