import type { ReadDb, WriteDb } from '../handles.ts'
import { sql } from '../sql.ts'

/** Small things this computer remembers, as JSON. Keys beginning with `core.` are Bobbin's own and not told to the window. */
export function readSetting(db: ReadDb, key: string): unknown {
  const text = db.values<string>(sql`select value from setting where key = ${key}`)[0]
  return text === undefined ? undefined : JSON.parse(text)
}

export function readSettings(db: ReadDb): Record<string, unknown> {
  const rows = db.all<{ key: string; value: string }>(
    sql`select key, value from setting where key not like 'core.%' order by key`,
  )
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
}

export function writeSetting(db: WriteDb, key: string, value: unknown): void {
  db.run(sql`insert into setting (key, value) values (${key}, ${JSON.stringify(value)})
    on conflict (key) do update set value = excluded.value`)
}

export function clearSetting(db: WriteDb, key: string): void {
  db.run(sql`delete from setting where key = ${key}`)
}
