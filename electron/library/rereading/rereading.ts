import type { Context } from '../context.ts'
import { commit } from '../db/commit.ts'
import type { Fields } from '../db/synced.ts'
import { factsOf, putOriginal } from '../db/tables/original.ts'
import {
  designOriginals,
  lacksFiles,
  type KeptOriginal,
  outdatedOriginals,
  patternsWith,
  type ReadDesignFile,
  readFilesOf,
} from '../db/tables/reread.ts'
import { mainFile } from '../import/bundle/main-file.ts'
import { readFiles } from '../import/read-files.ts'
import { type DesignFacts, PARSE_VERSION } from '../import/reading.ts'
import { measuredFields } from '../patterns/measured.ts'
import { SKETCH_VERSION } from '../pictures/sketch.ts'

export interface Rereading {
  /** Reads the kept files of these patterns again, measures and draws them. Resolves with how many patterns that was. */
  patterns(ids: readonly string[], signal: AbortSignal): Promise<number>
  /**
   * The same for every file that an older reader or an older pen had in hand: after an update the library is as if it had been brought in
   * with the new one. Stopped half way it goes on at the next start. Resolves with how many files that was.
   */
  outdated(signal: AbortSignal): Promise<number>
}

type RereadContext = Pick<Context, 'db' | 'clock' | 'events' | 'pool' | 'originals' | 'dir'>

const TOGETHER = 96

/**
 * Stages 4 to 8 once more, from the originals. What is read is nobody's opinion, so it is no change to undo; what she wrote herself
 * (name, designer, kind, notes, tags) stays, and so does a size that only a catalogue knew.
 */
export function createRereading(context: RereadContext): Rereading {
  const { db } = context

  async function read(originals: readonly KeptOriginal[], signal: AbortSignal): Promise<void> {
    const files = originals.map(({ hash, name }) => ({
      source: { kind: 'file', path: context.originals.path(hash) } as const,
      name,
      place: '',
      depth: 0,
    }))
    await readFiles({ pool: context.pool, signal, originals: context.dir.originals }, files, 'all', async batch => {
      const kept = batch.flatMap(({ reading }) => (reading.kind === 'kept' ? [reading] : []))
      db.transaction(() => {
        for (const { hash, bytes, format, detectedBy, found } of kept) {
          const versions = { parseVersion: PARSE_VERSION, sketchVersion: SKETCH_VERSION }
          putOriginal(db, { hash, bytes, format, detectedBy, found, ...versions, keptAt: context.clock.now() })
        }
        const hashes = kept.map(({ hash }) => hash)
        // A pattern of which a file has not come yet cannot be judged by the others: what it is stands in its record.
        const changes = patternsWith(db, hashes)
          .filter(id => !lacksFiles(db, id))
          .map(id => ({ table: 'pattern', id, set: geometryOf(context, id) }) as const)
        db.afterCommit(() => context.events.emit('pictures.changed', { keys: hashes }))
        commit(context, { label: 'redraw', args: {}, changes, journal: 'none' })
      })
    })
  }

  return {
    async patterns(ids, signal) {
      await read(designOriginals(db, ids), signal)
      context.events.emit('patterns.changed', { ids: ids.length > TOGETHER ? null : [...ids] })
      return ids.length
    },
    async outdated(signal) {
      const versions = { parseVersion: PARSE_VERSION, sketchVersion: SKETCH_VERSION, limit: TOGETHER }
      let count = 0
      let after = ''
      for (;;) {
        const originals = outdatedOriginals(db, { ...versions, after })
        const last = originals.at(-1)
        if (last === undefined) break
        await read(originals, signal)
        count += originals.length
        after = last.hash
      }
      if (count > 0) context.events.emit('patterns.changed', { ids: null })
      return count
    },
  }
}

/** The fields of a pattern that come out of its files. */
function geometryOf({ db }: Pick<Context, 'db'>, patternId: string): Fields {
  const files = readFilesOf(db, patternId)
  const main = mainFile({ files })
  return {
    state: main ? 'readable' : files.some(file => file.locked) ? 'locked' : 'unreadable',
    main_hash: main?.hash ?? null,
    ...measuredFields(main && factsOf<DesignFacts>(db, main.hash)),
    ...sizeOf(main),
  }
}

function sizeOf(main: ReadDesignFile | null): Fields {
  if (!main?.design || main.design.size === 'unknown') return {}
  return { width_mm: main.design.widthMm, height_mm: main.design.heightMm, size_source: main.design.size }
}
