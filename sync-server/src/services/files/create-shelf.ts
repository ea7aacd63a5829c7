import { hash as hashOf, createHash, randomUUID } from 'node:crypto'
import type { Clock } from '#shared/domain/ids.ts'
import type { ContentRange } from '#shared/sync/files/ranges.ts'
import { MOST_FILE_BYTES, PART_BYTES, SMALL_BYTES } from '#shared/sync/files/wire.ts'
import type { TenantDatabase, TenantTransaction } from '#server/db/tenant.ts'
import { type Bucket, objectName } from './bucket.ts'
import { collect } from './collect.ts'
import type { FileOwner, FileShelf, PartOutcome, SmallFile } from './shelf.ts'
import * as rows from './statements.ts'

/** Runs `work` on the tenant's own database, as its own role. */
export type UseTenant = <T>(owner: FileOwner, work: (db: TenantDatabase) => Promise<T>) => Promise<T>

export interface ShelfParts {
  readonly use: UseTenant
  /** Null: contents lie in the tenant's database. What lay there before a bucket was named stays there. */
  readonly bucket: Bucket | null
  readonly clock: Clock
  readonly onTrouble: (error: unknown, doing: string) => void
}

/** Bytes of small files read at once on their way down. */
const TOGETHER_BYTES = 1024 * 1024

/** Thrown inside a transaction so that nothing of it stays. */
class Full extends Error {}

/** Originals in the tenant's database, or in a bucket with their rows in the database. */
export function createFileShelf(parts: ShelfParts): FileShelf {
  const { use, bucket, onTrouble } = parts
  const inTransaction = <T>(owner: FileOwner, work: (db: TenantTransaction) => Promise<T>): Promise<T> =>
    use(owner, db => db.transaction().execute(work))

  /** What stays all the same although no row names it is found by the nightly run. */
  async function letGo(objects: readonly string[]): Promise<void> {
    if (bucket && objects.length > 0)
      await bucket.remove(objects).catch(error => onTrouble(error, 'letting go of objects in the bucket'))
  }

  async function hasRoom(owner: FileOwner, bytes: number): Promise<boolean> {
    return (await use(owner, rows.usedBytes)) + bytes <= owner.quotaBytes
  }

  /** Those that are not in the bucket yet; in a database that shows while they are added. */
  async function toBring(owner: FileOwner, files: readonly SmallFile[]): Promise<readonly SmallFile[]> {
    if (!bucket) return files
    const hashes = files.map(file => file.hash)
    const here = await use(owner, async db => {
      await rows.touch(db, hashes)
      return new Set((await rows.stored(db, hashes)).map(file => file.hash))
    })
    return files.filter(file => !here.has(file.hash))
  }

  /** Adds files whose bytes were hashed; what is there already is touched. @throws Full */
  async function add(owner: FileOwner, all: readonly SmallFile[]): Promise<void> {
    const files = await toBring(owner, all)
    if (files.length === 0) return
    const objects = bucket && new Map(files.map(({ hash }) => [hash, objectName(owner.id, hash, randomUUID())]))
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
    if (bucket && objects) {
      if (!(await hasRoom(owner, bytes))) throw new Full()
      await Promise.all(files.map(file => bucket.put(objects.get(file.hash)!, file.bytes)))
    }
    let added = new Set<string>()
    try {
      added = await inTransaction(owner, async db => {
        const freed = await rows.forgetBegun(
          db,
          files.map(file => file.hash),
        )
        const fresh = await rows.addStored(
          db,
          files.map(({ hash, bytes: { length } }) => ({ hash, bytes: length, object: objects?.get(hash) ?? null })),
        )
        const news = files.filter(file => fresh.has(file.hash))
        if (news.length < files.length)
          await rows.touch(
            db,
            files.map(file => file.hash),
          )
        if (!bucket && news.length > 0)
          await rows.addContents(
            db,
            news.map(({ hash, bytes: content }) => ({ hash, content })),
          )
        // Last, because every other taker waits for this row until we are done.
        const more = news.reduce((sum, file) => sum + file.bytes.length, 0)
        if (!(await rows.reserve(db, more - freed, owner.quotaBytes))) throw new Full()
        return fresh
      })
    } finally {
      if (bucket && objects) await letGo([...objects].flatMap(([hash, key]) => (added.has(hash) ? [] : key)))
    }
  }

  async function tryAdd(owner: FileOwner, files: readonly SmallFile[]): Promise<ReadonlySet<string>> {
    try {
      await add(owner, files)
      return new Set(files.map(file => file.hash))
    } catch (error) {
      if (!(error instanceof Full)) throw error
      if (files.length <= 1) return new Set()
      // Together they are too many: as many as there is room for, one by one.
      const taken: string[] = []
      for (const file of files) taken.push(...(await tryAdd(owner, [file])))
      return new Set(taken)
    }
  }

  /** Lays down a part and answers which beginning it belongs to; null when the file is whole. @throws Full */
  async function layPart(
    owner: FileOwner,
    hash: string,
    { from, total }: ContentRange,
    bytes: Uint8Array,
  ): Promise<{ begun: string; isComplete: boolean; at: number } | null> {
    return inTransaction(owner, async db => {
      let row = await rows.held(db, hash)
      if (row?.isStored) return null
      if (row && row.bytes !== total) {
        // One of the two claims is wrong, and only hashing can tell which: the newer one may try.
        await rows.reserve(db, -(await rows.forgetBeginning(db, hash, row.begun)), null)
        row = null
      }
      if (!row) {
        const begun = await rows.begin(db, hash, total)
        if (begun && !(await rows.reserve(db, total, owner.quotaBytes))) throw new Full()
        row = begun ? { ...begun, isStored: false } : await rows.held(db, hash)
        if (!row || row.isStored || row.bytes !== total) return null
      }
      await rows.addPart(db, hash, from / PART_BYTES, bytes)
      const count = await rows.partCount(db, hash)
      const at = (await rows.begunAt(db, [hash], PART_BYTES)).get(hash) ?? 0
      return { begun: row.begun, isComplete: count === Math.ceil(total / PART_BYTES), at }
    })
  }

  /** The parts of a beginning, one at a time. Ends early when it is not there any more. */
  async function* partsOf(owner: FileOwner, hash: string, begun: string, total: number): AsyncIterable<Uint8Array> {
    for (let part = 0; part * PART_BYTES < total; part++) {
      const content = await use(owner, db => rows.begunPart(db, hash, begun, part))
      if (content === null) return
      yield content
    }
  }

  /** All parts are there: are they what the name says? (Rule: hashed again here before anybody is told "stored".) */
  async function finish(owner: FileOwner, hash: string, begun: string, total: number): Promise<PartOutcome> {
    const hasher = createHash('sha256')
    let length = 0
    for await (const part of partsOf(owner, hash, begun, total)) {
      hasher.update(part)
      length += part.length
    }
    if (length === total && hasher.digest('hex') !== hash) {
      await inTransaction(owner, async db => rows.reserve(db, -(await rows.forgetBeginning(db, hash, begun)), null))
      return { outcome: 'wrong-hash', at: 0 }
    }
    if (length === total && (await keepWhole(owner, hash, begun, total))) return { outcome: 'stored', at: total }
    return goOn(owner, hash)
  }

  async function keepWhole(owner: FileOwner, hash: string, begun: string, total: number): Promise<boolean> {
    const object = bucket ? objectName(owner.id, hash, randomUUID()) : null
    let isStored = false
    try {
      if (bucket && object !== null) await bucket.putParts(object, partsOf(owner, hash, begun, total))
      isStored = await inTransaction(owner, db => rows.makeStored(db, hash, begun, object))
    } finally {
      if (bucket && object !== null && !isStored) await letGo([object])
    }
    return isStored
  }

  /** Somebody else was quicker: whatever is there now counts. */
  async function goOn(owner: FileOwner, hash: string): Promise<PartOutcome> {
    return use(owner, async db => {
      const [file] = await rows.stored(db, [hash])
      if (file) return { outcome: 'stored', at: file.bytes }
      return { outcome: 'begun', at: (await rows.begunAt(db, [hash], PART_BYTES)).get(hash) ?? 0 }
    })
  }

  async function* fromDatabase(owner: FileOwner, hash: string, from: number, to: number): AsyncIterable<Uint8Array> {
    for (let at = from; at <= to; ) {
      const inPart = at % PART_BYTES
      const length = Math.min(PART_BYTES - inPart, to - at + 1)
      const part = Math.floor(at / PART_BYTES)
      const content = await use(owner, db => rows.slice(db, hash, part, inPart, length))
      if (content === null || content.length === 0) throw new Error('a file went while it was read')
      yield content
      at += content.length
    }
  }

  return {
    async missing(owner, hashes) {
      return use(owner, async db => {
        // In this order: what is touched is safe from the next thirty nightly runs, so what is then found will be there.
        await rows.touch(db, hashes)
        const here = new Set((await rows.stored(db, hashes)).map(file => file.hash))
        const lacking = hashes.filter(hash => !here.has(hash))
        const begun = await rows.begunAt(db, lacking, PART_BYTES)
        return lacking.map(hash => ({ hash, at: begun.get(hash) ?? 0 }))
      })
    },

    async lengthOf(owner, hash) {
      return (await use(owner, db => rows.stored(db, [hash])))[0]?.bytes ?? null
    },

    hasRoom,

    async take(owner, files) {
      const right = new Map<string, SmallFile>()
      const isRight = files.map(file => hashOf('sha256', file.bytes, 'hex') === file.hash)
      for (const [index, file] of files.entries()) if (isRight[index]) right.set(file.hash, file)
      const taken = right.size === 0 ? new Set<string>() : await tryAdd(owner, [...right.values()])
      return files.map(({ hash }, index) => {
        if (!isRight[index]) return 'wrong-hash'
        return taken.has(hash) ? 'stored' : 'full'
      })
    },

    async takePart(owner, hash, range, bytes) {
      if (range.total > MOST_FILE_BYTES) return { outcome: 'file-too-large', at: 0 }
      try {
        const laid = await layPart(owner, hash, range, bytes)
        if (laid === null) return await goOn(owner, hash)
        if (!laid.isComplete) return { outcome: 'begun', at: laid.at }
        return await finish(owner, hash, laid.begun, range.total)
      } catch (error) {
        if (error instanceof Full) return { outcome: 'full', at: 0 }
        throw error
      }
    },

    async read(owner, hash, { from, to }) {
      const [file] = await use(owner, db => rows.stored(db, [hash]))
      if (!file) return null
      if (file.object === null) return fromDatabase(owner, hash, from, to)
      if (!bucket) throw new Error('files of this tenant lie in a bucket, and the configuration names none')
      return bucket.get(file.object, { from, to })
    },

    async *readSmall(owner, hashes) {
      const found = await use(owner, db => rows.stored(db, hashes))
      const small = new Map(found.filter(file => file.bytes <= SMALL_BYTES).map(file => [file.hash, file]))
      for (const batch of together(hashes, hash => small.get(hash)?.bytes ?? 0)) {
        const inDatabase = batch.filter(hash => small.get(hash)?.object === null)
        const contents = await use(owner, db => rows.contents(db, inDatabase))
        for (const hash of batch) {
          const file = small.get(hash)
          const bytes = file?.object && bucket ? await whole(bucket, file.object, file.bytes) : contents.get(hash)
          yield { hash, bytes: bytes ?? null }
        }
      }
    },

    async usage(owner) {
      return use(owner, rows.usage)
    },

    collect: owner => collect(parts, owner),
  }
}

async function whole(bucket: Bucket, object: string, bytes: number): Promise<Uint8Array> {
  if (bytes === 0) return new Uint8Array()
  const chunks: Uint8Array[] = []
  for await (const chunk of await bucket.get(object, { from: 0, to: bytes - 1 })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function* together<Item>(items: readonly Item[], bytesOf: (item: Item) => number): Iterable<Item[]> {
  let batch: Item[] = []
  let bytes = 0
  for (const item of items) {
    if (batch.length > 0 && bytes + bytesOf(item) > TOGETHER_BYTES) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(item)
    bytes += bytesOf(item)
  }
  if (batch.length > 0) yield batch
}
