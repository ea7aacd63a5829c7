import type { Context } from '#library/context.ts'
import type { WriteDb } from '#library/db/handles.ts'
import { type Home, hashesOfPattern, homesOf } from '#library/db/tables/file-of-pattern.ts'
import {
  decideItem,
  type ItemDecision,
  itemPlaces,
  itemsOfPlaces,
  itemsOfCandidates,
  THERE_TWICE,
} from '#library/db/tables/import-item.ts'
import { bundleFile } from './bundle/bundle-file.ts'
import { clusterPlace } from './bundle/bundle-place.ts'
import { createSameLine, type SameLine } from './bundle/same-line.ts'
import { type BundleFile, type Cluster, isPatternFile } from './bundle/cluster.ts'
import { gather } from './bundle/gather.ts'
import { bundlePlace } from './names/folder-words.ts'

/** A pattern-to-be whose files are known; its words are still to be found. */
export interface Draft {
  readonly key: string
  readonly position: number
  /** The pattern that is here already and gets these files, or what a list says of them. */
  readonly joins: string | null
  /** That one lies in the trash and comes back. */
  readonly restores: boolean
  /** Items that belong to an earlier candidate as well: a package's licence. */
  readonly shared: readonly number[]
}

export interface Drafts {
  readonly list: readonly Draft[]
  /** How many patterns stand in each folder or package, those of its inner folders counted as well. */
  readonly inFolder: ReadonlyMap<string, number>
}

/** Whether a list handed in says something of a pattern that is here which nobody has said yet. */
export type LacksWords = (files: readonly BundleFile[], patternId: string) => boolean

/**
 * Stage 6: sorts what was kept into patterns-to-be and writes beside each file which it belongs to. Works through one place (a folder
 * or package, machine folders taken as one) after the other, so that memory holds the largest of them and not the whole import.
 */
export async function draftCandidates(
  context: Context,
  importId: string,
  breathe: () => Promise<void>,
  lacksWords: LacksWords,
): Promise<Drafts> {
  const drafting = new Drafting(context.db, importId, lacksWords)
  const places = Map.groupBy(itemPlaces(context.db, importId).toSorted(natural.compare), bundlePlace)
  for (const inPlace of places.values()) {
    await breathe()
    drafting.place(
      itemsOfPlaces(context.db, importId, inPlace)
        .map(item => bundleFile(item))
        .toSorted(byPlaceAndName),
    )
  }
  drafting.flush()
  return { list: drafting.drafts, inFolder: drafting.inFolder }
}

const natural = new Intl.Collator('en', { numeric: true })

/** The order of a second look must be that of the first, whichever thread was faster. */
function byPlaceAndName(a: BundleFile, b: BundleFile): number {
  return natural.compare(a.place, b.place) || natural.compare(a.name, b.name) || a.id - b.id
}

/** Decisions written in one transaction. */
const TOGETHER = 500

class Drafting {
  readonly drafts: Draft[] = []
  readonly inFolder = new Map<string, number>()
  readonly #db: WriteDb
  readonly #importId: string
  /** Which candidate a readable design came in with first, by hash. */
  readonly #owners = new Map<string, string>()
  readonly #lacksWords: LacksWords
  readonly #sameLine: SameLine
  /** Patterns that are here and get words alone. */
  readonly #worded = new Set<string>()
  #decisions: ItemDecision[] = []

  constructor(db: WriteDb, importId: string, lacksWords: LacksWords) {
    this.#db = db
    this.#importId = importId
    this.#lacksWords = lacksWords
    this.#sameLine = createSameLine(db)
  }

  place(files: readonly BundleFile[]): void {
    const clusters = clusterPlace(files, this.#sameLine)
    const loose = gather(
      clusters,
      files.filter(file => !isPatternFile(file)),
    )
    const telling = files.filter(isPatternFile).map(file => file.hash)
    const homes =
      telling.length === 0 ? new Map<string, Home[]>() : Map.groupBy(homesOf(this.#db, telling), home => home.hash)
    const taken = new Set<BundleFile>()
    for (const cluster of clusters) this.#cluster(cluster, homes, taken)
    for (const file of loose) this.#decide(left(file))
  }

  flush(): void {
    const due = this.#decisions
    this.#decisions = []
    if (due.length > 0) this.#db.transaction(() => due.forEach(decision => decideItem(this.#db, decision)))
  }

  /** @param taken files of this place that a candidate has already */
  #cluster(cluster: Cluster, homes: ReadonlyMap<string, Home[]>, taken: Set<BundleFile>): void {
    const owner = cluster.files.find(file => file.design !== null && this.#owners.has(file.hash))
    if (owner) return this.#joinOwner(this.#owners.get(owner.hash)!, cluster, taken)
    const { rest, alreadyHere, joins, restores } = settle(this.#db, cluster, homes)
    for (const file of alreadyHere) this.#take(file, taken, () => hereAlready(file))
    const position = this.drafts.length
    const key = `c${position}`
    if (rest.length === 0) {
      const here = alreadyHere.filter(file => homes.has(file.hash))
      if (joins === null || this.#worded.has(joins) || !this.#lacksWords(here, joins)) return
      this.#worded.add(joins)
      this.drafts.push({ key, position, joins, restores, shared: here.map(file => file.id) })
      return
    }
    const shared = rest.filter(file => taken.has(file)).map(file => file.id)
    this.#takeOnce(rest, key, taken, new Set())
    for (const file of rest) if (file.design !== null) this.#owners.set(file.hash, key)
    this.drafts.push({ key, position, joins, restores, shared })
    this.#countFolders(rest[0]!.place)
  }

  /** A design that stands in several places is one pattern; what stands beside it here joins it. */
  #joinOwner(key: string, { files }: Cluster, taken: Set<BundleFile>): void {
    this.flush()
    const has = new Set(itemsOfCandidates(this.#db, this.#importId, [key]).map(item => item.hash))
    this.#takeOnce(files, key, taken, has)
    for (const file of files) if (file.design !== null) this.#owners.set(file.hash, key)
  }

  /** Gives files to a candidate; the same bytes a second time are here already. */
  #takeOnce(files: readonly BundleFile[], key: string, taken: Set<BundleFile>, has: Set<string>): void {
    for (const file of files) {
      const again = has.has(file.hash)
      has.add(file.hash)
      this.#take(file, taken, () => (again ? thereTwice(file) : belongs(file, key)))
    }
  }

  #take(file: BundleFile, taken: Set<BundleFile>, decision: () => ItemDecision): void {
    if (taken.has(file)) return
    taken.add(file)
    this.#decide(decision())
  }

  #decide(decision: ItemDecision): void {
    this.#decisions.push(decision)
    if (this.#decisions.length >= TOGETHER) this.flush()
  }

  #countFolders(place: string): void {
    const parts = place.split('/')
    for (let end = 1; end <= parts.length; end++) {
      const folder = parts.slice(0, end).join('/')
      this.inFolder.set(folder, (this.inFolder.get(folder) ?? 0) + 1)
    }
  }
}

interface Settled {
  readonly rest: readonly BundleFile[]
  readonly alreadyHere: readonly BundleFile[]
  readonly joins: string | null
  readonly restores: boolean
}

/** Where a cluster belongs: to a pattern that is here, to one in the trash that then comes back, or to a new one. */
function settle(db: WriteDb, { files }: Cluster, homes: ReadonlyMap<string, readonly Home[]>): Settled {
  const designs = files.filter(file => file.design !== null)
  const telling = designs.length > 0 ? designs : files.filter(isPatternFile)
  const known = telling.flatMap(file => homes.get(file.hash) ?? [])
  // Locked and unreadable files are compared by their bytes alone: one equal file does not make two patterns one.
  const isKnown = designs.length > 0 || telling.every(file => homes.has(file.hash))
  const home = isKnown ? (known.find(one => !one.trashed) ?? known[0]) : undefined
  if (home === undefined) return { rest: files, alreadyHere: [], joins: null, restores: false }
  if (home.trashed) return { rest: files, alreadyHere: [], joins: home.patternId, restores: true }
  const has = new Set(hashesOfPattern(db, home.patternId))
  const rest = files.filter(file => !has.has(file.hash))
  // Notes alone are no reason to trouble a pattern that is here.
  if (!rest.some(file => isPatternFile(file) || file.role === 'picture'))
    return { rest: [], alreadyHere: files, joins: home.patternId, restores: false }
  const alreadyHere = files.filter(file => has.has(file.hash))
  return { rest, alreadyHere, joins: home.patternId, restores: false }
}

function belongs({ id }: BundleFile, candidateKey: string): ItemDecision {
  return { id, candidateKey, outcome: null, code: null, message: null }
}

function hereAlready({ id }: BundleFile): ItemDecision {
  return {
    id,
    candidateKey: null,
    outcome: 'already-here',
    code: 'already-here',
    message: 'You already have this one.',
  }
}

/** The same bytes a second time among what she chose. */
function thereTwice({ id }: BundleFile): ItemDecision {
  const message = 'This one is in there twice. It comes in once.'
  return { id, candidateKey: null, outcome: 'already-here', code: THERE_TWICE, message }
}

function left({ id }: BundleFile): ItemDecision {
  const message = 'It belongs to no pattern, so it was left where it is.'
  return { id, candidateKey: null, outcome: 'left-alone', code: 'no-pattern-beside', message }
}
