import type { Context } from '#library/context.ts'
import type { WriteDb } from '#library/db/handles.ts'
import { type Home, hashesOfPattern, homesOf } from '#library/db/tables/file-of-pattern.ts'
import { addCandidate, dropCandidates } from '#library/db/tables/import-candidate.ts'
import { decideItem, type FoundItem, foundItems, type ItemDecision } from '#library/db/tables/import-item.ts'
import { bundle } from './bundle/bundle.ts'
import { type BundleFile, type Cluster, isPatternFile } from './bundle/cluster.ts'
import { mainFile } from './bundle/main-file.ts'
import { describe } from './candidate.ts'
import { type CatalogueIndex, indexCatalogue } from './catalogue/match.ts'
import type { CatalogueRow } from './catalogue/catalogue.ts'
import { bundlePlace } from './names/folder-words.ts'
import { stemOf } from './names/stem.ts'
import { createPace } from './pace.ts'
import type { DesignFacts, OtherFacts } from './reading.ts'

const PAGE = 1_000
/** Candidates written in one transaction. */
const CHUNK = 100

/**
 * Stages 5 and 6 for a whole import: what was kept becomes patterns-to-be, compared with what the library has. Made anew each time,
 * so that an import cut off here does it again.
 */
export async function makeCandidates(
  context: Context,
  importId: string,
  rows: readonly CatalogueRow[],
  signal: AbortSignal,
): Promise<void> {
  const { db } = context
  const breathe = createPace(signal)
  const { files, facts } = await loadFiles(db, importId, breathe)
  const { clusters, repeated, loose } = await bundle(files, breathe)
  const catalogue = indexCatalogue(rows)
  const timesUsed = new Map<BundleFile, number>()
  for (const cluster of clusters) for (const file of cluster.files) timesUsed.set(file, (timesUsed.get(file) ?? 0) + 1)
  const inFolder = countByFolder(clusters)
  db.transaction(() => dropCandidates(db, importId))
  const undecided = new Set(files)
  let position = 0
  for (let from = 0; from < clusters.length; from += CHUNK) {
    await breathe()
    const chunk = clusters.slice(from, from + CHUNK)
    const homes = Map.groupBy(homesOf(db, hashesIn(chunk)), home => home.hash)
    db.transaction(() => {
      for (const cluster of chunk) {
        const place = settlePlace(db, cluster, homes)
        for (const file of place.alreadyHere) {
          if (undecided.delete(file)) decideItem(db, alreadyHere(file))
        }
        if (place.rest.length === 0) continue
        const key = `c${position}`
        const rest: Cluster = { files: place.rest }
        const main = mainFile(cluster)
        const described = describe(rest, {
          row: rowFor(rest, catalogue),
          facts: main ? (facts.get(main.hash) ?? null) : null,
          isOwnFolder: folder => inFolder.get(folder) === 1,
          isShared: file => (timesUsed.get(file) ?? 0) > 1,
        })
        addCandidate(db, importId, {
          ...described,
          key,
          position,
          joinsPatternId: place.joins,
          restores: place.restores ? 1 : 0,
        })
        position++
        for (const file of place.rest) {
          if (undecided.delete(file))
            decideItem(db, { id: file.id, candidateKey: key, outcome: null, code: null, message: null })
        }
      }
    })
  }
  db.transaction(() => {
    for (const file of repeated) if (undecided.delete(file)) decideItem(db, alreadyHere(file))
    for (const file of loose) if (undecided.delete(file)) decideItem(db, left(file))
  })
}

interface Loaded {
  readonly files: BundleFile[]
  /** By hash. */
  readonly facts: ReadonlyMap<string, DesignFacts>
}

async function loadFiles(db: WriteDb, importId: string, breathe: () => Promise<void>): Promise<Loaded> {
  const files: BundleFile[] = []
  const facts = new Map<string, DesignFacts>()
  const places = new Map<string, string>()
  for (let after = 0; ; ) {
    const page = foundItems(db, importId, after, PAGE)
    if (page.length === 0) break
    after = page.at(-1)!.id
    for (const item of page) {
      const place = places.get(item.place) ?? bundlePlace(item.place)
      places.set(item.place, place)
      const told = item.facts === null ? null : (JSON.parse(item.facts) as DesignFacts | OtherFacts)
      if (told !== null && item.read === 'read') facts.set(item.hash, told as DesignFacts)
      files.push(bundleFile(item, place, told))
    }
    await breathe()
  }
  return { files: files.toSorted(byPlaceAndName), facts }
}

const natural = new Intl.Collator('en', { numeric: true })

/** The order of a second look must be that of the first, whichever thread was faster. */
function byPlaceAndName(a: BundleFile, b: BundleFile): number {
  return a.place === b.place ? natural.compare(a.name, b.name) || a.id - b.id : natural.compare(a.place, b.place)
}

function bundleFile(item: FoundItem, place: string, told: DesignFacts | OtherFacts | null): BundleFile {
  const { facts: _facts, shape, read, ...file } = item
  const design = read === 'read' ? (told as DesignFacts) : null
  const other = read === 'read' ? null : (told as OtherFacts | null)
  return {
    ...file,
    bundlePlace: place,
    stem: stemOf(item.name),
    locked: read === 'locked',
    text: other?.text ?? null,
    design: design && {
      shape,
      widthMm: design.bounds ? design.bounds.maxX - design.bounds.minX : 0,
      heightMm: design.bounds ? design.bounds.maxY - design.bounds.minY : 0,
      size: design.size,
      curves: design.curves,
      points: design.points,
    },
  }
}

interface Place {
  readonly rest: BundleFile[]
  readonly alreadyHere: readonly BundleFile[]
  readonly joins: string | null
  readonly restores: boolean
}

/** Where a cluster belongs: to a pattern that is here, to one in the trash that then comes back, or to a new one. */
function settlePlace(db: WriteDb, cluster: Cluster, homes: ReadonlyMap<string, readonly Home[]>): Place {
  const designs = cluster.files.filter(file => file.design !== null)
  const telling = designs.length > 0 ? designs : cluster.files.filter(isPatternFile)
  const known = telling.flatMap(file => homes.get(file.hash) ?? [])
  // Locked and unreadable files are compared by their bytes alone: one equal file does not make two patterns one.
  const isKnown = designs.length > 0 || telling.every(file => homes.has(file.hash))
  const home = isKnown ? (known.find(one => !one.trashed) ?? known[0]) : undefined
  if (home === undefined) return { rest: cluster.files, alreadyHere: [], joins: null, restores: false }
  if (home.trashed) return { rest: cluster.files, alreadyHere: [], joins: home.patternId, restores: true }
  const has = new Set(hashesOfPattern(db, home.patternId))
  const rest = cluster.files.filter(file => !has.has(file.hash))
  // Notes alone are no reason to trouble a pattern that is here.
  if (!rest.some(file => isPatternFile(file) || file.role === 'picture'))
    return { rest: [], alreadyHere: cluster.files, joins: null, restores: false }
  return { rest, alreadyHere: cluster.files.filter(file => has.has(file.hash)), joins: home.patternId, restores: false }
}

function hashesIn(clusters: readonly Cluster[]): string[] {
  return [...new Set(clusters.flatMap(cluster => cluster.files.filter(isPatternFile).map(file => file.hash)))]
}

function rowFor(cluster: Cluster, catalogue: CatalogueIndex): CatalogueRow | null {
  if (catalogue.size === 0) return null
  for (const file of cluster.files.filter(isPatternFile)) {
    const row = catalogue.find(file.name, file.place)
    if (row) return row
  }
  return null
}

/** How many patterns stand in each folder or package, those of its inner folders counted as well. */
function countByFolder(clusters: readonly Cluster[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const cluster of clusters) {
    const parts = cluster.files[0]!.place.split('/')
    for (let end = 1; end <= parts.length; end++) {
      const folder = parts.slice(0, end).join('/')
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
  }
  return counts
}

function alreadyHere({ id }: BundleFile): ItemDecision {
  return {
    id,
    candidateKey: null,
    outcome: 'already-here',
    code: 'already-here',
    message: 'You already have this one.',
  }
}

function left({ id }: BundleFile): ItemDecision {
  const message = 'It belongs to no pattern, so it was left where it is.'
  return { id, candidateKey: null, outcome: 'left-alone', code: 'no-pattern-beside', message }
}
