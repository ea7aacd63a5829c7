/** Everything a tenant has, as plain files anybody can read: records and their history line by line, originals by their hash. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { TenantPools } from '#server/db/pools.ts'
import { Refusal } from '#server/refusal.ts'
import type { FileShelf } from '#server/services/files/shelf.ts'
import type { Tenant } from '#server/services/tenants.ts'

export interface Exported {
  readonly folder: string
  readonly records: number
  readonly history: number
  readonly files: number
  readonly bytes: number
  /** Files that could not be read, or are not what their names say: all else is there. */
  readonly lacking: readonly { readonly hash: string; readonly message: string }[]
}

const AT_ONCE = 1_000

interface Parts {
  readonly pools: TenantPools
  readonly files: FileShelf
}

/**
 * Writes records.jsonl, history.jsonl and files/ into a new folder. Records are of one moment; files are hashed again as they are written.
 * @throws Refusal `folder-not-empty`
 */
export async function exportTenant({ pools, files }: Parts, tenant: Tenant, out: string): Promise<Exported> {
  const folder = resolve(out)
  await mkdir(join(folder, 'files'), { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 1 || (await readdir(join(folder, 'files'))).length > 0)
    throw new Refusal('folder-not-empty', `There is something in ${folder} already. Name a new folder.`)
  const counts = { records: 0, history: 0 }
  const hashes: { hash: string; bytes: number }[] = []
  await pools.use(tenant, db =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async trx => {
        counts.records = await writeLines(join(folder, 'records.jsonl'), async after => {
          const { rows } = await sql<{ at: string; line: unknown }>`
          select seq::text as at, jsonb_build_object('table', table_name, 'id', row_id, 'fields', fields, 'stamps', stamps,
            'purged', purged, 'seq', seq) as line
          from record where seq > ${after ?? '0'}::bigint order by seq limit ${AT_ONCE}`.execute(trx)
          return rows
        })
        counts.history = await writeLines(join(folder, 'history.jsonl'), async after => {
          const { rows } = await sql<{ at: string; line: unknown }>`
          select concat_ws(chr(31), table_name, row_id, field, cell_key) as at, jsonb_build_object('table', table_name, 'id', row_id,
            'field', field, 'value', value, 'stamp', stamp, 'conflict', is_conflict, 'arrivedAt', arrived_at) as line
          from record_history where (${after}::text is null or concat_ws(chr(31), table_name, row_id, field, cell_key) > ${after})
          order by 1 limit ${AT_ONCE}`.execute(trx)
          return rows
        })
        const { rows } = await sql<{ hash: string; bytes: number }>`
        select hash, bytes from file where stored_at is not null order by hash`.execute(trx)
        hashes.push(...rows)
      }),
  )
  let bytes = 0
  const lacking: Exported['lacking'][number][] = []
  for (const file of hashes) {
    try {
      bytes += await writeOriginal(files, tenant, file, join(folder, 'files', file.hash))
    } catch (error) {
      lacking.push({ hash: file.hash, message: error instanceof Error ? error.message : String(error) })
    }
  }
  const done = { ...counts, files: hashes.length - lacking.length, bytes, lacking }
  const told = { slug: tenant.slug, epoch: tenant.epoch, ...done }
  await writeFile(join(folder, 'tenant.json'), `${JSON.stringify(told, null, 2)}\n`)
  return { folder, ...done }
}

type Page = { readonly at: string; readonly line: unknown }[]

async function writeLines(path: string, next: (after: string | null) => Promise<Page>): Promise<number> {
  const handle = await open(path, 'wx')
  let count = 0
  try {
    for (let after: string | null = null; ; ) {
      const page = await next(after)
      if (page.length === 0) break
      await handle.write(page.map(({ line }) => `${JSON.stringify(line)}\n`).join(''))
      count += page.length
      after = page.at(-1)!.at
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return count
}

/** @throws Error when what comes is not what its name says: then there is no file of that name */
async function writeOriginal(
  files: FileShelf,
  tenant: Tenant,
  { hash, bytes }: { readonly hash: string; readonly bytes: number },
  path: string,
): Promise<number> {
  const content = bytes === 0 ? [] : await files.read(tenant, hash, { from: 0, to: bytes - 1 })
  if (content === null) throw new Error(`file ${hash} is not there`)
  const seen = createHash('sha256')
  await pipeline(
    Readable.from(content),
    async function* (parts: AsyncIterable<Uint8Array>) {
      for await (const part of parts) {
        seen.update(part)
        yield part
      }
    },
    createWriteStream(`${path}.part`, { flags: 'wx' }),
  )
  if (seen.digest('hex') !== hash) throw new Error(`file ${hash} is not what its name says`)
  await rename(`${path}.part`, path)
  return bytes
}
