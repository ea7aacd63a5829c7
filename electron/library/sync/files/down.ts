import { hash as hashOf } from 'node:crypto'
import { setImmediate as immediately } from 'node:timers/promises'
import { MOST_ASKED, SMALL_BYTES } from '#shared/sync/files/wire.ts'
import type { Context } from '#library/context.ts'
import {
  type CloudFile,
  cloudFiles,
  filesToFetch,
  firstPageToFetch,
  type Place,
  type PlacedFile,
} from '#library/db/tables/cloud-file.ts'
import { hashOfFile } from '#library/files/hash-of-file.ts'
import type { FileCloud } from './cloud.ts'
import { createGate, inLanes } from './lanes.ts'
import { fetchLarge } from './large.ts'

/** Connections that carry files down at once. */
const LANES = 6
const LARGE_LANES = 3
const BUNDLE_BYTES = 1024 * 1024
const BUNDLE_FILES = 64
/** Cards on the first page of the wall. */
const FIRST_PAGE = 60
/** Files laid down before the next message to the disk: few enough that a crash costs little. */
const ASKED_FIRST = 200

export interface Down {
  /** What somebody looks at: next. */
  prefer(hashes: readonly string[]): void
  /**
   * Fetches what is lacking: what is looked at, the first page of the wall, the newest, the rest. Where nothing of a thousand is there yet
   * (another computer is still carrying it up) it ends, and the next round asks for the thousand behind them.
   * @returns whether all that is lacking came
   * @throws CloudTrouble when nothing gets through, BobbinError when the disk fails; what came stays
   */
  round(cloud: FileCloud, goes: (file: CloudFile) => boolean): Promise<boolean>
  /** This one now. @returns false when the cloud does not have it (yet) */
  one(cloud: FileCloud, hash: string): Promise<boolean>
}

type DownContext = Pick<Context, 'db' | 'originals' | 'dir' | 'log'>

export interface DownEvents {
  /** Came from the cloud; their bytes are on the disk, true to their names. */
  came(hashes: readonly string[]): void
  /** Were on the disk already, true to their names: a crash had come between keeping and reading. */
  found(hash: string): void
}

export function createDown(context: DownContext, { came: kept, found }: DownEvents): Down {
  const { db, originals, dir, log } = context
  const preferred = new Set<string>()
  /** Being fetched, so that nothing comes twice at once. */
  const underWay = new Map<string, Promise<boolean>>()
  let after: Place | null = null

  /** Bytes that a crash left kept and unread. */
  async function isOnDisk(hash: string): Promise<boolean> {
    return (await originals.has(hash)) && (await hashOfFile(originals.path(hash))) === hash
  }

  async function fetchSmall(cloud: FileCloud, hashes: readonly string[]): Promise<void> {
    const keeping = originals.batch()
    const came: string[] = []
    const single: string[] = []
    try {
      for await (const { hash, bytes } of cloud.fetchBundle(hashes)) {
        // Rule: what does not match its name is never used; it is asked for again in a later round.
        if (bytes === null) single.push(hash)
        else if (hashOf('sha256', bytes, 'hex') === hash) {
          await keeping.begin(bytes, hash)
          came.push(hash)
        } else log.warn({ hash }, 'a file came that is not what its name says')
      }
    } finally {
      // Also when the way broke off: what came whole is kept.
      await keeping.settle()
      kept(came)
    }
    // The record says that it is small and the cloud says that it is not.
    for (const hash of single) await fetchSingle(cloud, hash)
  }

  async function fetchSingle(cloud: FileCloud, hash: string): Promise<boolean> {
    const outcome = await fetchLarge(cloud, originals, dir.originals, hash)
    if (outcome === 'kept') kept([hash])
    if (outcome === 'wrong') log.warn({ hash }, 'a file came that is not what its name says')
    return outcome === 'kept'
  }

  function alone(hash: string, work: () => Promise<boolean>): Promise<boolean> {
    const going = underWay.get(hash)
    if (going) return going
    const mine = work().finally(() => underWay.delete(hash))
    underWay.set(hash, mine)
    return mine
  }

  type Job = { readonly small: readonly string[] } | { readonly large: string }

  function* jobsOf(files: readonly CloudFile[]): Iterable<Job> {
    let small: string[] = []
    let bytes = 0
    for (const file of files) {
      if (underWay.has(file.hash)) continue
      if (file.bytes > SMALL_BYTES) {
        yield { large: file.hash }
        continue
      }
      if (small.length === BUNDLE_FILES || (small.length > 0 && bytes + file.bytes > BUNDLE_BYTES)) {
        yield { small }
        small = []
        bytes = 0
      }
      small.push(file.hash)
      bytes += file.bytes
    }
    if (small.length > 0) yield { small }
  }

  /** What of these the cloud has and this disk has not. */
  async function there<File extends CloudFile>(cloud: FileCloud, files: readonly File[]): Promise<File[]> {
    const lacking: File[] = []
    for (const file of files) {
      if (await isOnDisk(file.hash)) found(file.hash)
      else lacking.push(file)
    }
    if (lacking.length === 0) return []
    const missing = new Set((await cloud.missing(lacking.map(file => file.hash))).map(one => one.hash))
    return lacking.filter(file => !missing.has(file.hash))
  }

  return {
    prefer(hashes) {
      for (const hash of hashes) preferred.add(hash)
    },

    async one(cloud, hash) {
      return alone(hash, async () => {
        if (await isOnDisk(hash)) found(hash)
        else return fetchSingle(cloud, hash)
        return true
      })
    },

    async round(cloud, goes) {
      const gate = createGate(LARGE_LANES)
      const asked = new Set<string>()
      let isWaiting = false

      async function* askedNow(): AsyncIterable<Job> {
        while (preferred.size > 0) {
          const hashes = [...preferred].slice(0, ASKED_FIRST)
          for (const hash of hashes) preferred.delete(hash)
          yield* fresh(cloudFiles(db, hashes).filter(file => file.isHere === 0))
        }
      }

      async function* fresh(files: readonly CloudFile[]): AsyncIterable<Job> {
        const due = files.filter(file => goes(file) && !asked.has(file.hash))
        if (due.length < files.length) isWaiting ||= files.some(file => !goes(file))
        for (const { hash } of due) asked.add(hash)
        yield* jobsOf(await there(cloud, due))
      }

      async function* jobs(): AsyncIterable<Job> {
        yield* askedNow()
        yield* fresh(firstPageToFetch(db, FIRST_PAGE))
        for (;;) {
          const page: PlacedFile[] = filesToFetch(db, after, MOST_ASKED)
          after = page.length < MOST_ASKED ? null : (page.at(-1) ?? null)
          let isAny = false
          for await (const job of fresh(page)) {
            isAny = true
            yield job
            yield* askedNow()
          }
          if (after === null || (!isAny && page.some(file => goes(file)))) return
          await immediately()
        }
      }

      await inLanes(jobs(), LANES, async job => {
        if ('large' in job) await gate(() => alone(job.large, () => fetchSingle(cloud, job.large)))
        else await fetchSmall(cloud, job.small)
      })
      return !isWaiting
    },
  }
}
