/** What stands in a tenant's database, in a few numbers: two databases with the same are the same to every device. */
import type pg from 'pg'
import { z } from 'zod'

export const fingerprint = z.object({
  records: z.number(),
  /** `bit_xor` of the records' hashes, signed, as text. */
  hashes: z.string(),
  greatestSeq: z.number(),
  counter: z.number(),
  history: z.number(),
  files: z.number(),
  fileBytes: z.number(),
})

export type Fingerprint = z.infer<typeof fingerprint>

export async function fingerprintOf(client: pg.Client): Promise<Fingerprint> {
  const { rows } = await client.query(`select
      (select count(*) from record) as records,
      (select coalesce(bit_xor(hash), 0)::text from record) as hashes,
      (select coalesce(max(seq), 0) from record) as "greatestSeq",
      (select seq from feed_counter) as counter,
      (select count(*) from record_history) as history,
      ${(await hasTable(client, 'file')) ? '(select count(*) from file) as files, (select coalesce(sum(bytes), 0)::bigint from file) as "fileBytes"' : '0 as files, 0 as "fileBytes"'}`)
  return fingerprint.parse(rows[0])
}

/** A copy from before a migration does not have every table. */
export async function hasTable(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>('select to_regclass($1) is not null as is', [`public.${name}`])
  return rows[0]!.is
}

export function isSame(one: Fingerprint, other: Fingerprint): boolean {
  return (Object.keys(fingerprint.shape) as (keyof Fingerprint)[]).every(key => one[key] === other[key])
}
