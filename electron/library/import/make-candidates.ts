import type { Context } from '#library/context.ts'
import { addCandidate, dropCandidates } from '#library/db/tables/import-candidate.ts'
import { foundOfCandidates, foundShared } from '#library/db/tables/import-item.ts'
import { factsOf } from '#library/db/tables/original.ts'
import { bundleFile } from './bundle/bundle-file.ts'
import { type Cluster, isPatternFile } from './bundle/cluster.ts'
import { mainFile } from './bundle/main-file.ts'
import { describe } from './candidate.ts'
import type { CatalogueRow } from './catalogue/catalogue.ts'
import { type CatalogueIndex, indexCatalogue } from './catalogue/match.ts'
import { type Draft, draftCandidates } from './draft-candidates.ts'
import { createPace } from './pace.ts'
import type { DesignFacts } from './reading.ts'
import { wordsLacking } from './words-lacking.ts'

/** Candidates written in one transaction. */
const CHUNK = 100

/** What lists of patterns said, and whether she named one herself. */
export interface CatalogueLines {
  readonly rows: readonly CatalogueRow[]
  readonly isHandedIn: boolean
}

/**
 * Stages 5 and 6 for a whole import: what was kept becomes patterns-to-be, compared with what the library has. Made anew each time,
 * so that an import cut off here does it again.
 */
export async function makeCandidates(
  context: Context,
  importId: string,
  { rows, isHandedIn }: CatalogueLines,
  signal: AbortSignal,
): Promise<void> {
  const { db } = context
  const breathe = createPace(signal)
  const catalogue = indexCatalogue(rows)
  db.transaction(() => dropCandidates(db, importId))
  const { list, inFolder } = await draftCandidates(context, importId, breathe, (here, patternId) => {
    // A list that merely lies beside the files is read along for what is new; one she hands in is for all of them.
    const row = isHandedIn ? rowFor({ files: [...here] }, catalogue) : null
    if (row === null) return false
    const listed = { name: row.name ?? null, designer: row.designer ?? null, notes: row.notes ?? '', tags: row.tags }
    const fileNames = here.map(file => file.name)
    return wordsLacking(db, patternId, fileNames, listed) !== null
  })
  for (let from = 0; from < list.length; from += CHUNK) {
    await breathe()
    const chunk = list.slice(from, from + CHUNK)
    const keys = chunk.map(draft => draft.key)
    const files = Map.groupBy(foundOfCandidates(db, importId, keys), item => item.candidateKey)
    db.transaction(() => {
      for (const draft of chunk) {
        const own = (files.get(draft.key) ?? []).map(item => bundleFile(item))
        const shared = foundShared(db, draft.shared).map(item => bundleFile(item))
        const cluster: Cluster = { files: [...own, ...shared] }
        const main = mainFile(cluster)
        const described = describe(cluster, {
          row: rowFor(cluster, catalogue),
          facts: main ? factsOf<DesignFacts>(db, main.hash) : null,
          isOwnFolder: folder => inFolder.get(folder) === 1,
        })
        addCandidate(db, importId, { ...described, ...placeOf(draft) })
      }
    })
  }
}

function placeOf({ key, position, joins, restores, shared }: Draft) {
  return { key, position, joinsPatternId: joins, restores: Number(restores), sharedItemsJson: JSON.stringify(shared) }
}

function rowFor({ files }: Cluster, catalogue: CatalogueIndex): CatalogueRow | null {
  if (catalogue.size === 0) return null
  for (const file of files.filter(isPatternFile)) {
    const row = catalogue.find(file.name, file.place)
    if (row) return row
  }
  return null
}
