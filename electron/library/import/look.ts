import { basename, dirname } from 'node:path'
import type { ImportProgress } from '#shared/contract/library/imports.ts'
import type { Context } from '#library/context.ts'
import { putItem } from '#library/db/tables/import-item.ts'
import type { CatalogueRow } from './catalogue/catalogue.ts'
import { openCatalogue } from './catalogue/open-catalogue.ts'
import type { ImportJob } from './import-job.ts'
import { createEta, createPace } from './pace.ts'
import { readFiles, type ReadFile } from './read-files.ts'
import {
  scanArchives,
  type ScanContext,
  type ScanLine,
  type ScannedFile,
  roomOn,
  scanSources,
  type ScanTarget,
  withoutLooseFiles,
} from './scan.ts'
import { catalogueLine, lineOf, problemLine, storeReadings } from './store-readings.ts'

export interface LookOptions {
  readonly id: string
  readonly job: ImportJob
  readonly tempDir: string
  readonly signal: AbortSignal
  progress(progress: Pick<ImportProgress, 'done' | 'total' | 'secondsLeft'>): void
}

/**
 * Stages 1 to 5: everything in the sources named, kept and read; each file met is a row. Cut off anywhere, it is simply done again:
 * what is kept is not read twice. Answers the lines of catalogues found on the way.
 */
export async function lookThrough(context: Context, options: LookOptions): Promise<CatalogueRow[]> {
  const { db, pool, dir } = context
  const { id, job, signal, tempDir } = options
  const breathe = createPace(signal)
  const rows = await givenCatalogue(context, id, job.cataloguePath)
  const scan: ScanContext = { pool, signal, libraryDir: dir.root, tempDir, roomBytes: await roomOn(dir.root) }
  let lines: ScanLine[] = []
  const tell = (line: ScanLine): void => void lines.push(line)
  const storeLines = (): void => {
    const due = lines
    lines = []
    if (due.length > 0) db.transaction(() => due.forEach(line => putItem(db, id, lineOf(line))))
  }

  let found: ScannedFile[] = []
  const target: ScanTarget = {
    file: file => void found.push(file),
    line: tell,
    async breathe() {
      if (lines.length >= 200) storeLines()
      await breathe()
    },
  }
  await scanSources(scan, job.roots, target)
  let files = withoutLooseFiles(found, tell)
  storeLines()

  const eta = createEta()
  let done = 0
  let total = files.length
  let mode: 'new' | 'all' = 'new'
  // Files may turn out to be packages, or to need another reading: then there is another round.
  for (let round = 0; files.length > 0; round++) {
    if (round > 20) throw new Error('looking through the sources does not come to an end')
    const again: ScannedFile[] = []
    const archives: ScannedFile[] = []
    await readFiles({ pool, signal, originals: dir.originals }, files, mode, async (batch: readonly ReadFile[]) => {
      const stored = storeReadings(context, id, batch)
      again.push(...stored.readAgain)
      archives.push(...stored.archives)
      rows.push(...stored.rows)
      done += batch.length
      options.progress({ done, total, secondsLeft: eta(done, total) })
      await breathe()
    })
    found = []
    await scanArchives(scan, archives, target)
    files = [...again, ...withoutLooseFiles(found, tell)]
    // The second reading is for bytes that were kept when nothing was written down about them.
    mode = 'all'
    total += files.length - again.length
    done -= again.length
    storeLines()
  }
  return rows
}

/** The list she handed in beside the sources. */
async function givenCatalogue({ db }: Context, id: string, path: string | null): Promise<CatalogueRow[]> {
  if (path === null) return []
  const { rows, problems } = await openCatalogue(path)
  const file = { place: basename(dirname(path)), name: basename(path) }
  db.transaction(() => {
    putItem(db, id, catalogueLine(file, rows.length))
    for (const problem of problems) putItem(db, id, problemLine(file, problem))
  })
  return [...rows]
}
