import { randomBytes } from 'node:crypto'
import type { Clock, Random } from '#shared/domain/ids.ts'

/** The real clock and dice, handed in by every entry file. */
export const systemClock: Clock = { now: () => Date.now() }
export const systemRandom: Random = { bytes: count => randomBytes(count) }
