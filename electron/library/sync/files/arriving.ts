/** From bytes on the disk to a pattern that can be looked at: read, measured, drawn and described as if it had been brought in here. */
import type { FormatId } from '#shared/formats/types.ts'
import type { Context } from '#library/context.ts'
import { type FileToRead, putHere, putLost, unreadFiles } from '#library/db/tables/cloud-file.ts'
import { putOriginal } from '#library/db/tables/original.ts'
import { patternsWith } from '#library/db/tables/reread.ts'
import { readFiles } from '#library/import/read-files.ts'
import { type KeptFile, type OriginalFacts, PARSE_VERSION } from '#library/import/reading.ts'
import type { ScannedFile } from '#library/import/scan.ts'
import { SKETCH_VERSION } from '#library/pictures/sketch.ts'

/** Files read in one go: what somebody waits for is never far behind. */
const TOGETHER = 96

export interface Arriving {
  /** Their bytes are on the disk, true to their names. */
  kept(hashes: readonly string[]): void
  /** Resolves when this one is read; at once when it is not among those that arrive. */
  read(hash: string): Promise<void>
  /** Resolves when nothing is left to be read. */
  idle(): Promise<void>
  close(): Promise<void>
}

type ArrivingContext = Pick<Context, 'db' | 'clock' | 'events' | 'pool' | 'originals' | 'dir' | 'log'>

export interface ArrivingParts {
  /** Hears when files came to be here. */
  readonly changed: () => void
  /** Writes with every transaction that writes what was read. */
  readonly within: () => void
}

export function createArriving(context: ArrivingContext, { changed, within }: ArrivingParts): Arriving {
  const { log } = context
  const stopping = new AbortController()
  const queue = new Set<string>()
  /** Of those in the queue or being read. */
  const readers = new Map<string, PromiseWithResolvers<void>>()
  let reading: Promise<void> | null = null

  async function run(): Promise<void> {
    while (queue.size > 0 && !stopping.signal.aborted) {
      const batch = [...queue].slice(0, TOGETHER)
      for (const hash of batch) queue.delete(hash)
      try {
        await readThese(context, batch, within, stopping.signal)
        changed()
        for (const hash of batch) settle(hash, null)
      } catch (error) {
        // They stay fetched and unread: the next round finds them on the disk.
        if (!stopping.signal.aborted) log.error({ error }, 'files that came could not be read')
        for (const hash of batch) settle(hash, error)
      }
    }
    reading = null
  }

  function settle(hash: string, error: unknown): void {
    const waiting = readers.get(hash)
    readers.delete(hash)
    if (error === null) waiting?.resolve()
    else waiting?.reject(error)
  }

  return {
    kept(hashes) {
      for (const hash of hashes) {
        if (readers.has(hash)) continue
        const waiting = Promise.withResolvers<void>()
        // Mostly nobody waits, and then a failure is told in the log only.
        waiting.promise.catch(() => undefined)
        readers.set(hash, waiting)
        queue.add(hash)
      }
      reading ??= run()
    },
    async read(hash) {
      await readers.get(hash)?.promise
    },
    async idle() {
      while (reading) await reading
    },
    async close() {
      stopping.abort()
      await reading
    },
  }
}

async function readThese(
  context: ArrivingContext,
  hashes: readonly string[],
  within: () => void,
  signal: AbortSignal,
): Promise<void> {
  const { db, pool, dir, originals, events } = context
  const files = unreadFiles(db, hashes, PARSE_VERSION)
  const scanned = new Map<ScannedFile, FileToRead>(
    files.map(file => {
      const source = { kind: 'file', path: originals.path(file.hash) } as const
      return [{ source, name: file.name, place: '', depth: 0 }, file]
    }),
  )
  // Half of the threads: the other half stays free for what she asks for.
  const half = { run: pool.run, threads: Math.max(1, Math.floor(pool.threads / 2)) } as typeof pool
  await readFiles({ pool: half, signal, originals: dir.originals }, [...scanned.keys()], 'all', async batch => {
    db.transaction(() => {
      within()
      for (const { file, reading } of batch) {
        const asked = scanned.get(file)!
        if (reading.kind === 'trouble') continue
        if (reading.kind === 'kept' && reading.hash !== asked.hash) putLost(db, [asked.hash])
        else store(context, reading.kind === 'kept' ? reading : keptAsItIs(asked))
      }
    })
  })
  const came = new Set(files.map(file => file.hash))
  db.transaction(() => {
    within()
    putHere(
      db,
      hashes.filter(hash => !came.has(hash)),
    )
  })
  const patterns = patternsWith(db, hashes)
  events.emit('pictures.changed', { keys: [...hashes] })
  events.emit('patterns.changed', { ids: patterns })
}

function store({ db, clock }: ArrivingContext, { hash, bytes, format, detectedBy, found }: KeptFile): void {
  const versions = { parseVersion: PARSE_VERSION, sketchVersion: SKETCH_VERSION }
  putOriginal(db, { hash, bytes, format, detectedBy, found, ...versions, keptAt: clock.now() })
}

/** Something a newer Bobbin takes for a pattern and this one does not know: kept as the record says. */
function keptAsItIs(file: FileToRead): KeptFile {
  const found: OriginalFacts = {
    outcome: 'not-a-design',
    facts: null,
    warnings: [],
    failure: null,
    sketch: null,
    outline: null,
    shape: null,
    description: null,
  }
  return {
    kind: 'kept',
    hash: file.hash,
    bytes: file.bytes,
    format: file.format as FormatId,
    role: 'other',
    detectedBy: 'extension',
    found,
  }
}
