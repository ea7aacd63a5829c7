import { signedOf } from '#shared/shape/dims.ts'
import type { ReadDb } from '../db/handles.ts'
import { lastSeq } from '../columns/queries.ts'
import {
  isKnownMoment,
  lastVectorChange,
  type VectorMoment,
  vectorsBetween,
  vectorsChangedSince,
  vectorsOf,
} from '../db/tables/vector.ts'
import { SqliteIndex } from './sqlite-index.ts'
import { readStartFile, writeStartFile } from './start-file.ts'
import type { VectorIndex } from './vector-index.ts'
import { WasmIndex } from './wasm-index.ts'

/** The vectors of a library's patterns, trash and all, and how they follow it. */
export interface VectorShelf {
  /** Brings the index up to date with the last commit and hands it out. */
  index(): VectorIndex
  /** The same, and another number when anything in it may have changed. */
  moment(): number
  /** Reads a little more ahead of the first question; false when all is there. */
  warm(): boolean
  /** Writes the start-up file when much changed since it was written. Call it when nobody waits. */
  keep(): Promise<void>
}

interface ShelfOptions {
  /** Of the descriptors that are compared; others are as if they were not there. */
  readonly version: number
  /** The start-up file; null: none is kept. */
  readonly file: string | null
  readonly open?: () => VectorIndex
}

/** About 10 ms of reading: a page asked for meanwhile hardly waits. */
const ROWS_AT_ONCE = 2_000
/** Fewer changes than these are quicker read again at the next start than written now. */
const CHANGES_WORTH_WRITING = 500

export function createVectorShelf(db: ReadDb, { version, file, open = openIndex }: ShelfOptions): VectorShelf {
  let index: VectorIndex | null = null
  /** What the index is up to date with; before all is read: what it will have to catch up from. */
  let at: VectorMoment = { n: 0, mark: 0 }
  let readTo = 0
  let end: number | null = null
  let written: VectorMoment | null = null
  let isWriting = false

  function start(): VectorIndex {
    if (index) return index
    index = open()
    const moment = file !== null && index instanceof WasmIndex ? readStartFile(file, version, index) : null
    if (moment && isKnownMoment(db, moment)) {
      written = moment
      at = moment
      readTo = 0
      end = 0
    } else {
      index.clear()
      at = lastVectorChange(db)
      end = lastSeq(db) + 1
    }
    return index
  }

  function readOn(): boolean {
    const filled = start()
    if (end === null || readTo >= end) return false
    const to = Math.min(end, readTo + ROWS_AT_ONCE)
    for (const { seq, v } of vectorsBetween(db, version, readTo, to)) if (v) filled.set(seq, signedOf(v))
    readTo = to
    return readTo < end
  }

  function catchUp(filled: VectorIndex): void {
    const now = lastVectorChange(db)
    if (now.n === at.n && now.mark === at.mark) return
    const changed = vectorsChangedSince(db, at.n)
    for (let from = 0; from < changed.length; from += ROWS_AT_ONCE) {
      const seqs = changed.slice(from, from + ROWS_AT_ONCE)
      const left = new Set(seqs)
      for (const { seq, v } of vectorsOf(db, version, seqs)) {
        if (!v) continue
        filled.set(seq, signedOf(v))
        left.delete(seq)
      }
      for (const seq of left) filled.delete(seq)
    }
    at = now
  }

  function upToDate(): VectorIndex {
    while (readOn());
    const filled = start()
    catchUp(filled)
    return filled
  }

  return {
    index: upToDate,
    moment() {
      upToDate()
      return at.n
    },
    warm: readOn,
    async keep() {
      if (file === null || isWriting || !(index instanceof WasmIndex) || end === null || readTo < end) return
      const now = lastVectorChange(db)
      const isFarBehind = written === null || now.n - written.n > Math.max(CHANGES_WORTH_WRITING, index.size / 20)
      if (now.n === 0 || !isFarBehind) return
      catchUp(index)
      isWriting = true
      try {
        written = at
        await writeStartFile(file, version, at, index)
      } catch {
        // The next start reads the table instead; a full disk is told by what she does herself.
        written = at
      } finally {
        isWriting = false
      }
    },
  }
}

/** The scan; where WebAssembly cannot run, sqlite-vec. */
function openIndex(): VectorIndex {
  try {
    return new WasmIndex()
  } catch {
    return new SqliteIndex()
  }
}
