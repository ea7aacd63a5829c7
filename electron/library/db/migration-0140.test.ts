import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { createPort } from '../sync/store/port.ts'
import { createUnit } from '../sync/store/unit.ts'
import { designerId, patternTagId, tagId } from './derived-id.ts'
import { writeHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'

const FROM = MIGRATIONS.filter(migration => migration.number < 140).map(migration => migration.number)

/** A library that stopped at this migration. */
async function libraryAt(number: number) {
  const raw = new Database(':memory:')
  const older = MIGRATIONS.filter(migration => migration.number <= number)
  await migrate(raw, older, async () => {})
  return raw
}

function portOf(raw: Database.Database) {
  const db = writeHandle(raw)
  return createPort(db, createUnit(db))
}

test.each(FROM)(
  'of a library of version %i every record waits for the cloud, as typed when it was last changed',
  async from => {
    const raw = await libraryAt(from)
    raw.exec(`insert into pattern (id, name, sort_key, kind, state, notes, favourite, width_mm, created_at, changed_at)
    values ('p', 'Feather', 'feather', 'border', 'readable', '', 1, 254.5, 100, 200);
    insert into tag (id, name, name_key, created_at, changed_at, trashed_at)
    values ('0d3b9a3e-6a0f-5f4e-8a53-7d3a3b0c9f11', 'Dense', 'dense', 100, 300, 300)`)
    await migrate(raw, MIGRATIONS, async () => {})
    const port = portOf(raw)
    const { device } = port.meta()
    const stamp = [200, 0, device]
    const fields = {
      created_at: 100,
      trashed_at: null,
      name: 'Feather',
      kind: 'border',
      state: 'readable',
      favourite: 1,
      width_mm: 254.5,
    }
    expect(port.records([{ table: 'pattern', id: 'p' }])[0]).toEqual({
      table: 'pattern',
      id: 'p',
      fields,
      stamps: Object.fromEntries(Object.keys(fields).map(field => [field, stamp])),
      purged: false,
      gen: 0,
    })
    const entries = port.entriesOf({ table: 'pattern', id: 'p' })
    expect(Object.fromEntries(entries.map(({ field, value }) => [field, value]))).toEqual(fields)
    expect(entries.every(({ base, again, held }) => base === null && !again && held === null)).toBe(true)
    expect(port.entriesToSend(10).map(({ table }) => table)).toContain('tag')
  },
)

test('every library has a device id of its own, made with it, and has not met the cloud', async () => {
  const [one, other] = [portOf(await libraryAt(140)).meta(), portOf(await libraryAt(140)).meta()]
  expect(one.device).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(one.device).not.toBe(other.device)
  expect(one).toMatchObject({ epoch: null, handle: null, offset: '-1', heard: 0, known: 0, gen: 0 })
})

/** Ids as they are made for records that are not derived. */
const made = (index: number) => `0190b8a0-1111-7000-8000-${String(index).padStart(12, '0')}`

async function libraryWithOtherIds() {
  const raw = await libraryAt(130)
  const [pattern, tag, designer] = [made(1), made(2), made(3)]
  const membership = made(4)
  raw.exec(`insert into designer (id, name, name_key, created_at, changed_at) values ('${designer}', 'Anna', 'anna', 1, 1);
    insert into tag (id, name, name_key, created_at, changed_at) values ('${tag}', 'Wild  Flowers', 'wild flowers', 1, 1);
    insert into pattern (id, name, sort_key, designer_id, kind, state, notes, favourite, created_at, changed_at)
      values ('${pattern}', 'Feather', 'feather', '${designer}', 'border', 'readable', '', 0, 1, 1);
    insert into pattern_tag (id, pattern_id, tag_id, created_at, changed_at)
      values ('${membership}', '${pattern}', '${tag}', 1, 1);
    insert into tidy_answer (id, pattern_id, about, value, created_at, changed_at)
      values ('a', '${pattern}', 'tag', 'wild flowers', 1, 1);
    insert into saved_search (id, name, name_key, question, created_at, changed_at)
      values ('s', 'Hers', 'hers', '{"filter":{"tagIds":["${tag}"],"designerIds":["${designer}"]}}', 1, 1);
    insert into command (id, label, args, made_at) values (1, 'tag', '{}', 1);
    insert into command_change (command_id, table_name, row_id, pattern_id, before, after) values
      (1, 'tag', '${tag}', null, null, '{"name":"Wild  Flowers"}'),
      (1, 'pattern_tag', '${membership}', '${pattern}', null, '{}'),
      (1, 'pattern', '${pattern}', '${pattern}', '{"designer_id":null}', '{"designer_id":"${designer}"}')`)
  return { raw, pattern, tag, designer }
}

test('a tag and a designer with other ids get those derived from their names, and all that names them follows', async () => {
  const { raw, pattern } = await libraryWithOtherIds()
  await migrate(raw, MIGRATIONS, async () => {})
  const [tag, designer] = [tagId('wild flowers'), designerId('anna')]
  const all = (query: string) => raw.prepare(query).raw().all()
  expect(all('select id, name from tag')).toEqual([[tag, 'Wild  Flowers']])
  expect(all('select id from designer')).toEqual([[designer]])
  expect(all('select designer_id from pattern')).toEqual([[designer]])
  expect(all('select id, tag_id from pattern_tag')).toEqual([[patternTagId(pattern, tag), tag]])
  expect(all('select question from saved_search')).toEqual([
    [`{"filter":{"tagIds":["${tag}"],"designerIds":["${designer}"]}}`],
  ])
  expect(all('select row_id, after from command_change order by id')).toEqual([
    [tag, '{"name":"Wild  Flowers"}'],
    [patternTagId(pattern, tag), '{}'],
    [pattern, `{"designer_id":"${designer}"}`],
  ])
  expect(all('select value from tidy_answer')).toEqual([['wild flowers']])
  expect(all(`select row_id from sync_row where table_name = 'tag'`)).toEqual([[tag]])
})

test('of two tags of one name the one with the derived id stays, worn by the patterns of both', async () => {
  const { raw, pattern } = await libraryWithOtherIds()
  const tag = tagId('wild flowers')
  raw.exec(`insert into tag (id, name, name_key, created_at, changed_at, trashed_at)
      values ('${tag}', 'wild flowers', 'wild flowers', 1, 1, 7);
    insert into pattern_tag (id, pattern_id, tag_id, created_at, changed_at, trashed_at)
      values ('${patternTagId(pattern, tag)}', '${pattern}', '${tag}', 1, 1, 7)`)
  await migrate(raw, MIGRATIONS, async () => {})
  const all = (query: string) => raw.prepare(query).raw().all()
  expect(all('select id, trashed_at from tag')).toEqual([[tag, null]])
  expect(all('select id, trashed_at from pattern_tag')).toEqual([[patternTagId(pattern, tag), null]])
})

test('where the derived id belongs to a tag that was renamed since, the next one is taken', async () => {
  const { raw } = await libraryWithOtherIds()
  raw.exec(`insert into tag (id, name, name_key, created_at, changed_at)
    values ('${tagId('wild flowers')}', 'Leaf', 'leaf', 1, 1)`)
  await migrate(raw, MIGRATIONS, async () => {})
  expect(raw.prepare('select id, name from tag order by name').raw().all()).toEqual([
    [tagId('wild flowers'), 'Leaf'],
    [tagId('wild flowers', 2), 'Wild  Flowers'],
  ])
})

test('what waits, what is away and the files of that are found in indexes', async () => {
  const { db } = await tempDatabase()
  const waiting = sql`select table_name, row_id, waiting as at from sync_row
    where waiting is not null order by waiting, table_name, row_id limit 500`
  expect(planOf(db, waiting)).toContain('sync_row_waiting')
  const away = sql`select 1 from sync_row where table_name = 'pattern' and away = 1 limit 1`
  expect(planOf(db, away)).toContain('sync_row_away')
  const file = sql`select 1 from sync_row f where f.table_name = 'file' and f.extra is not null
    and json_extract(f.extra, '$.hash') = 'h'`
  expect(planOf(db, file)).toContain('USING INDEX sync_row_hash')
  const kept = sql`select row_id from sync_row where owner = 'p'`
  expect(planOf(db, kept)).toContain('USING INDEX sync_row_owner')
})
