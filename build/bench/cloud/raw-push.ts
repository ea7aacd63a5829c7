import { type Kysely, sql } from 'kysely'
import type { TenantDb } from '#server/db/tenant.ts'

const AT_ONCE = 500

/** Rows of new patterns by statements alone, five hundred a transaction, under the counter's lock: what Postgres itself takes for them. */
export async function rawPush(db: Kysely<TenantDb>, records: number): Promise<void> {
  for (let at = 0; at < records; at += AT_ONCE)
    await db.transaction().execute(async trx => {
      for (let index = at; index < Math.min(records, at + AT_ONCE); index++) {
        const id = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`
        const fields = { name: `Feather swirl ${index}`, kind: 'block', width_mm: 100, height_mm: 100 }
        const stamps = Object.fromEntries(Object.keys(fields).map(field => [field, [1, 0, 'a']]))
        await sql`insert into record (table_name, row_id, fields, stamps, purged, changed_night, hash, bucket)
          values ('pattern', ${id}, ${JSON.stringify(fields)}::jsonb, ${JSON.stringify(stamps)}::jsonb, false, 0, 1, ${index % 256})`.execute(
          trx,
        )
      }
    })
}
