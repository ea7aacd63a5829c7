/** Every statement about originals in a tenant's database. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'

type Db = QueryExecutorProvider

/** A file that is not kept whole yet. */
export interface BegunFile {
  /** Of this beginning; another one each time. */
  readonly begun: string
  readonly bytes: number
}

export interface StoredFile {
  readonly hash: string
  readonly bytes: number
  /** Its name in the bucket; null: in the database. */
  readonly object: string | null
}

export interface NewFile {
  readonly hash: string
  readonly bytes: number
  readonly object: string | null
}

/** Nightly runs without a reference before a file is collected. */
export const NIGHTS_KEPT = 30

const tonight = sql`(select night from feed_counter)`

export async function stored(db: Db, hashes: readonly string[]): Promise<StoredFile[]> {
  const { rows } = await sql<StoredFile>`select hash, bytes, object from file
    where hash = any(${hashes}::text[]) and stored_at is not null`.execute(db)
  return rows
}

/** That they were asked for or sent again counts as being named: they stay for another 30 nights. */
export async function touch(db: Db, hashes: readonly string[]): Promise<void> {
  await sql`update file set last_referenced_night = ${tonight}
    where hash = any(${hashes}::text[]) and last_referenced_night < ${tonight}`.execute(db)
}

/**
 * How many bytes of each begun one are there without a gap. The last part always counts as lacking: where all are there, its coming again
 * makes the file whole.
 */
export async function begunAt(db: Db, hashes: readonly string[], partBytes: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ hash: string; at: number }>`select f.hash,
    ${partBytes}::bigint * least(greatest(f.bytes - 1, 0) / ${partBytes}::bigint, coalesce(
      (select min(p.part) + 1 from file_part p where p.hash = f.hash
        and not exists (select 1 from file_part n where n.hash = p.hash and n.part = p.part + 1)
        and exists (select 1 from file_part z where z.hash = p.hash and z.part = 0)), 0)) as at
    from file f where f.hash = any(${hashes}::text[]) and f.stored_at is null`.execute(db)
  return new Map(rows.map(({ hash, at }) => [hash, at]))
}

/** Takes these bytes off, or with a negative number gives them back. @returns false when there is no room: then nothing changed */
export async function reserve(db: Db, bytes: number, quota: number | null): Promise<boolean> {
  const { numAffectedRows } = await sql`update file_usage set bytes = bytes + ${bytes}
    where ${bytes} <= 0 or ${quota}::bigint is null or bytes + ${bytes} <= ${quota}::bigint`.execute(db)
  return numAffectedRows === 1n
}

export async function usage(db: Db): Promise<{ files: number; usedBytes: number }> {
  const { rows } = await sql<{ files: number; usedBytes: number }>`select
    (select count(*) from file where stored_at is not null) as files, bytes as "usedBytes" from file_usage`.execute(db)
  return rows[0]!
}

export async function usedBytes(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select bytes from file_usage`.execute(db)
  return rows[0]!.bytes
}

/** Rows of files that are whole. @returns the hashes that were not there before */
export async function addStored(db: Db, files: readonly NewFile[]): Promise<Set<string>> {
  const { rows } = await sql<{ hash: string }>`insert into file (hash, bytes, object, stored_at, last_referenced_night)
    select f.hash, f.bytes, f.object, now(), ${tonight}
    from unnest(${files.map(file => file.hash)}::text[], ${files.map(file => file.bytes)}::bigint[],
      ${files.map(file => file.object)}::text[]) as f (hash, bytes, object)
    order by f.hash
    on conflict (hash) do nothing returning hash`.execute(db)
  return new Set(rows.map(row => row.hash))
}

/** Contents that fit one part, of files whose rows were just added. */
export async function addContents(db: Db, files: readonly { hash: string; content: Uint8Array }[]): Promise<void> {
  const values = files.map(({ hash, content }) => sql`(${hash}, 0, ${bytea(content)})`)
  await sql`insert into file_content (hash, part, content) values ${sql.join(values)}`.execute(db)
}

/** Forgets this beginning, parts and all. @returns the bytes it had taken; 0 when it is not there any more */
export async function forgetBeginning(db: Db, hash: string, begun: string): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`delete from file
    where hash = ${hash} and begun = ${begun}::uuid and stored_at is null returning bytes`.execute(db)
  return rows[0]?.bytes ?? 0
}

/** Forgets beginnings of these, whichever. @returns the bytes they had taken */
export async function forgetBegun(db: Db, hashes: readonly string[]): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`delete from file
    where hash = any(${hashes}::text[]) and stored_at is null returning bytes`.execute(db)
  return rows.reduce((sum, row) => sum + row.bytes, 0)
}

/** Begins one. @returns null when somebody did meanwhile, or it is whole */
export async function begin(db: Db, hash: string, bytes: number): Promise<BegunFile | null> {
  const { rows } = await sql<BegunFile>`insert into file (hash, bytes, last_referenced_night)
    values (${hash}, ${bytes}, ${tonight}) on conflict (hash) do nothing returning begun, bytes`.execute(db)
  return rows[0] ?? null
}

/** Its row, held until the transaction ends: nobody makes it whole or forgets it meanwhile. */
export async function held(db: Db, hash: string): Promise<(BegunFile & { isStored: boolean }) | null> {
  const { rows } = await sql<BegunFile & { isStored: boolean }>`select begun, bytes, stored_at is not null as "isStored"
    from file where hash = ${hash} for no key update`.execute(db)
  return rows[0] ?? null
}

/** A part that is there is left as it is. */
export async function addPart(db: Db, hash: string, part: number, content: Uint8Array): Promise<void> {
  await sql`insert into file_part (hash, part, content) values (${hash}, ${part}, ${bytea(content)})
    on conflict (hash, part) do nothing`.execute(db)
}

export async function partCount(db: Db, hash: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from file_part where hash = ${hash}`.execute(db)
  return rows[0]!.count
}

/** A part of this beginning; null when it is not there any more. */
export async function begunPart(db: Db, hash: string, begun: string, part: number): Promise<Uint8Array | null> {
  const { rows } = await sql<{ content: string }>`select ${inBase64(sql`p.content`)} as content
    from file_part p join file f on f.hash = p.hash
    where p.hash = ${hash} and p.part = ${part} and f.begun = ${begun}::uuid and f.stored_at is null`.execute(db)
  return bytesOf(rows[0])
}

/** Makes this beginning a whole file. @returns false when it is not there any more */
export async function makeStored(db: Db, hash: string, begun: string, object: string | null): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update file set stored_at = now(), object = ${object}, last_referenced_night = ${tonight}
    where hash = ${hash} and begun = ${begun}::uuid and stored_at is null`.execute(db)
  if (numAffectedRows !== 1n) return false
  if (object === null)
    await sql`insert into file_content (hash, part, content) select hash, part, content from file_part
      where hash = ${hash}`.execute(db)
  await sql`delete from file_part where hash = ${hash}`.execute(db)
  return true
}

/** Whole contents of small files. */
export async function contents(db: Db, hashes: readonly string[]): Promise<Map<string, Uint8Array>> {
  const { rows } = await sql<{ hash: string; content: string }>`select hash, ${inBase64(sql`content`)} as content
    from file_content where hash = any(${hashes}::text[]) and part = 0`.execute(db)
  return new Map(rows.map(row => [row.hash, Buffer.from(row.content, 'base64')]))
}

/** Some bytes of one part; null when it is not there. */
export async function slice(
  db: Db,
  hash: string,
  part: number,
  from: number,
  length: number,
): Promise<Uint8Array | null> {
  const bytes = sql`substring(content from ${from + 1} for ${length})`
  const { rows } = await sql<{ content: string }>`select ${inBase64(bytes)} as content
    from file_content where hash = ${hash} and part = ${part}`.execute(db)
  return bytesOf(rows[0])
}

/**
 * Every file that any record, in the trash or not, or any value in the history names in any field counts as named tonight: fields of newer
 * devices too, which this server does not know.
 */
export async function markReferenced(db: Db): Promise<void> {
  await sql`update file set last_referenced_night = ${tonight}
    where last_referenced_night < ${tonight} and hash in (
      select found[1] from record, regexp_matches(fields::text, '[0-9a-f]{64}', 'g') as found
      union
      select found[1] from record_history, regexp_matches(value::text, '[0-9a-f]{64}', 'g') as found)`.execute(db)
}

/** Lets go of what nothing has named for 30 nightly runs. @returns what the bucket may let go of too */
export async function collectUnreferenced(db: Db): Promise<StoredFile[]> {
  const { rows } = await sql<StoredFile>`delete from file
    where ${tonight} - last_referenced_night >= ${NIGHTS_KEPT} returning hash, bytes, object`.execute(db)
  return rows
}

/** Which of these names in the bucket a row has. */
export async function knownObjects(db: Db, objects: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    object: string
  }>`select object from file where object = any(${objects}::text[])`.execute(db)
  return new Set(rows.map(row => row.object))
}

/** The driver reads text only, and the text that bytes have by themselves is half as long again and read half as fast. */
const inBase64 = (bytes: RawBuilder<unknown>): RawBuilder<string> => sql<string>`encode(${bytes}, 'base64')`

const bytesOf = (row: { content: string } | undefined): Uint8Array | null =>
  row === undefined ? null : Buffer.from(row.content, 'base64')

/** Sent as bytes: of a plain Uint8Array the driver would make text. */
function bytea(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}
