import { BobbinError } from '#shared/contract/errors.ts'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { OutputOf } from '#shared/contract/method.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { patternGone } from './detail.ts'

type PatternDesign = OutputOf<LibraryContract['patterns.design']>

/**
 * The whole stitching of a pattern, read again from the file that stands for it.
 * @throws BobbinError `pattern-gone`, `no-stitching`, `original-missing`, `file-not-here-yet`
 */
export async function readDesignOf(
  { db, originals, pool }: Pick<Context, 'db' | 'originals' | 'pool'>,
  id: string,
  signal: AbortSignal,
): Promise<PatternDesign> {
  const row = db.get<{ hash: string | null; name: string | null }>(sql`select p.main_hash as hash, f.name
    from pattern p left join file f on f.pattern_id = p.id and f.hash = p.main_hash where p.id = ${id} limit 1`)
  if (!row) throw patternGone(id)
  if (row.hash === null)
    throw new BobbinError(
      'no-stitching',
      'Bobbin cannot show the stitching of this pattern. Its files are kept safe.',
      { id },
    )
  await originals.bring(row.hash, signal)
  return pool.run<PatternDesign>('read-design', { path: originals.path(row.hash), name: row.name ?? '' }, { signal })
}
