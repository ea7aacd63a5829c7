/** Who and what the hand-written histories tell of: A and B are two of a quilter's computers, P and Q patterns. */
import type { RecordKey } from '../record.ts'
import type { Computer } from './computer.ts'
import type { Message } from './message.ts'
import { exchange } from './quiet.ts'
import type { World } from './world.ts'

export type Story = (world: World) => Promise<void>

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
export const TEN_YEARS_MS = 3653 * DAY_MS

export const P: RecordKey = { table: 'pattern', id: '00000000-0000-7000-8000-00000000000a' }
export const Q: RecordKey = { table: 'pattern', id: '00000000-0000-7000-8000-00000000000b' }
export const OLD_VERSION = ['name', 'notes', 'trashed_at']
export const plainEnd = { needsDigest: false, hasCopies: false }

/** Makes the record. */
export function named(world: World, computer: Computer, key: RecordKey = P): void {
  world.type(computer, key, { name: world.ledger.nextValue(), trashed_at: null })
}

export function rename(world: World, computer: Computer, key: RecordKey = P): void {
  world.type(computer, key, { name: world.ledger.nextValue() })
}

/** A and B, both of which have P. @param version the fields that B knows */
export async function both(world: World, version?: readonly string[]): Promise<[Computer, Computer]> {
  const [a, b] = [world.addComputer(), world.addComputer(undefined, version)]
  named(world, a)
  for (const computer of [a, b]) await exchange(world, computer)
  return [a, b]
}

/** The answer to a request, which has not arrived yet. */
export async function served(world: World, request: Message | null): Promise<Message> {
  const answer = request && (await world.serve(request))
  if (answer === null) throw new Error('there was nothing to ask, or nobody answered')
  return answer
}

/** P is thrown away, and its nights pass. */
export async function throwAway(world: World, computer: Computer): Promise<void> {
  world.type(computer, P, { trashed_at: world.clock.time })
  await exchange(world, computer)
  world.clock.time += 31 * DAY_MS
  await world.cloud.nights(31)
}
