import { expect, test } from 'vitest'
import type { SyncRecord } from '#shared/sync/record.ts'
import { keptUuid } from '#shared/sync/ids.ts'
import { commit } from '#library/db/commit.ts'
import { patternTagId, tagId } from '#library/db/derived-id.ts'
import { sql } from '#library/db/sql.ts'
import { patternFields, pull, purged, tempStore, written } from '#library/testing/sync-parts.ts'
import { isMass } from './brake.ts'

type Temp = Awaited<ReturnType<typeof tempStore>>

const idOf = (index: number): string => `0190b8a0-1111-7000-8000-${String(index).padStart(12, '0')}`

/** A library of so many patterns that another computer made, the first with a tag and a file. */
async function libraryOf(count: number) {
  const temp = await tempStore()
  const patterns = Array.from({ length: count }, (_, index) =>
    written('pattern', idOf(index), patternFields(`Pattern ${index}`), 5),
  )
  const tag = tagId('Dense')
  const file = { pattern_id: idOf(0), hash: 'h', name: 'a.qli', role: 'design', format: 'qli', bytes: 3, created_at: 1 }
  const tagged = { pattern_id: idOf(0), tag_id: tag, trashed_at: null, created_at: 1 }
  pull(temp.store, [
    ...patterns,
    written('tag', tag, { name: 'Dense', created_at: 1, trashed_at: null }, 5),
    written('pattern_tag', patternTagId(idOf(0), tag), tagged, 5),
    written('file', '0190b8a0-2222-7000-8000-000000000001', file, 5),
  ])
  await temp.store.idle()
  return { temp, patterns }
}

const trashedElsewhere = (record: SyncRecord): SyncRecord => written('pattern', record.id, { trashed_at: 9 }, 9)
const shown = ({ db }: Temp) => db.values<string>(sql`select id from pattern where trashed_at is null order by id`)
const recordOf = ({ store }: Temp, id: string) => store.read(port => port.records([{ table: 'pattern', id }])[0])

test('more than twenty patterns, or more than a twentieth of the wall, is a mass; a handful of few is everyday work', () => {
  const mass = (taken: number, of: number) => isMass(taken, () => of)
  expect([mass(21, 15_651), mass(20, 15_651), mass(6, 100), mass(5, 100), mass(4, 10)]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ])
})

test('a few patterns that another computer puts in the trash go there', async () => {
  const { temp, patterns } = await libraryOf(30)
  pull(temp.store, patterns.slice(0, 4).map(trashedElsewhere))
  expect([shown(temp).length, temp.store.brake()]).toEqual([26, null])
})

test('a mass of them is still shown, with a safety copy made, while the records are what the cloud says', async () => {
  const { temp, patterns } = await libraryOf(30)
  pull(temp.store, patterns.slice(0, 25).map(trashedElsewhere))
  await temp.store.idle()
  expect(shown(temp)).toHaveLength(30)
  expect(temp.store.brake()?.ids).toHaveLength(25)
  expect(temp.copies).toEqual(['before-deleting'])
  expect(recordOf(temp, idOf(3))?.fields).toMatchObject({ trashed_at: 9 })
  // Whatever else goes while she has not said waits with the rest.
  pull(temp.store, patterns.slice(25, 26).map(trashedElsewhere))
  expect([shown(temp).length, temp.store.brake()?.ids.length]).toEqual([30, 26])
  expect(temp.copies).toHaveLength(1)
})

test('a library that is put back to a day follows at once: that was her own word, and can be taken back', async () => {
  const { temp, patterns } = await libraryOf(30)
  const restored = patterns.slice(0, 25).map(({ id }) => written('pattern', id, { trashed_at: 9 }, 9, 'restore-7'))
  pull(temp.store, restored)
  expect([shown(temp).length, temp.store.brake()]).toEqual([5, null])
})

test('let go, they lie in the trash', async () => {
  const { temp, patterns } = await libraryOf(30)
  pull(temp.store, patterns.slice(0, 25).map(trashedElsewhere))
  expect(await temp.store.answerBrake(false)).toBe(25)
  expect([shown(temp).length, temp.store.brake(), temp.store.isAnythingToSend()]).toEqual([5, null, false])
})

test('brought back, they come back everywhere, as one thing to undo', async () => {
  const { temp, patterns } = await libraryOf(60)
  pull(temp.store, patterns.slice(0, 55).map(trashedElsewhere))
  expect(await temp.store.answerBrake(true)).toBe(55)
  expect([shown(temp).length, temp.store.brake(), temp.store.waiting()]).toEqual([60, null, 55])
  expect(recordOf(temp, idOf(3))?.fields).toMatchObject({ trashed_at: null })
  expect(
    temp.db.all(sql`select label, count(*) as changes from command c join command_change h on h.command_id = c.id
    group by c.id`),
  ).toEqual([{ label: 'restore', changes: 55 }])
})

test('deleted for good elsewhere while she is asked, they come back all the same', async () => {
  const { temp, patterns } = await libraryOf(30)
  const gone = patterns.slice(0, 25)
  pull(temp.store, gone.map(trashedElsewhere))
  pull(
    temp.store,
    gone.map(({ id }) => written('pattern', id, { deleted_at: 10 }, 10)),
  )
  expect(shown(temp)).toHaveLength(30)
  expect(await temp.store.answerBrake(true)).toBe(25)
  expect([shown(temp).length, temp.store.brake(), temp.store.waiting()]).toEqual([30, null, 25])
})

test('a mass that was purged is set aside and still shown; what she types meanwhile is kept too', async () => {
  const { temp, patterns } = await libraryOf(30)
  pull(temp.store, patterns.slice(0, 25).map(purged))
  expect(shown(temp)).toHaveLength(30)
  expect(temp.store.asides()).toEqual([])
  expect(recordOf(temp, idOf(0))).toMatchObject({ purged: true, fields: {} })
  const changes = [{ table: 'pattern', id: idOf(0), set: { name: 'Swirl' } }] as const
  commit(temp, { label: 'rename', args: {}, changes })
  expect(await temp.store.answerBrake(true)).toBe(25)
  const kept = keptUuid(idOf(0))
  expect(shown(temp)).toHaveLength(30)
  expect(shown(temp)).not.toContain(idOf(0))
  expect(temp.db.values(sql`select name from pattern where id = ${kept}`)).toEqual(['Swirl'])
  expect(temp.db.values(sql`select pattern_id from file`)).toEqual([kept])
  expect(temp.db.values(sql`select id from pattern_tag where trashed_at is null`)).toEqual([
    patternTagId(kept, tagId('Dense')),
  ])
  expect(temp.db.values(sql`select pattern_id from command_change where table_name = 'pattern'`)).toEqual([kept])
})

test('a mass that was purged and is let go is gone, with what was set aside of it', async () => {
  const { temp, patterns } = await libraryOf(30)
  pull(temp.store, patterns.slice(0, 25).map(purged))
  await temp.store.answerBrake(false)
  expect([shown(temp).length, temp.store.asides(), temp.store.brake()]).toEqual([5, [], null])
  expect(temp.db.values(sql`select id from file`)).toEqual([])
})
