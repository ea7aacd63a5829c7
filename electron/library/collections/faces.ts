import type { Face } from '#shared/contract/library/order.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'

const FACES = 4

/** The first patterns of each collection that have something to show. */
export function facesOf(db: ReadDb, ids: readonly string[]): { id: string; patterns: Face[] }[] {
  return [...new Set(ids)].flatMap(id => {
    const known = db.get(sql`select 1 from collection where id = ${id} and trashed_at is null`)
    return known === undefined ? [] : [{ id, patterns: facesIn(db, id) }]
  })
}

function facesIn(db: ReadDb, collectionId: string): Face[] {
  return db.all<Face>(sql`select iif(o.sketch is null, null, p.main_hash) as sketchKey, p.picture_hash as pictureKey
    from collection_pattern m join pattern p on p.id = m.pattern_id left join original o on o.hash = p.main_hash
    where m.collection_id = ${collectionId} and m.trashed_at is null and p.trashed_at is null
      and (o.sketch is not null or p.picture_hash is not null)
    limit ${FACES}`)
}
