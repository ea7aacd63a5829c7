import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Clock } from '#shared/domain/ids.ts'
import type { Control } from '#server/db/control.ts'
import { tooManyTries } from './refusals.ts'
import type { Seals } from './seals.ts'

/** At most so often in so many milliseconds, for one who. */
export interface Limit {
  readonly name: string
  readonly most: number
  readonly perMs: number
}

export interface Limits {
  /** Counts one try. @throws Refusal `too-many-tries` when that was one too many */
  take(limit: Limit, who: string): Promise<void>
  /** The try was an honest one and does not count. */
  giveBack(limit: Limit, who: string): Promise<void>
  /** Forgets windows that are over. */
  sweep(): Promise<void>
}

/** Counted in the control database, so that several servers count together. What is counted by is hashed: nobody's address is kept. */
export function createLimits({ control, clock, seals }: { control: Control; clock: Clock; seals: Seals }): Limits {
  const keyOf = (limit: Limit, who: string) => seals.seal('attempts', limit.name, who)
  const startOf = (limit: Limit) => Math.floor(clock.now() / limit.perMs) * limit.perMs

  return {
    async take(limit, who) {
      const start = startOf(limit)
      const { rows } = await sql<{ count: number }>`
        insert into attempt (key, window_start, count, ends_at)
        values (${keyOf(limit, who)}, ${new Date(start)}, 1, ${new Date(start + limit.perMs)})
        on conflict (key, window_start) do update set count = attempt.count + 1
        returning count`.execute(control)
      if (rows[0]!.count <= limit.most) return
      throw tooManyTries(Math.max(1, Math.ceil((start + limit.perMs - clock.now()) / 1_000)))
    },
    async giveBack(limit, who) {
      await sql`
        update attempt set count = greatest(count - 1, 0)
        where key = ${keyOf(limit, who)} and window_start = ${new Date(startOf(limit))}`.execute(control)
    },
    async sweep() {
      await sql`delete from attempt where ends_at < ${new Date(clock.now())}`.execute(control)
    },
  }
}

/** One household: an IPv4 address, or the 64 bits of an IPv6 address that a provider hands out whole. */
export function countedAddress(ip: string): string {
  const plain = ip.startsWith('::ffff:') && ip.includes('.') ? ip.slice(7) : ip
  if (!isIPv6(plain)) return plain
  const [left = '', right] = plain.split('%')[0]!.split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const whole =
    right === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
  return whole
    .slice(0, 4)
    .map(part => Number.parseInt(part, 16).toString(16))
    .join(':')
}
