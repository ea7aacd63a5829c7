import { stemOf } from '../names/stem.ts'
import type { CatalogueRow } from './catalogue.ts'

/** Finds the line of a catalogue that speaks of a file. */
export interface CatalogueIndex {
  find(name: string): CatalogueRow | null
  readonly size: number
}

/** By whole file name first, without its folders and case; then by the name without format, as lists often name only one format. */
export function indexCatalogue(rows: readonly CatalogueRow[]): CatalogueIndex {
  const byName = new Map<string, CatalogueRow>()
  const byStem = new Map<string, CatalogueRow | null>()
  for (const row of rows) {
    const name = lastPart(row.fileName)
    if (!byName.has(name)) byName.set(name, row)
    const { key } = stemOf(name)
    if (key === '') continue
    // Two lines of one name but for the format may speak of two designs: such a name alone is no sign.
    byStem.set(key, byStem.has(key) && byStem.get(key)?.name !== row.name ? null : row)
  }
  return {
    find: name => byName.get(lastPart(name)) ?? byStem.get(stemOf(name).key) ?? null,
    size: rows.length,
  }
}

function lastPart(path: string): string {
  return path.replaceAll('\\', '/').split('/').at(-1)!.trim().normalize('NFC').toLowerCase()
}
