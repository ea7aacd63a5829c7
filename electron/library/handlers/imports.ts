import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { ImportCandidate, ImportTwin } from '#shared/contract/library/imports.ts'
import type { Verdict } from '#shared/shape/align.ts'
import type { Context } from '../context.ts'
import { candidatePage, countCandidates } from '../db/tables/import-candidate.ts'
import { joinTwin, twinsHere } from '../db/tables/import-twin.ts'
import { itemsOfCandidates, patternsHere, reportLines } from '../db/tables/import-item.ts'
import { sketchKeysOf } from '../db/tables/original.ts'
import { knownFiles } from '../import/known-files.ts'
import type { Services } from '../services.ts'

type ImportHandlers = Pick<
  LibraryHandlers,
  | 'imports.look'
  | 'imports.lookIncoming'
  | 'imports.get'
  | 'imports.recent'
  | 'imports.candidates'
  | 'imports.here'
  | 'imports.known'
  | 'imports.twins'
  | 'imports.join'
  | 'imports.choose'
  | 'imports.add'
  | 'imports.pause'
  | 'imports.resume'
  | 'imports.stop'
  | 'imports.undo'
  | 'imports.report'
  | 'imports.starter'
>

export function createImportHandlers(
  { db }: Pick<Context, 'db'>,
  { imports }: Pick<Services, 'imports'>,
): ImportHandlers {
  return {
    'imports.look': (request, { progress }) => imports.look(request, progress),
    'imports.lookIncoming': ({ incomingId, label }, { progress }) => imports.lookIncoming(incomingId, label, progress),
    'imports.get': ({ id }) => imports.get(id),
    'imports.recent': () => ({ imports: imports.recent() }),
    'imports.candidates': ({ id, offset, limit }) => ({
      total: countCandidates(db, imports.get(id).id).total,
      candidates: candidates(db, id, offset, limit),
    }),
    'imports.here': ({ id, offset, limit }) => patternsHere(db, imports.get(id).id, offset, limit),
    'imports.known': async ({ paths }) => ({ files: await knownFiles(db, paths) }),
    'imports.twins': ({ id }) => ({ twins: twinsOf(db, imports.get(id).id) }),
    'imports.join': ({ id, key, joins }) => {
      joinTwin(db, imports.get(id).id, key, joins)
      return {}
    },
    'imports.choose': ({ id, ...choice }) => imports.choose(id, choice),
    'imports.add': ({ id }, { progress }) => imports.add(id, progress),
    'imports.pause': ({ id }) => imports.pause(id),
    'imports.resume': ({ id }, { progress }) => imports.resume(id, progress),
    'imports.stop': ({ id }) => imports.stop(id),
    'imports.undo': ({ id }) => imports.undo(id),
    'imports.report': ({ id, offset, limit, outcomes }) =>
      reportLines(db, imports.get(id).id, { offset, limit, outcomes }),
    'imports.starter': (_, { progress }) => imports.starter(progress),
  }
}

function candidates(db: Context['db'], id: string, offset: number, limit: number): ImportCandidate[] {
  const rows = candidatePage(db, id, offset, limit)
  const items = itemsOfCandidates(
    db,
    id,
    rows.map(row => row.key),
  )
  const files = Map.groupBy(items, item => item.candidateKey)
  const drawn = sketchKeysOf(
    db,
    rows.flatMap(row => row.mainHash ?? []),
  )
  return rows.map(({ key, name, designer, folder, widthMm, heightMm, state, mainHash, pictureHash, chosen }) => ({
    key,
    name,
    designer,
    folder,
    widthMm,
    heightMm,
    state,
    files: (files.get(key) ?? []).map(file => ({ name: file.name, format: file.format })),
    sketchKey: mainHash !== null && drawn.has(mainHash) ? mainHash : null,
    pictureKey: pictureHash,
    chosen: chosen === 1,
  }))
}

function twinsOf(db: Context['db'], id: string): ImportTwin[] {
  return twinsHere(db, id).map(({ key, name, mainHash, twin, joins, hereId, hereName, hereSketch, herePicture }) => {
    const { scale, mirrored, turnDeg } = JSON.parse(twin) as Verdict
    const here = { id: hereId, name: hereName, sketchKey: hereSketch, pictureKey: herePicture }
    return { key, name, sketchKey: mainHash, here, scale, mirrored, turnDeg, joins: joins === 1 }
  })
}
