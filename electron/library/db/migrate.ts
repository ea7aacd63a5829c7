import type Database from 'better-sqlite3'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Migration } from './migrations.ts'

/**
 * Brings a database up to the newest of `migrations`, all pending ones in one transaction: it is wholly new or untouched.
 * `user_version` holds the number of the last one. `beforeFirst` runs when an existing library is about to be changed: the time
 * for a safety copy.
 * @throws BobbinError `library-too-new` for a database that a newer Bobbin wrote
 */
export async function migrate(
  raw: Database.Database,
  migrations: readonly Migration[],
  beforeFirst: () => Promise<void>,
): Promise<{ from: number; to: number }> {
  checkOrder(migrations)
  const from = Number(raw.pragma('user_version', { simple: true }))
  const to = migrations.at(-1)?.number ?? 0
  if (from > to) {
    throw new BobbinError(
      'library-too-new',
      'This library was opened by a newer Bobbin. Please update Bobbin on this computer. Nothing was changed.',
      { library: from, bobbin: to },
    )
  }
  const pending = migrations.filter(migration => migration.number > from)
  if (pending.length === 0) return { from, to }
  if (from > 0) await beforeFirst()
  raw
    .transaction(() => {
      for (const migration of pending) {
        migration.before?.(raw)
        raw.exec(migration.sql)
      }
      raw.pragma(`user_version = ${to}`)
    })
    .immediate()
  return { from, to }
}

function checkOrder(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    const before = migrations[index - 1]?.number ?? 0
    if (migration.number <= before) throw new Error(`migration ${migration.number} stands after ${before}`)
  })
}
