/** `digest` of SYNC.md section 7: sync checks itself instead of trusting itself. */
import { BUCKETS, bucketOf, createBucketSums, NO_HASH, recordHash } from '../digest.ts'
import type { RecordKey, Stamp } from '../record.ts'
import { compareStamps } from '../stamp.ts'
import type { DigestAnswer } from '../wire.ts'
import type { DevicePort, HeldRecord } from './port.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export interface DigestTimes {
  /** Since this program started, or since everything was read again, no digest was compared. */
  readonly isFresh: boolean
  /** When one was last compared, milliseconds; null: never. */
  readonly comparedAt: number | null
  /** Now, of the same clock. */
  readonly now: number
}

/** At each start, after reading everything again, and once a day. A clock that jumped back is no reason to wait for years. */
export function dueDigest({ isFresh, comparedAt, now }: DigestTimes): boolean {
  return isFresh || comparedAt === null || now - comparedAt >= DAY_MS || now < comparedAt
}

/** A difference starts at most one reading a day; `now` and `readAt` of the same clock, milliseconds. */
export function mayReadForDigest(readAt: number | null, now: number): boolean {
  return readAt === null || now - readAt >= DAY_MS || now < readAt
}

export type DigestOutcome =
  | { readonly outcome: 'same' }
  /** Ask for each of these buckets, and give the answers to `differsInBucket`. */
  | { readonly outcome: 'look'; readonly buckets: readonly number[] }
  /** Something waits, or the server has moved on: not now. */
  | { readonly outcome: 'not-now' }

/**
 * The answer without `bucket`. Only when everything the server has is here, and nothing but held entries waits.
 * @param mine the hashes of everything here but records with held values, which cannot be the server's and may not even have a hash
 */
export function compareDigest(
  port: DevicePort,
  answer: DigestAnswer,
  mine: readonly string[] = digestOf(port),
): DigestOutcome {
  if (!isComparable(port, answer) || answer.buckets?.length !== BUCKETS) return { outcome: 'not-now' }
  // Their buckets are looked at without them.
  const withHeld = new Set(port.heldKeys().map(bucketOf))
  const theirs = answer.buckets
  const buckets = mine.flatMap((hash, bucket) =>
    hash !== (theirs[bucket] ?? NO_HASH) || withHeld.has(bucket) ? [bucket] : [],
  )
  return buckets.length === 0 ? { outcome: 'same' } : { outcome: 'look', buckets }
}

/** The answer with `bucket`: whether any record differs, of one with held values whether any other value does. Null: not now. */
export function differsInBucket(port: DevicePort, bucket: number, answer: DigestAnswer): boolean | null {
  if (!isComparable(port, answer) || answer.records === undefined) return null
  const isHeld = new Set(port.heldKeys().map(nameOf))
  const theirs = new Map(answer.records.map(record => [nameOf(record), record]))
  for (const record of port.everyRecord(bucket)) {
    const their = theirs.get(nameOf(record))
    theirs.delete(nameOf(record))
    if (
      isHeld.has(nameOf(record))
        ? differsBesideHeld(port, record, their?.stamps ?? {})
        : their?.hash !== recordHash(record)
    )
      return true
  }
  return theirs.size > 0
}

/** What is held is not the server's, and what it hides of the server's is not here: everything else has to be the same. */
function differsBesideHeld(port: DevicePort, record: HeldRecord, theirs: Readonly<Record<string, Stamp>>): boolean {
  const held = port.entriesOf(record)
  const isHidden = (field: string) =>
    held.some(entry => entry.field === field && isSameStamp(entry.stamp, record.stamps[field]))
  const fields = new Set([...Object.keys(record.stamps), ...Object.keys(theirs)])
  return [...fields].some(field => !isHidden(field) && !isSameStamp(theirs[field], record.stamps[field]))
}

function isSameStamp(one: Stamp | undefined, other: Stamp | undefined): boolean {
  return one !== undefined && other !== undefined && compareStamps(one, other) === 0
}

function isComparable(port: DevicePort, answer: DigestAnswer): boolean {
  const { epoch, known, isComparing } = port.meta()
  return answer.epoch === epoch && answer.seq === known && !isComparing && !port.hasEntriesToSend()
}

function digestOf(port: DevicePort): string[] {
  const isHeld = new Set(port.heldKeys().map(nameOf))
  const sums = createBucketSums()
  for (const record of port.everyRecord()) if (!isHeld.has(nameOf(record))) sums.add(record)
  return sums.hashes()
}

function nameOf({ table, id }: RecordKey): string {
  return `${table} ${id}`
}
