import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

export interface SendingFileRow {
  readonly patternId: string
  readonly state: 'waiting' | 'written' | 'skipped'
  /** JSON; null while it waits. */
  readonly told: string | null
  /** Its name in the library now; null when it is gone. */
  readonly name: string | null
}

/** @param patternIds each once, in the order they go */
export function addSendingFiles(db: WriteDb, jobId: string, patternIds: readonly string[]): void {
  db.run(sql`insert into sending_file (job_id, position, pattern_id)
    select ${jobId}, key, value from json_each(${JSON.stringify(patternIds)})`)
}

export function tellSendingFile(
  db: WriteDb,
  jobId: string,
  patternId: string,
  { state, told }: { readonly state: 'written' | 'skipped'; readonly told: string },
): void {
  db.run(sql`update sending_file set state = ${state}, told = ${told}
    where job_id = ${jobId} and pattern_id = ${patternId}`)
}

/** It is to be sent again. */
export function untellSendingFile(db: WriteDb, jobId: string, patternId: string): void {
  db.run(sql`update sending_file set state = 'waiting', told = null
    where job_id = ${jobId} and pattern_id = ${patternId}`)
}

/** In the order they go. */
export function sendingFiles(db: ReadDb, jobId: string): SendingFileRow[] {
  return db.all<SendingFileRow>(sql`select f.pattern_id as patternId, f.state, f.told, p.name
    from sending_file f left join pattern p on p.id = f.pattern_id where f.job_id = ${jobId} order by f.position`)
}

/** Whether everything that one sending still waits for is asked of another. */
export function isLeftIn(db: ReadDb, jobId: string, otherJobId: string): boolean {
  return (
    db.get(sql`select 1 from sending_file f where f.job_id = ${jobId} and f.state = 'waiting' and not exists
    (select 1 from sending_file o where o.job_id = ${otherJobId} and o.pattern_id = f.pattern_id) limit 1`) ===
    undefined
  )
}

export function countSendingFiles(db: ReadDb, jobId: string): { total: number; written: number } {
  return db.get<{ total: number; written: number }>(sql`select count(*) as total,
    count(*) filter (where state = 'written') as written from sending_file where job_id = ${jobId}`)!
}

/** What is written and not yet told in the patterns' histories. */
export function unremembered(db: ReadDb, jobId: string, limit: number): { patternId: string; told: string }[] {
  return db.all<{ patternId: string; told: string }>(sql`select pattern_id as patternId, told from sending_file
    where job_id = ${jobId} and state = 'written' and remembered = 0 order by position limit ${limit}`)
}

export function markRemembered(db: WriteDb, jobId: string, patternIds: readonly string[]): void {
  db.run(sql`update sending_file set remembered = 1 where job_id = ${jobId} and pattern_id in ${sqlList(patternIds)}`)
}

/** Keeps what the newest finished sendings say of each file, lets go of the rest. */
export function forgetOldSendingFiles(db: WriteDb, kind: string, kept: number): void {
  db.run(sql`delete from sending_file where job_id in (
    select id from job where kind = ${kind} and state in ('done', 'stopped', 'failed')
    order by created_at desc, id desc limit -1 offset ${kept})`)
}
