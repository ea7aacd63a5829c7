import { z } from 'zod'
import type { FileRole, Kind } from '#shared/domain/pattern.ts'
import type { FormatId } from '#shared/formats/types.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { sql, sqlList } from '#library/db/sql.ts'
import { isLocked } from '#library/export/locked.ts'
import type { BundleFile, PatternToSend, StitchFacts } from '#library/export/bundle.ts'

interface PatternRow {
  id: string
  name: string
  designer: string | null
  kind: Kind
  trashedAt: number | null
  mainHash: string | null
  versionId: string | null
}

interface FileRow {
  id: string
  patternId: string
  isVersion: number
  hash: string
  name: string
  format: FormatId
  role: FileRole
  bytes: number
  outcome: BundleFile['outcome']
  errorCode: string | null
  facts: string | null
}

/** The patterns in the order asked, each once; one that is no longer in the library is left out. */
export function patternsToSend(db: ReadDb, ids: readonly string[]): PatternToSend[] {
  const patterns = db.all<PatternRow>(sql`select p.id, p.name, d.name as designer, p.kind, p.trashed_at as trashedAt,
      p.main_hash as mainHash, p.version_id as versionId
    from pattern p left join designer d on d.id = p.designer_id where p.id in ${sqlList(ids)}`)
  const files = filesByPattern(db, ids)
  const byId = new Map(patterns.map(row => [row.id, row]))
  return [...new Set(ids)].flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    const { trashedAt, versionId, ...pattern } = row
    const own = files.get(id) ?? []
    const chosen = own.find(file => file.id === versionId)?.file
    return [
      { ...pattern, isTrashed: trashedAt !== null, files: own.map(({ file }) => file), ...(chosen && { chosen }) },
    ]
  })
}

interface KnownFile {
  readonly id: string
  readonly file: BundleFile
}

function filesByPattern(db: ReadDb, ids: readonly string[]): Map<string, KnownFile[]> {
  const rows =
    db.all<FileRow>(sql`select f.id, f.pattern_id as patternId, f.recipe is not null as isVersion, f.hash, f.name, f.format, f.role, f.bytes,
      o.outcome, o.error_code as errorCode, o.facts
    from file f left join original o on o.hash = f.hash
    where f.pattern_id in ${sqlList(ids)} and f.trashed_at is null order by f.name, f.id`)
  const files = new Map<string, KnownFile[]>()
  for (const { id, patternId, facts, errorCode, isVersion, ...row } of rows) {
    const outcome = row.outcome === 'unreadable' && isLocked(row.format, errorCode) ? 'locked' : row.outcome
    const file = { ...row, outcome, ...factsFrom(facts), ...(isVersion === 1 && { isVersion: true }) }
    const known = files.get(patternId)
    if (known) known.push({ id, file })
    else files.set(patternId, [{ id, file }])
  }
  return files
}

const point = z.object({ x: z.number(), y: z.number() })
const storedFacts = z.object({
  size: z.enum(['stated', 'assumed', 'unknown']),
  points: z.number(),
  runs: z.number(),
  pauses: z.number(),
  start: point.nullable(),
  end: point.nullable(),
  curves: z.number().default(0),
  bounds: z.object({ minX: z.number(), minY: z.number(), maxX: z.number(), maxY: z.number() }).nullable(),
})

/** Nothing for facts of an older reading that lack something: the file is then judged without them. */
function factsFrom(text: string | null): Pick<BundleFile, 'facts' | 'curves'> {
  const parsed = storedFacts.safeParse(text === null ? null : JSON.parse(text))
  if (!parsed.success) return { facts: null, curves: 0 }
  const { size, points, runs, pauses, curves, start, end, bounds } = parsed.data
  const facts: StitchFacts = {
    size,
    points,
    runs,
    pauses,
    widthMm: bounds ? bounds.maxX - bounds.minX : 0,
    heightMm: bounds ? bounds.maxY - bounds.minY : 0,
    startY: start?.y ?? null,
    endY: end?.y ?? null,
  }
  return { facts, curves }
}
