/** What follows in the library when the cloud has been met: undoing, deleting for good, updating. */
import { expect, onTestFinished, test } from 'vitest'
import { takeBatch } from '#shared/sync/device/batch.ts'
import type { SyncRecord } from '#shared/sync/record.ts'
import { commit } from '#library/db/commit.ts'
import { sql } from '#library/db/sql.ts'
import { DAY_MS } from '#library/testing/fake-clock.ts'
import { addPatterns, hashOf } from '#library/testing/some-patterns.ts'
import { EPOCH, patternFields, pull, purged, tempStore, written } from '#library/testing/sync-parts.ts'
import { type TempLibrary, tempLibrary } from '#library/testing/temp-library.ts'
import { readMeta, writeMeta } from './meta.ts'

async function library(options: { chores?: boolean } = {}) {
  const temp = await tempLibrary(options)
  onTestFinished(() => temp.remove())
  return temp
}

const storeOf = (temp: TempLibrary) => temp.services.syncStore

/** As if everything had been backed up. */
function metCloud(temp: TempLibrary, records: readonly SyncRecord[] = []) {
  pull(storeOf(temp), records)
  storeOf(temp).transaction(port => {
    for (const record of port.everyRecord()) port.dropEntries(record, port.entriesOf(record))
  })
}

const recordOf = (temp: TempLibrary, id: string) =>
  storeOf(temp).read(port => port.records([{ table: 'pattern', id }])[0]!)

const nameOf = ({ context }: TempLibrary, id: string) =>
  context.db.values<string>(sql`select name from pattern where id = ${id}`)[0]

test('undoing gives back what she typed over, but never runs over what came from another computer since', async () => {
  const temp = await library()
  const [id] = await addPatterns(temp.context, [{ name: 'Feather' }])
  metCloud(temp)
  await temp.call('patterns.edit', { ids: [id!], set: { name: 'Swirl', notes: 'ten inches' } })
  const later = temp.clock.now() + DAY_MS
  pull(storeOf(temp), [written('pattern', id!, { name: 'Leaf' }, later)])
  const undone = await temp.call('undo.undo', {})
  expect(undone.args).toMatchObject({ left: 1 })
  expect([nameOf(temp, id!), recordOf(temp, id!).fields['notes']]).toEqual(['Leaf', ''])
  // The same word, typed there: it is hers no more.
  await temp.call('patterns.edit', { ids: [id!], set: { name: 'Rose' } })
  const [ms] = recordOf(temp, id!).stamps['name']!
  pull(storeOf(temp), [written('pattern', id!, { name: 'Rose' }, ms + 1)])
  await temp.call('undo.undo', {})
  expect(nameOf(temp, id!)).toBe('Rose')
})

test('an undone edit is stamped and waits like any other', async () => {
  const temp = await library()
  const [id] = await addPatterns(temp.context, [{ name: 'Feather' }])
  metCloud(temp)
  await temp.call('patterns.edit', { ids: [id!], set: { name: 'Swirl' } })
  const typed = recordOf(temp, id!).stamps['name']!
  await temp.call('undo.undo', {})
  expect(recordOf(temp, id!).stamps['name']![0]).toBeGreaterThan(typed[0])
  const entries = storeOf(temp).read(port => port.entriesOf({ table: 'pattern', id: id! }))
  expect(entries).toMatchObject([{ field: 'name', value: 'Feather' }])
})

test('before the cloud was met, deleting for good leaves nothing at all', async () => {
  const temp = await library()
  const [id] = await addPatterns(temp.context, [{ name: 'Feather', tags: ['Dense'], contents: ['feather'] }])
  await temp.call('trash.put', { ids: [id!] })
  await temp.call('trash.deleteForGood', { ids: [id!] })
  expect(temp.context.db.values(sql`select table_name from sync_row order by 1`)).toEqual(['tag'])
  expect(await temp.context.originals.has(hashOf('feather'))).toBe(false)
})

test('after that it goes from sight at once, and its file when the cloud purges it', async () => {
  const temp = await library()
  const [id] = await addPatterns(temp.context, [{ name: 'Feather', tags: ['Dense'], contents: ['feather'] }])
  await temp.call('trash.put', { ids: [id!] })
  metCloud(temp)
  expect(await temp.call('trash.deleteForGood', { ids: [id!] })).toEqual({ deleted: 1 })
  expect((await temp.call('library.info', {})).counts).toMatchObject({ patterns: 0, trashed: 0 })
  expect(recordOf(temp, id!).fields).toMatchObject({ name: 'Feather', deleted_at: expect.any(Number) })
  expect(storeOf(temp).waiting()).toBe(1)
  expect((await temp.call('library.verify', {})).fixed).toEqual([])
  expect(await temp.context.originals.has(hashOf('feather'))).toBe(true)
  const record = recordOf(temp, id!)
  storeOf(temp).transaction(port => port.dropEntries(record, port.entriesOf(record)))
  pull(storeOf(temp), [purged(record)])
  await storeOf(temp).idle()
  expect(storeOf(temp).asides()).toEqual([])
  expect(await temp.context.originals.has(hashOf('feather'))).toBe(false)
})

test('what was put back on another computer meanwhile is there again, with its tags and files', async () => {
  const temp = await library()
  const [id] = await addPatterns(temp.context, [{ name: 'Feather', tags: ['Dense'], contents: ['feather'] }])
  await temp.call('trash.put', { ids: [id!] })
  metCloud(temp)
  await temp.call('trash.deleteForGood', { ids: [id!] })
  pull(storeOf(temp), [written('pattern', id!, { trashed_at: null }, temp.clock.now() + DAY_MS)])
  const { patterns } = await temp.call('patterns.list', { query: 'dense' })
  expect(patterns.map(({ name }) => name)).toEqual(['Feather'])
  expect(temp.context.db.values(sql`select hash from file`)).toEqual([hashOf('feather')])
  // And once more in the trash it lies there, as any other.
  await temp.call('trash.put', { ids: [id!] })
  expect((await temp.call('library.info', {})).counts).toMatchObject({ trashed: 1 })
})

test('once the cloud was met, thirty days in the trash take nothing away here: the cloud counts its own nights', async () => {
  const temp = await library({ chores: true })
  const [id] = await addPatterns(temp.context, [{ name: 'Feather' }])
  await temp.call('trash.put', { ids: [id!] })
  metCloud(temp)
  temp.clock.pass(31 * DAY_MS)
  await temp.reopen()
  await temp.library.settled
  expect(nameOf(temp, id!)).toBe('Feather')
})

test('files of what was set aside stay until she lets it go', async () => {
  const temp = await library()
  const [id] = await addPatterns(temp.context, [{ name: 'Feather', contents: ['feather'] }])
  metCloud(temp)
  const known = recordOf(temp, id!)
  await temp.call('patterns.edit', { ids: [id!], set: { name: 'Swirl' } })
  pull(storeOf(temp), [purged(known)])
  await storeOf(temp).idle()
  expect(storeOf(temp).asides()).toHaveLength(1)
  expect((await temp.call('library.verify', {})).fixed).toEqual([])
  expect(await temp.context.originals.has(hashOf('feather'))).toBe(true)
  storeOf(temp).transaction(port => port.dropAside(known))
  await storeOf(temp).idle()
  expect(await temp.context.originals.has(hashOf('feather'))).toBe(false)
})

test('after the update that knows them, fields that were kept aside are used', async () => {
  const temp = await tempStore()
  const id = '0190b8a0-1111-7000-8000-000000000001'
  pull(temp.store, [written('pattern', id, { ...patternFields('Leaf'), notes: 'by Bea' }, 5)])
  // As an older Bobbin, which knew no notes, left it.
  temp.db.run(sql`update pattern set notes = ''`)
  temp.db.run(sql`update sync_row set extra = '{"notes":"by Bea"}'`)
  writeMeta(temp.db, { shelf: 'older' })
  temp.store.adopt()
  await temp.store.idle()
  expect(temp.db.values(sql`select notes from pattern`)).toEqual(['by Bea'])
  expect(temp.db.values(sql`select extra from sync_row`)).toEqual([null])
  expect(temp.db.values(sql`select notes from pattern_doc`)).toEqual(['by Bea'])
  expect(readMeta(temp.db).shelf).not.toBe('older')
})

test('what is broken off in the middle leaves rows, place and words as they were', async () => {
  const temp = await tempStore()
  const id = '0190b8a0-1111-7000-8000-000000000001'
  commit(temp, {
    label: 'import',
    args: {},
    changes: [{ table: 'pattern', id, set: { name: 'Feather', kind: 'border', state: 'readable' } }],
  })
  const before = temp.db.all(sql`select * from sync_row`)
  const rows = [{ ...written('pattern', id, { name: 'Leaf' }, temp.clock.now() + 9), seq: 1 }]
  expect(() =>
    temp.store.transaction(port => {
      const from = { handle: null, offset: '-1' }
      takeBatch(port, { epoch: EPOCH, handle: `${EPOCH}~1`, offset: '1_0', from, rows, upToDate: true })
      throw new Error('cut off')
    }),
  ).toThrow('cut off')
  expect(temp.db.all(sql`select * from sync_row`)).toEqual(before)
  expect(temp.db.values(sql`select name from pattern_doc`)).toEqual(['feather'])
  expect(temp.store.meta()).toMatchObject({ epoch: null, handle: null, offset: '-1' })
})
