import { DESCRIPTOR_VERSION } from '#shared/shape/describe.ts'
import { DIMS, PART } from '#shared/shape/dims.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'

/** A vector as descriptions have them, each part a unit vector times 127; the same for the same seed, unlike for others. */
export function vectorFor(seed: number): Int8Array {
  let state = seed + 1
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  for (let warm = 0; warm < 8; warm++) next()
  const vector = new Int8Array(DIMS)
  for (let part = 0; part < DIMS; part += PART) {
    const numbers = Array.from({ length: PART }, () => next() + next() - 1)
    const length = Math.hypot(...numbers)
    numbers.forEach((number, at) => (vector[part + at] = Math.round((127 * number) / length)))
  }
  return vector
}

/** Puts a description beside an original, as an import does. */
export function describeAs(
  { db }: Pick<Context, 'db'>,
  hash: string,
  seed: number,
  version = DESCRIPTOR_VERSION,
): void {
  db.run(sql`insert into descriptor (hash, version, v, local_scale, length_over_gyration)
    values (${hash}, ${version}, ${new Uint8Array(vectorFor(seed).buffer)}, 1, 1)
    on conflict (hash) do update set version = excluded.version, v = excluded.v`)
}
