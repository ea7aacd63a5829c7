/** Patterns as they are printed: words and lines, fetched in handfuls and kept while the sheet is open. */
import type { Caption } from '#shared/contract/library/printing.ts'
import { decodeSketch } from '#shared/domain/sketch.ts'
import { library } from '#renderer/host/bobbin.ts'
import { linesOf, type SketchLines } from './sketch-path.ts'

export interface Entry {
  readonly caption: Caption
  /** Null: no stitches to draw; then the designer's picture or words stand in. */
  readonly lines: SketchLines | null
}

export interface EntryBook {
  /** The entries of these patterns, at most `HANDFUL`, in their order; one that is gone meanwhile is left out. */
  load(ids: readonly string[], signal: AbortSignal): Promise<readonly Entry[]>
}

/** Ids in one question to the core. */
export const HANDFUL = 200

export function createEntryBook(): EntryBook {
  const known = new Map<string, Entry | null>()
  return {
    async load(ids, signal) {
      const missing = ids.filter(id => !known.has(id))
      if (missing.length > 0) {
        const found = await fetchEntries(missing, signal)
        for (const id of missing) known.set(id, null)
        for (const entry of found) known.set(entry.caption.id, entry)
      }
      return ids.flatMap(id => known.get(id) ?? [])
    },
  }
}

async function fetchEntries(ids: string[], signal: AbortSignal): Promise<Entry[]> {
  const { captions } = await library.call('patterns.captions', { ids }, { signal })
  const keys = captions.flatMap(caption => caption.sketchKey ?? [])
  const { sketches } = await library.call('patterns.sketches', { keys }, { signal })
  const byKey = new Map(keys.map((key, index) => [key, sketches[index] ?? null]))
  return captions.map(caption => {
    const bytes = caption.sketchKey === null ? null : (byKey.get(caption.sketchKey) ?? null)
    const sketch = bytes && decodeSketch(bytes)
    return { caption, lines: sketch && linesOf(sketch) }
  })
}
