import type { Context } from '#library/context.ts'
import { commit, type RowChange } from '#library/db/commit.ts'
import { patternTagId } from '#library/db/derived-id.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { hashesOfPattern, type PatternFacts, patternFacts } from '#library/db/tables/file-of-pattern.ts'
import { type CandidateRow, candidatesToAdd, countCandidates, markLanded } from '#library/db/tables/import-candidate.ts'
import { type CandidateItem, itemsOfCandidates, markAdded, sharedItems } from '#library/db/tables/import-item.ts'
import { factsOf } from '#library/db/tables/original.ts'
import { isStamp } from './bundle/main-file.ts'
import type { ImportJob } from './import-job.ts'
import { createNames, type Names } from './names-of-chunk.ts'
import { knownPatterns } from '#library/patterns/known.ts'
import { measuredFields } from '#library/patterns/measured.ts'
import { createPutBack } from '#library/trash/put-back.ts'
import type { DesignFacts } from './reading.ts'
import { wordsLacking } from './words-lacking.ts'

/** Patterns in one transaction: a frame or two of the writer's time. */
const CHUNK = 50

export interface Landed {
  readonly patterns: number
  readonly commandId: number | null
}

/**
 * Stage 7: the next chosen candidates become patterns, in one transaction with the marks that they have. All chunks of an import are
 * one command. `patterns` 0: nothing is left.
 *
 * @param remember writes the command's number to the job, inside the transaction
 */
export function landNext(
  context: Context,
  importId: string,
  job: ImportJob,
  remember: (commandId: number | null) => void,
): Landed {
  const { db } = context
  return db.transaction(() => {
    const candidates = candidatesToAdd(db, importId, CHUNK).map(candidate => unlessGone(db, candidate))
    if (candidates.length === 0) return { patterns: 0, commandId: job.commandId }
    const items = Map.groupBy(
      itemsOfCandidates(
        db,
        importId,
        candidates.map(candidate => candidate.key),
      ),
      item => item.candidateKey,
    )
    const landed = landCommits(context, importId, job)
    // First those from the trash: the tags that come with them are found by their names then, and not made or brought back twice.
    landed.commit(
      candidates
        .flatMap(one => (one.restores === 1 ? [one.joinsPatternId!] : []))
        .flatMap(createPutBack(db, context.clock.now())),
    )
    const names = createNames(db)
    const changes: RowChange[] = []
    for (const candidate of candidates) {
      const shared = JSON.parse(candidate.sharedItemsJson) as number[]
      const own = items.get(candidate.key) ?? []
      const files = [
        ...own,
        ...sharedItems(
          db,
          shared.filter(id => !own.some(item => item.id === id)),
        ),
      ]
      const patternId = candidate.joinsPatternId ?? context.newId()
      changes.push(...changesFor(context, { candidate, files, patternId, importId, job, names }))
      markLanded(db, importId, candidate.key, patternId)
    }
    landed.commit(changes)
    const [back, fresh] = [candidates.filter(one => one.restores === 1), candidates.filter(one => one.restores === 0)]
    markAdded(
      db,
      importId,
      back.map(one => one.key),
      'put-back',
    )
    markAdded(
      db,
      importId,
      fresh.map(one => one.key),
      'added',
    )
    remember(landed.commandId)
    return { patterns: candidates.length, commandId: landed.commandId }
  })
}

/** What was to join a pattern that was deleted for good since she looked is a pattern of its own. */
function unlessGone(db: ReadDb, candidate: CandidateRow): CandidateRow {
  const { joinsPatternId } = candidate
  if (joinsPatternId === null || knownPatterns(db, [joinsPatternId], 'anywhere').length > 0) return candidate
  return { ...candidate, joinsPatternId: null, restores: 0 }
}

/** All that an import changes is one command. */
function landCommits(context: Context, importId: string, job: ImportJob) {
  const landed = {
    commandId: job.commandId,
    commit(changes: readonly RowChange[]) {
      const isFirst = landed.commandId === null
      landed.commandId = commit(context, {
        label: 'import',
        // Only the first chunk's words are written down.
        args: isFirst ? { count: countCandidates(context.db, importId).chosen, label: job.label } : {},
        changes,
        ...(landed.commandId === null ? {} : { continueCommand: landed.commandId }),
      }).commandId
    },
  }
  return landed
}

interface Landing {
  readonly candidate: CandidateRow
  readonly files: readonly CandidateItem[]
  readonly patternId: string
  readonly importId: string
  readonly job: ImportJob
  readonly names: Names
}

function changesFor(context: Context, landing: Landing): RowChange[] {
  const { candidate, patternId, names } = landing
  if (candidate.joinsPatternId !== null) return joinChanges(context, landing)
  const designer = candidate.designer === null ? null : names.designer(candidate.designer)
  const tags = tagsOf(candidate, landing.job).map(tag => names.tag(tag))
  return [
    ...(designer?.changes ?? []),
    ...tags.flatMap(tag => tag.changes),
    {
      table: 'pattern',
      id: patternId,
      set: {
        name: candidate.name,
        designer_id: designer?.id ?? null,
        kind: candidate.kind,
        notes: candidate.notes,
        import_id: landing.importId,
        picture_hash: candidate.pictureHash,
        ...geometryOf(context, candidate),
      },
    },
    ...fileChanges(context, landing, new Set()),
    ...[...new Set(tags.map(tag => tag.id))].map(tag => wearing(patternId, tag)),
  ]
}

/** What the main file's geometry says of a pattern. */
function geometryOf(context: Context, candidate: CandidateRow): Record<string, string | number | null> {
  const measures = candidate.mainHash === null ? null : factsOf<DesignFacts>(context.db, candidate.mainHash)
  return {
    state: candidate.state,
    main_hash: candidate.mainHash,
    width_mm: candidate.widthMm,
    height_mm: candidate.heightMm,
    size_source: candidate.sizeSource,
    ...measuredFields(measures),
  }
}

function wearing(patternId: string, tagId: string): RowChange {
  const set = { pattern_id: patternId, tag_id: tagId, trashed_at: null }
  return { table: 'pattern_tag', id: patternTagId(patternId, tagId), set }
}

/** New files for a pattern that is here: it keeps its own words, and gets the files, a geometry or a picture it lacked. */
function joinChanges(context: Context, landing: Landing): RowChange[] {
  const { candidate, patternId } = landing
  const files = fileChanges(context, landing, new Set(hashesOfPattern(context.db, patternId)))
  const set: Record<string, string | number | null> = {}
  const now = patternFacts(context.db, patternId)
  if (now && bringsBetterPicture(landing, now)) set.picture_hash = candidate.pictureHash
  if (now && now.state !== 'readable' && candidate.state === 'readable')
    Object.assign(set, geometryOf(context, candidate))
  const words = files.length === 0 && candidate.restores === 0 ? wordChanges(context, landing) : null
  Object.assign(set, words?.set)
  return [
    ...(words?.changes ?? []),
    ...(Object.keys(set).length > 0 ? [{ table: 'pattern', id: patternId, set } as const] : []),
    ...files,
  ]
}

/** Any picture is better than none, and than the stamp-sized one out of a locked file. */
function bringsBetterPicture({ candidate, files }: Landing, now: PatternFacts): boolean {
  if (candidate.pictureHash === null) return false
  if (now.pictureHash === null) return true
  const format = files.find(({ hash }) => hash === candidate.pictureHash)?.format ?? null
  return isStamp(now.pictureFormat) && format !== null && !isStamp(format)
}

/** What a list she handed in says of a pattern that is here and has all these files. */
function wordChanges(context: Context, { candidate, files, patternId, names }: Landing) {
  const { name, designer, notes } = candidate
  const listed = { name, designer, notes, tags: JSON.parse(candidate.tagsJson) as string[] }
  const fileNames = files.map(file => file.name)
  const lacking = wordsLacking(context.db, patternId, fileNames, listed)
  if (lacking === null) return null
  const by = lacking.designer === null ? null : names.designer(lacking.designer)
  const tags = lacking.tags.map(tag => names.tag(tag))
  const set: Record<string, string | number | null> = {
    ...(lacking.name === null ? {} : { name: lacking.name }),
    ...(by === null ? {} : { designer_id: by.id }),
    ...(lacking.notes === '' ? {} : { notes: lacking.notes }),
  }
  const worn = new Set(tags.map(tag => tag.id))
  const changes: RowChange[] = [
    ...(by?.changes ?? []),
    ...tags.flatMap(tag => tag.changes),
    ...[...worn].map(tagId => wearing(patternId, tagId)),
  ]
  return { set, changes }
}

function fileChanges(context: Context, { files, patternId }: Landing, has: ReadonlySet<string>): RowChange[] {
  const rows = files.map(({ hash, name, place, role, format, bytes }) => ({
    hash,
    name,
    origin: place,
    role,
    format,
    bytes,
  }))
  const there = new Set([...has, ...rows.map(row => row.hash)])
  return rows
    .filter((row, index) => !has.has(row.hash) && rows.findIndex(other => other.hash === row.hash) === index)
    .map(row => ({
      table: 'file',
      id: context.newId(),
      set: { pattern_id: patternId, ...row, ...versionFields(context, row, there) },
    }))
}

/** Of a version that comes home with the file it was made from. */
function versionFields(
  { db }: Context,
  { hash, format }: { readonly hash: string; readonly format: string },
  there: ReadonlySet<string>,
): Record<string, string> {
  const version = format === 'svg' ? factsOf<DesignFacts>(db, hash)?.version : undefined
  if (!version || !there.has(version.madeFrom)) return {}
  return { made_from: version.madeFrom, recipe: JSON.stringify(version.recipe) }
}

function tagsOf(candidate: CandidateRow, job: ImportJob): string[] {
  const leftOut = new Set(job.tagsLeftOut)
  const folder = (JSON.parse(candidate.folderTagsJson) as string[]).filter(tag => !leftOut.has(tag))
  return [...(JSON.parse(candidate.tagsJson) as string[]), ...folder]
}
