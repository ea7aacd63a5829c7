import { stat } from 'node:fs/promises'
import type { VerifyReport } from '#shared/contract/library/upkeep.ts'
import type { CallContext } from '#shared/contract/method.ts'
import type { Context } from '../context.ts'
import { RECOVERED_AT, suspectDamage } from '../backup/recover.ts'
import type { Verdict } from '../db/check-file.ts'
import { sql } from '../db/sql.ts'
import { neverCame, putLost } from '../db/tables/cloud-file.ts'
import { readSetting } from '../db/tables/setting.ts'
import { forgetOriginals, unreferenced } from '../db/tables/unreferenced.ts'
import { hashOfFile } from '../files/hash-of-file.ts'
import { trustWords } from '../search/stale-words.ts'
import { removeUnreferenced } from '../trash/delete-for-good.ts'
import { mendWords } from './mend-words.ts'

type VerifyContext = Pick<Context, 'db' | 'originals' | 'log' | 'dir'>

/**
 * Looks through everything: every original is read and its SHA-256 compared with its name, the database is checked page by page, the
 * search index is compared with the patterns, and what unfinished work left behind is cleared away.
 */
export async function verifyLibrary(
  context: VerifyContext,
  checkDatabase: () => Promise<Verdict>,
  { signal, progress }: CallContext<{ done: number; total: number }>,
): Promise<VerifyReport> {
  const { database } = await checkDatabase()
  if (database !== 'ok') await suspectDamage(context.dir)
  const fixed = database === 'ok' ? await mend(context, signal) : []
  const originals = await checkOriginals(context, signal, progress)
  return { originals, database, fixed }
}

async function mend(context: VerifyContext, signal: AbortSignal): Promise<string[]> {
  const fixed: string[] = []
  const words = await mendWords(context.db, signal)
  trustWords(context.db)
  if (words > 0) fixed.push(`Made the search words of ${counted(words, 'pattern')} new.`)
  const orphans = await removeOrphans(context, signal)
  if (orphans > 0) fixed.push(`Cleared away ${counted(orphans, 'file')} of work that was not finished.`)
  return fixed
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Originals that no pattern has, and what is known of originals that are neither wanted nor there. */
async function removeOrphans(context: VerifyContext, signal: AbortSignal): Promise<number> {
  const { db, originals } = context
  let removed = 0
  let batch: string[] = []
  const flush = async () => {
    removed += (await removeUnreferenced(context, batch)).length
    batch = []
  }
  const recoveredAt = Number(readSetting(db, RECOVERED_AT) ?? 0)
  for await (const hash of originals.list()) {
    signal.throwIfAborted()
    if (recoveredAt === 0 || (await stat(originals.path(hash))).mtimeMs > recoveredAt) batch.push(hash)
    if (batch.length >= 500) await flush()
  }
  await flush()
  for (const hash of unreferenced(db, db.values<string>(sql`select hash from original`)))
    if (!(await originals.has(hash))) forgetOriginals(db, [hash])
  return removed
}

function isExpected(db: Context['db']): (hash: string) => boolean {
  const coming = neverCame(db)
  return hash => !coming.has(hash)
}

async function checkOriginals(
  { db, originals }: VerifyContext,
  signal: AbortSignal,
  progress: (value: { done: number; total: number }) => void,
): Promise<VerifyReport['originals']> {
  // What never came to this computer is not missing from it: it is in the cloud.
  const wanted = new Set(db.values<string>(sql`select distinct hash from file`).filter(isExpected(db)))
  const there: string[] = []
  for await (const hash of originals.list()) there.push(hash)
  const damaged: string[] = []
  for (const [index, hash] of there.entries()) {
    signal.throwIfAborted()
    if (index % 100 === 0) progress({ done: index, total: there.length })
    wanted.delete(hash)
    if ((await hashOfFile(originals.path(hash))) !== hash) damaged.push(hash)
  }
  progress({ done: there.length, total: there.length })
  // What is in the cloud comes back from there.
  putLost(db, [...wanted, ...damaged])
  return { checked: there.length, missing: [...wanted].sort(), damaged }
}
