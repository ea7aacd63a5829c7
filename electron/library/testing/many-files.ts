import { hash as hashOf } from 'node:crypto'
import type { Random } from '#shared/domain/ids.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { putDescription } from '../db/tables/descriptor.ts'
import { PARSE_VERSION } from '../import/reading.ts'
import { SKETCH_VERSION } from '../pictures/sketch.ts'
import { refreshWords } from '../search/words.ts'

export interface NamedFile {
  readonly hash: string
  readonly bytes: number
}

/** Most files of a pattern are small, a few are not: mean some 48 kB, as in a library of 15,651 files and 750 MB. */
export function sizeOf(index: number): number {
  if (index % 100 === 99) return 1_300_000
  if (index % 20 === 19) return 250_000
  return 8_000 + ((index * 7_919) % 35_000)
}

const TOGETHER = 200

/** Patterns of one file each, of random bytes, straight into tables and folders; as bringing in leaves them, with nothing to make up for. */
export async function addManyFiles(
  { db, originals, newId, clock }: Pick<Context, 'db' | 'originals' | 'newId' | 'clock'>,
  random: Random,
  count: number,
): Promise<NamedFile[]> {
  const made: NamedFile[] = []
  for (let from = 0; from < count; from += TOGETHER) {
    const keeping = originals.batch()
    const some: NamedFile[] = []
    for (let index = from; index < Math.min(count, from + TOGETHER); index++) {
      const bytes = random.bytes(sizeOf(index))
      const hash = hashOf('sha256', bytes, 'hex')
      await keeping.begin(bytes, hash)
      some.push({ hash, bytes: bytes.length })
    }
    await keeping.settle()
    db.transaction(() => {
      for (const { hash, bytes } of some) {
        db.run(sql`insert into original (hash, bytes, format, detected_by, parse_version, outcome, sketch_version, kept_at)
          values (${hash}, ${bytes}, 'qli', 'extension', ${PARSE_VERSION}, 'unreadable', ${SKETCH_VERSION}, ${clock.now()})`)
        putDescription(db, hash, null)
      }
    })
    nameFiles({ db, newId, clock }, some)
    made.push(...some)
  }
  return made
}

/** The records of these files alone, as a feed brings them. */
export function nameFiles(
  { db, newId, clock }: Pick<Context, 'db' | 'newId' | 'clock'>,
  files: readonly NamedFile[],
): void {
  const ids: string[] = []
  db.transaction(() => {
    for (const [index, { hash, bytes }] of files.entries()) {
      const id = newId()
      ids.push(id)
      const now = clock.now() + index
      db.run(sql`insert into pattern (id, name, sort_key, kind, state, main_hash, created_at, changed_at)
        values (${id}, ${`P${index}`}, ${`p${index}`}, 'other', 'unreadable', ${hash}, ${now}, ${now})`)
      db.run(sql`insert into file (id, pattern_id, hash, name, role, format, bytes, created_at, changed_at)
        values (${newId()}, ${id}, ${hash}, ${`P${index}.qli`}, 'design', 'qli', ${bytes}, ${now}, ${now})`)
    }
    refreshWords(db, ids)
  })
}
