import type { PatternCard } from '#shared/contract/library/patterns.ts'
import type { Kind, PatternState } from '#shared/domain/pattern.ts'
import type { ReadDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

interface CardRow {
  seq: number
  id: string
  name: string
  designer: string | null
  kind: Kind
  state: PatternState
  widthMm: number | null
  heightMm: number | null
  sizeSource: string | null
  favourite: number
  sketchKey: string | null
  pictureKey: string | null
  trashedAt: number | null
  lastUsedAt: number | null
}

/** The cards of these patterns, in the order of `seqs`; one that is gone meanwhile is left out. */
export function cardsOf(db: ReadDb, seqs: readonly number[]): { seq: number; card: PatternCard }[] {
  const rows =
    db.all<CardRow>(sql`select p.seq, p.id, p.name, d.name as designer, p.kind, p.state, p.width_mm as widthMm,
      p.height_mm as heightMm, p.size_source as sizeSource, p.favourite, iif(o.sketch is null, null, p.main_hash) as sketchKey,
      p.picture_hash as pictureKey, p.trashed_at as trashedAt, p.last_used_at as lastUsedAt
    from pattern p left join designer d on d.id = p.designer_id left join original o on o.hash = p.main_hash
    where p.seq in ${sqlList(seqs)}`)
  const bySeq = new Map(rows.map(row => [row.seq, cardOf(row)]))
  return seqs.flatMap(seq => {
    const card = bySeq.get(seq)
    return card ? { seq, card } : []
  })
}

function cardOf({ seq: _seq, sizeSource, favourite, ...row }: CardRow): PatternCard {
  return { ...row, favourite: favourite === 1, sizeUnknown: sizeSource === 'unknown' }
}
