import type { Kind } from '#shared/domain/pattern.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import type { NewCandidate } from '#library/db/tables/import-candidate.ts'
import { type BundleFile, type Cluster, isPatternFile } from './bundle/cluster.ts'
import { mainFile, pictureHash } from './bundle/main-file.ts'
import type { CatalogueRow } from './catalogue/catalogue.ts'
import { designerInNotes, designerOfFolder } from './names/designer.ts'
import { tagOfFolder } from './names/folder-words.ts'
import { guessKind } from './names/kind.ts'
import { readableName } from './names/readable-name.ts'
import type { DesignFacts } from './reading.ts'

/** What a cluster is told about besides its files. */
export interface Surroundings {
  readonly row: CatalogueRow | null
  /** Facts of the main file. */
  readonly facts: DesignFacts | null
  /** Whether this folder or package holds nothing but this one pattern: then its name is the pattern's, not a tag. */
  isOwnFolder(place: string): boolean
}

type Described = Omit<NewCandidate, 'key' | 'position' | 'joinsPatternId' | 'restores' | 'sharedItemsJson'>

/** Makes words of a cluster: name, designer, kind, tags, notes, as far as files, folders and a catalogue tell them. */
export function describe(cluster: Cluster, { row, facts, isOwnFolder }: Surroundings): Described {
  const main = mainFile(cluster)
  const first = main ?? cluster.files.find(isPatternFile) ?? cluster.files[0]!
  const name = row?.name ?? nameOf(cluster, first)
  const folders = first.place.split('/').filter(part => part !== '')
  const notes = notesOf(cluster, row, facts)
  const shop = folders
    .toReversed()
    .map(folder => ({ folder, designer: designerOfFolder(folder.replace(/\.zip$/i, '')) }))
    .find(one => one.designer)
  return {
    name,
    designer: row?.designer ?? shop?.designer ?? designerInNotes([...(facts?.notes ?? []), ...textsOf(cluster)]),
    folder: first.place,
    kind: row?.kind ?? kindOf(name, first, facts),
    tagsJson: JSON.stringify(row?.tags ?? []),
    // A list that speaks of the pattern says itself what it is tagged with: a library that comes home has no tags it never had.
    folderTagsJson: JSON.stringify(row ? [] : folderTags(folders, shop?.folder, isOwnFolder)),
    notes,
    mainHash: main?.hash ?? null,
    pictureHash: pictureHash(cluster),
    state: main ? 'readable' : cluster.files.some(file => file.locked) ? 'locked' : 'unreadable',
    ...sizeOf(main, row),
  }
}

const SAYS_NOTHING =
  /^(?:designs?|patterns?|untitled|drawing|file|export|output|e2e|block|border|final|new|statler|\p{L}{1,3})?[\s\d._-]*$/iu

/**
 * The name most of the files bear (one file's typing error is not the pattern's name), the main file's when they are even, and the
 * folder's when all the files are called "design" or "1".
 */
function nameOf(cluster: Cluster, first: BundleFile): string {
  const own = cluster.files.filter(isPatternFile)
  const came = own.some(file => file.madeFrom === null) ? own.filter(file => file.madeFrom === null) : own
  const named = Map.groupBy(came, file => file.stem.key)
  const telling = [...named.values()].filter(files => !SAYS_NOTHING.test(readableName(files[0]!.name)))
  const weight = (files: readonly BundleFile[]): number => files.length + (files.includes(first) ? 0.5 : 0)
  const best = telling.toSorted((a, b) => weight(b) - weight(a))[0]
  if (best) return readableName((best.includes(first) ? first : best[0]!).name)
  const folder = readableName(first.place.split('/').findLast(part => part !== '') ?? '')
  return cluster.files.length === 1 || SAYS_NOTHING.test(folder) ? readableName(first.name) : folder
}

function kindOf(name: string, first: BundleFile, facts: DesignFacts | null): Kind {
  return guessKind(name, first.place, facts)
}

function folderTags(
  folders: readonly string[],
  shop: string | undefined,
  isOwnFolder: (place: string) => boolean,
): string[] {
  const tags = folders.flatMap((folder, index) => {
    if (folder === shop || isOwnFolder(folders.slice(0, index + 1).join('/'))) return []
    return tagOfFolder(folder) ?? []
  })
  return [...new Map(tags.map(tag => [tag.toLowerCase(), tag])).values()]
}

const MAX_NOTES = 20_000
const IS_NOTES = /note|read\s?me|info|instruction|hint|tip/i
const IS_TERMS = /licen[cs]e|copyright|terms/i

/** What the catalogue says, what the file itself says, and the notes that came beside it (but not a page of terms). */
function notesOf(cluster: Cluster, row: CatalogueRow | null, facts: DesignFacts | null): string {
  const beside = cluster.files
    .filter(file => file.text !== null && !IS_TERMS.test(file.name))
    .filter(
      file =>
        IS_NOTES.test(file.name) ||
        cluster.files.some(other => isPatternFile(other) && other.stem.key === file.stem.key),
    )
    .map(file => file.text!)
  const parts = [row?.notes ?? '', ...(facts?.notes ?? []), ...beside].map(part => part.trim())
  return [...new Set(parts.filter(part => part !== ''))].join('\n').slice(0, MAX_NOTES)
}

function textsOf(cluster: Cluster): string[] {
  return cluster.files.flatMap(file => file.text ?? [])
}

/** The drawing's own size; where only its proportions are known, or nothing, the size the catalogue states. */
function sizeOf(
  main: BundleFile | null,
  row: CatalogueRow | null,
): Pick<NewCandidate, 'widthMm' | 'heightMm' | 'sizeSource'> {
  if (main?.design && (main.design.size !== 'unknown' || row?.widthIn === undefined)) {
    return { widthMm: main.design.widthMm, heightMm: main.design.heightMm, sizeSource: main.design.size }
  }
  if (row?.widthIn === undefined || row.heightIn === undefined)
    return { widthMm: null, heightMm: null, sizeSource: null }
  return { widthMm: row.widthIn * MM_PER_INCH, heightMm: row.heightIn * MM_PER_INCH, sizeSource: 'catalogue' }
}
