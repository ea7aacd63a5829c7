import { stemOf } from '../names/stem.ts'
import type { CatalogueRow } from './catalogue.ts'

/** Finds the line of a catalogue that speaks of a file. */
export interface CatalogueIndex {
  /** @param place folder or archive the file lies in; says which line is meant when several bear the name */
  find(name: string, place?: string): CatalogueRow | null
  readonly size: number
}

/**
 * By whole file name first, without case: of several lines the one whose folders agree most with the file's. Then by the name
 * without format, as lists often name only one format.
 */
export function indexCatalogue(rows: readonly CatalogueRow[]): CatalogueIndex {
  const byName = new Map<string, CatalogueRow[]>()
  const byStem = new Map<string, CatalogueRow | null>()
  for (const row of rows) {
    const name = partsOf(row.fileName).at(-1)!
    const namesakes = byName.get(name)
    if (namesakes) namesakes.push(row)
    else byName.set(name, [row])
    const { key } = stemOf(name)
    if (key === '') continue
    // Two lines of one name but for the format may speak of two designs: such a name alone is no sign.
    byStem.set(key, byStem.has(key) && byStem.get(key)?.name !== row.name ? null : row)
  }
  return {
    find(name, place = '') {
      const parts = partsOf(`${place}/${name}`)
      return nearest(byName.get(parts.at(-1)!) ?? [], parts) ?? byStem.get(stemOf(name).key) ?? null
    },
    size: rows.length,
  }
}

/** The first line of those whose last folders agree most with where the file lies. */
function nearest(rows: readonly CatalogueRow[], parts: readonly string[]): CatalogueRow | null {
  let best: CatalogueRow | null = null
  let most = 0
  for (const row of rows) {
    const agreeing = agreeingParts(partsOf(row.fileName), parts)
    if (agreeing > most) {
      best = row
      most = agreeing
    }
  }
  return best
}

function agreeingParts(a: readonly string[], b: readonly string[]): number {
  let count = 0
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}

function partsOf(path: string): string[] {
  return path
    .replaceAll('\\', '/')
    .normalize('NFC')
    .toLowerCase()
    .split('/')
    .map(part => part.trim())
}
