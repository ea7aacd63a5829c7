/**
 * The rules that can be taken out one by one, so that the soak shows what each is there for (`npm run soak -- --without RULE`).
 * Product code always runs on RULES; the weaker twins live in testing/.
 */
import { clears, continues, differs, isLost } from './device/judge.ts'
import { compareCells } from './merge.ts'
import { earlyEntries } from './server/early.ts'
import { nextStamp } from './stamp.ts'
import type { Stamp } from './record.ts'
import type { PushEntry } from './wire.ts'

export interface Policies {
  /** above-the-fields-own */
  readonly nextStamp: typeof nextStamp
  /** tie-by-bytes */
  readonly compareCells: typeof compareCells
  /** stamping-again: the places of the entries that the device has to stamp again. */
  readonly earlyEntries: typeof earlyEntries
  /** stamping-again: the stamp an entry is stored under, `latest` being the latest that is not early. */
  readonly stampStored: (entry: PushEntry, latest: number) => Stamp
  /** exact-clearing */
  readonly clears: typeof clears
  /** kept-refusals */
  readonly keepsRefusals: boolean
  /** continuity */
  readonly continues: typeof continues
  /** differs */
  readonly differs: typeof differs
  /** whole-rows */
  readonly sendsUnnamedRows: boolean
  /** typed-over: while a new epoch is read, what is typed over in a row it has not named yet is sent along. */
  readonly sendsTypedOver: boolean
  /** set-aside */
  readonly isLost: typeof isLost
  /** memberships */
  readonly movesMemberships: boolean
}

/** Section 7 of SYNC.md, whole. */
export const RULES: Policies = {
  nextStamp,
  compareCells,
  earlyEntries,
  stampStored: entry => entry.stamp,
  clears,
  keepsRefusals: true,
  continues,
  differs,
  sendsUnnamedRows: true,
  sendsTypedOver: true,
  isLost,
  movesMemberships: true,
}
