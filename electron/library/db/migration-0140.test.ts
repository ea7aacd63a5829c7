import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createPort } from '../sync/store/port.ts'
import { createUnit } from '../sync/store/unit.ts'
import { writeHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'

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
