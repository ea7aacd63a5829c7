import type { BundleDesign } from '#library/import/bundle/cluster.ts'
import type { ReadDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

export interface KeptOriginal {
  readonly hash: string
  readonly name: string
}

/** Hashes that an older reader read or an older pen drew, and that a pattern still has; the first `limit` of them in order after `after`. */
export function outdatedOriginals(
  db: ReadDb,
  {
    parseVersion,
    sketchVersion,
    after,
    limit,
  }: { parseVersion: number; sketchVersion: number; after: string; limit: number },
): KeptOriginal[] {
  return db.all(sql`select o.hash, min(f.name) as name from original o join file f on f.hash = o.hash and f.trashed_at is null
    where o.hash > ${after} and f.role in ('design', 'locked') and (o.parse_version < ${parseVersion} or o.sketch_version < ${sketchVersion})
    group by o.hash order by o.hash limit ${limit}`)
}

/** The files these patterns can be stitched from, each content once. */
export function designOriginals(db: ReadDb, patternIds: readonly string[]): KeptOriginal[] {
  return db.all(sql`select hash, min(name) as name from file
    where pattern_id in ${sqlList(patternIds)} and trashed_at is null and role in ('design', 'locked') group by hash order by hash`)
}

export function patternsWith(db: ReadDb, hashes: readonly string[]): string[] {
  return db.values<string>(
    sql`select distinct pattern_id from file where hash in ${sqlList(hashes)} and trashed_at is null`,
  )
}

/** Whether a file of this pattern was never read on this computer: it is still in the cloud, or on its way. */
export function lacksFiles(db: ReadDb, patternId: string): boolean {
  return (
    db.get(sql`select 1 from file f where f.pattern_id = ${patternId} and f.trashed_at is null
      and f.role in ('design', 'locked') and not exists (select 1 from original o where o.hash = f.hash)`) !== undefined
  )
}

export interface ReadDesignFile {
  readonly hash: string
  readonly name: string
  readonly format: string
  readonly locked: boolean
  readonly design: BundleDesign | null
}

/** The pattern's files as reading them found them. */
export function readFilesOf(db: ReadDb, patternId: string): ReadDesignFile[] {
  return db
    .all<{
      hash: string
      name: string
      format: string
      outcome: string
      size: BundleDesign['size'] | null
      widthMm: number | null
      heightMm: number | null
      curves: number | null
      points: number | null
    }>(
      sql`select f.hash, f.name, f.format, o.outcome, o.size_source as size, o.width_mm as widthMm, o.height_mm as heightMm,
          o.curves, o.points
        from file f join original o on o.hash = f.hash where f.pattern_id = ${patternId} and f.trashed_at is null and f.recipe is null order by f.id`,
    )
    .map(({ hash, name, format, outcome, size, widthMm, heightMm, curves, points }) => ({
      hash,
      name,
      format,
      locked: outcome === 'locked',
      design:
        outcome === 'read'
          ? {
              shape: null,
              widthMm: widthMm ?? 0,
              heightMm: heightMm ?? 0,
              size: size ?? 'unknown',
              curves: curves ?? 0,
              points: points ?? 0,
            }
          : null,
    }))
}
