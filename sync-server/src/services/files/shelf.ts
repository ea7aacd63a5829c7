/** Where originals are kept in the cloud, whatever they lie in. Everything is within one tenant: nothing is ever looked up across. */
import type { Tenant } from '#server/services/tenants.ts'
import type { BundleOutcome } from '#shared/sync/files/wire.ts'
import type { ContentRange } from '#shared/sync/files/ranges.ts'

/** Whose they are. */
export type FileOwner = Tenant

export interface SmallFile {
  /** What it claims to be. */
  readonly hash: string
  readonly bytes: Uint8Array
}

/** What became of a part. `at`: where to go on. */
export type PartOutcome =
  | { readonly outcome: 'stored' | 'begun'; readonly at: number }
  | { readonly outcome: 'full' | 'wrong-hash' | 'file-too-large'; readonly at: 0 }

export interface FileShelf {
  /** Those that are not here whole, with where a begun one goes on. What is here stays for another 30 nights. */
  missing(owner: FileOwner, hashes: readonly string[]): Promise<{ hash: string; at: number }[]>
  /** Null when it is not here whole. */
  lengthOf(owner: FileOwner, hash: string): Promise<number | null>
  /** Whether so many bytes more may be taken. */
  hasRoom(owner: FileOwner, bytes: number): Promise<boolean>
  /** Each for itself, in their order; what is answered `stored` is on the disk. Less than a MB in all. */
  take(owner: FileOwner, files: readonly SmallFile[]): Promise<Exclude<BundleOutcome, 'failed'>[]>
  /** A part that begins at a multiple of PART_BYTES and is as long, or the last. The last one to come makes the file whole. */
  takePart(owner: FileOwner, hash: string, range: ContentRange, bytes: Uint8Array): Promise<PartOutcome>
  /** Its bytes from `from` to `to`, both inside. Null when it is not here whole. */
  read(owner: FileOwner, hash: string, range: { from: number; to: number }): Promise<AsyncIterable<Uint8Array> | null>
  /** Small files in their order; `bytes` null for what is not here or not small. */
  readSmall(
    owner: FileOwner,
    hashes: readonly string[],
  ): AsyncIterable<{ readonly hash: string; readonly bytes: Uint8Array | null }>
  usage(owner: FileOwner): Promise<{ files: number; usedBytes: number }>
  /** The nightly run, after `feed_counter.night` has gone up. @returns how many files went */
  collect(owner: FileOwner): Promise<number>
}
