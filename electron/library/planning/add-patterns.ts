import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { Kind } from '#shared/domain/pattern.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { putOriginal } from '../db/tables/original.ts'
import { documentsOf } from '../db/tables/plan.ts'
import { BOBBIN_DEFAULTS } from '../export/machines/preset.ts'
import { makeFolder } from '../files/make-folder.ts'
import { type DesignFacts, type FileReading, type KeptFile, PARSE_VERSION } from '../import/reading.ts'
import { measuredFields } from '../patterns/measured.ts'
import { SKETCH_VERSION } from '../pictures/sketch.ts'
import { nameForFolder } from '../export/file-name.ts'
import type { FileWriting, MadeFile } from './lay-out.ts'
import { type FilesToMake, type MakingCall, partName, plannedFiles, stitchedPattern } from './make-files.ts'

/** In the library a planned quilt is kept as QLI: it holds lines and arcs, jumps, the true size and the designer's words. */
const KEPT_AS: FileWriting = { to: 'qli', toleranceMm: BOBBIN_DEFAULTS.toleranceMm, startAtOrigin: false }

const LONGEST_NAME = 250

/**
 * Keeps the files of a planned quilt as new patterns of the designer, in one command that undo takes back.
 * @throws BobbinError what making a file does; nothing is kept then
 */
export async function addPlannedPatterns(
  context: Context,
  request: FilesToMake,
  call: MakingCall,
): Promise<{ patternIds: string[]; change: Change }> {
  const { db, dir, newId } = context
  const { designerId } = stitchedPattern(db, request.patternId)
  // Terms and notes of the designer stay with what is made of the pattern.
  const documents = documentsOf(db, request.patternId)
  const folder = join(dir.temp, `planned-${newId()}`)
  await makeFolder(folder)
  try {
    const kept: { readonly name: string; readonly made: MadeFile; readonly file: KeptFile }[] = []
    for await (const made of plannedFiles(context, request, KEPT_AS, call)) {
      const name = partName(request.name, made.line, LONGEST_NAME)
      const path = join(folder, `${kept.length}.qli`)
      await writeFile(path, made.bytes)
      kept.push({ name, made, file: await keep(context, path) })
    }
    const patternIds: string[] = []
    const change = db.transaction(() => {
      const changes = kept.flatMap(({ name, made, file }): RowChange[] => {
        putOriginal(db, {
          hash: file.hash,
          bytes: file.bytes,
          format: file.format,
          detectedBy: file.detectedBy,
          parseVersion: PARSE_VERSION,
          sketchVersion: SKETCH_VERSION,
          found: file.found,
          keptAt: context.clock.now(),
        })
        const id = newId()
        patternIds.push(id)
        const facts = file.found.facts as DesignFacts
        const set = {
          name,
          designer_id: designerId,
          kind: kindOf(request, made),
          state: 'readable',
          notes: '',
          main_hash: file.hash,
          width_mm: made.facts.widthMm,
          height_mm: made.facts.heightMm,
          size_source: 'stated',
          ...measuredFields(facts),
        }
        const { hash, bytes, format } = file
        const row = { pattern_id: id, hash, name: `${nameForFolder(name, 120)}.qli`, role: 'design', format, bytes }
        return [
          { table: 'pattern', id, set },
          { table: 'file', id: newId(), set: row },
          ...documents.map(document => ({ table: 'file' as const, id: newId(), set: { pattern_id: id, ...document } })),
        ]
      })
      return commit(context, { label: 'keep-planned', args: { name: request.name, count: kept.length }, changes })
    })
    return { patternIds, change }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function keep({ pool, dir }: Context, path: string): Promise<KeptFile> {
  const input = { originals: dir.originals, files: [{ source: { kind: 'file', path }, name: path }], read: 'all' }
  const [reading] = await pool.run<FileReading[]>('keep-and-read', input)
  if (reading?.kind === 'kept' && reading.found.outcome === 'read') return reading
  throw new BobbinError('check-failed', 'We read the new file back and could not. Nothing was kept.')
}

function kindOf({ plan }: FilesToMake, { line }: MadeFile): Kind {
  if (line?.part === 'corner') return 'corner'
  if (plan.kind === 'border') return 'border'
  return line === null ? 'panel' : 'edge-to-edge'
}
