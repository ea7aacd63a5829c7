import { readFile } from 'node:fs/promises'
import { compare, type Prepared, prepare, type Verdict } from '#shared/shape/align.ts'
import { readDesign } from '#shared/formats/registry.ts'
import { decodeOutline } from '#shared/shape/outline.ts'
import { outlineBytes } from '#library/duplicates/outline-bytes.ts'
import { plainBytes } from '#library/files/plain-bytes.ts'
import type { TaskContext } from '../thread.ts'

export interface OutlinesInput {
  readonly files: readonly { readonly path: string; readonly name: string }[]
}

/** Lines of originals that were kept before Bobbin compared any; null for one that cannot be read now. */
export async function outlinesTask({ files }: OutlinesInput, { alive }: TaskContext): Promise<(Uint8Array | null)[]> {
  const outlines: (Uint8Array | null)[] = []
  for (const { path, name } of files) {
    alive()
    const bytes = await readFile(path).catch(() => null)
    const reading = bytes && readDesign(plainBytes(bytes), name).reading
    outlines.push(reading?.ok ? outlineBytes(reading.value) : null)
  }
  return outlines
}

export interface CompareInput {
  /** Outlines by hash. */
  readonly lines: ReadonlyMap<string, Uint8Array>
  readonly pairs: readonly (readonly [a: string, b: string])[]
}

/** One answer a pair, null for what has nothing to compare. */
export function compareOutlines({ lines, pairs }: CompareInput, { alive }: TaskContext): (Verdict | null)[] {
  const ready = new Map<string, Prepared | null>()
  const made = (hash: string): Prepared | null => {
    if (!ready.has(hash)) {
      const outline = decodeOutline(lines.get(hash) ?? new Uint8Array(0))
      ready.set(hash, outline && prepare(outline))
    }
    return ready.get(hash) ?? null
  }
  return pairs.map(([a, b]) => {
    alive()
    const [one, other] = [made(a), made(b)]
    return one && other ? compare(one, other) : null
  })
}
