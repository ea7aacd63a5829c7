import { expect, test } from 'vitest'
import { takeAnswer } from '#shared/sync/device/answer.ts'
import { recordsToPush } from '#shared/sync/device/push.ts'
import type { RecordKey } from '#shared/sync/record.ts'
import type { RecordAnswer } from '#shared/sync/wire.ts'
import { commit } from '#library/db/commit.ts'
import { patternTagId, tagId } from '#library/db/derived-id.ts'
import { sql } from '#library/db/sql.ts'
import { EPOCH, patternFields, pull, purged, tempStore, written } from '#library/testing/sync-parts.ts'

type Temp = Awaited<ReturnType<typeof tempStore>>

const P = '0190b8a0-1111-7000-8000-000000000001'
const key = { table: 'pattern', id: P } as const

function make(temp: Temp, set: Record<string, string | number | null> = {}) {
  commit(temp, {
    label: 'import',
    args: {},
    changes: [{ table: 'pattern', id: P, set: { name: 'Feather', kind: 'border', state: 'readable', ...set } }],
  })
}

function rename(temp: Temp, name: string) {
  commit(temp, { label: 'rename', args: {}, changes: [{ table: 'pattern', id: P, set: { name } }] })
}

/** The cloud takes everything that waits. */
function pushed({ store }: Temp, answer: (entries: number) => RecordAnswer = takesAll) {
  const sent = store.read(port => recordsToPush(port))
  store.transaction(port =>
    takeAnswer(port, sent, {
      status: 'done',
      epoch: EPOCH,
      now: 1,
      records: sent.map(({ entries }) => answer(entries.length)),
    }),
  )
  return sent
}

const takesAll = (entries: number): RecordAnswer => ({
  outcome: 'stored',
  named: Array.from({ length: entries }, (_, place) => place),
  renew: false,
})

const names = ({ db }: Temp) => db.values<string>(sql`select name from pattern where trashed_at is null order by name`)
const recordOf = ({ store }: Temp, at: RecordKey = key) => store.read(port => port.records([at])[0] ?? null)
const entriesOf = ({ store }: Temp, at: RecordKey = key) => store.read(port => port.entriesOf(at))

test('a hundred names typed one over the other wait as one, over nothing', async () => {
  const temp = await tempStore()
  make(temp)
  for (let count = 0; count < 100; count++) rename(temp, `Feather ${count}`)
  const mine = entriesOf(temp).filter(({ field }) => field === 'name')
  expect(mine).toMatchObject([{ value: 'Feather 99', base: null, again: false, held: null }])
  expect(mine[0]!.stamp).toEqual(recordOf(temp)!.stamps['name'])
})

test('a value nobody set is not sent; that a tag made here is not in the trash is', async () => {
  const temp = await tempStore()
  make(temp, { notes: '', favourite: 0, designer_id: null })
  expect(Object.keys(recordOf(temp)!.fields).sort()).toEqual(['created_at', 'kind', 'name', 'state'])
  const tag = { table: 'tag', id: tagId('Dense') } as const
  commit(temp, { label: 'make-tag', args: {}, changes: [{ ...tag, set: { name: 'Dense' } }] })
  const [createdAt] = temp.db.values<number>(sql`select created_at from tag`)
  expect(recordOf(temp, tag)!.fields).toEqual({ name: 'Dense', created_at: createdAt, trashed_at: null })
})

test('exactly what the cloud took stops waiting', async () => {
  const temp = await tempStore()
  make(temp)
  pull(temp.store, [])
  expect(temp.store.waiting()).toBe(1)
  pushed(temp)
  expect([temp.store.waiting(), temp.store.isAnythingToSend()]).toEqual([0, false])
  const base = recordOf(temp)!.stamps['name']
  rename(temp, 'Swirl')
  expect(entriesOf(temp)).toMatchObject([{ field: 'name', value: 'Swirl', base }])
})

test('what another computer typed is shown and found, and what waits here is kept beside it', async () => {
  const temp = await tempStore()
  make(temp)
  const later = temp.clock.now() + 60_000
  const { applied } = pull(temp.store, [written('pattern', P, { name: 'Leaf', notes: 'by Bea' }, later)])
  expect(applied).toHaveLength(1)
  expect(names(temp)).toEqual(['Leaf'])
  expect(temp.db.values(sql`select name from pattern_doc`)).toEqual(['leaf'])
  expect(temp.db.values(sql`select sort_key from pattern`)).toEqual(['leaf'])
  expect(entriesOf(temp).find(({ field }) => field === 'name')).toMatchObject({ value: 'Feather' })
})

test('what comes from the cloud is nothing to undo, and columns and windows hear of it', async () => {
  const temp = await tempStore()
  make(temp)
  const told: unknown[] = []
  temp.events.on('patterns.changed', ({ ids }) => told.push(ids))
  temp.events.on('tags.changed', () => told.push('tags'))
  const commands = temp.db.values(sql`select count(*) from command_change`)
  pull(temp.store, [
    written('pattern', P, { name: 'Leaf' }, temp.clock.now() + 1),
    written('tag', tagId('Dense'), { name: 'Dense', created_at: 1, trashed_at: null }, 5),
    written('pattern_tag', patternTagId(P, tagId('Dense')), { pattern_id: P, tag_id: tagId('Dense') }, 5),
  ])
  expect(told).toEqual([[P], 'tags'])
  expect(temp.db.values(sql`select count(*) from command_change`)).toEqual(commands)
  expect(temp.db.values(sql`select tags from pattern_doc`)).toEqual(['dense'])
})

test('fields and tables of a newer Bobbin are kept and handed on, also through an edit made here', async () => {
  const temp = await tempStore()
  const quilt = written('quilt', 'q', { name: 'Anna’s', size: { w: 60, h: [1, null] } }, 5)
  const newer = written('pattern', P, { ...patternFields('Leaf'), hoop: '5x7', favourite: 'very', created_at: 3 }, 5)
  pull(temp.store, [newer, quilt])
  rename(temp, 'Swirl')
  expect(recordOf(temp)!.fields).toEqual({ ...newer.fields, name: 'Swirl' })
  expect(recordOf(temp, quilt)).toMatchObject(quilt)
  expect(temp.db.all(sql`select name, favourite, created_at from pattern`)).toEqual([
    { name: 'Swirl', favourite: 0, created_at: 3 },
  ])
})

test('a word of a newer Bobbin is shown as one this one knows, and handed on as it is', async () => {
  const temp = await tempStore()
  pull(temp.store, [written('pattern', P, { ...patternFields('Leaf'), kind: 'applique' }, 5)])
  expect(temp.db.values(sql`select kind from pattern`)).toEqual(['other'])
  rename(temp, 'Swirl')
  expect(recordOf(temp)!.fields).toMatchObject({ name: 'Swirl', kind: 'applique' })
  commit(temp, { label: 'set-kind', args: {}, changes: [{ ...key, set: { kind: 'block' } }] })
  expect(recordOf(temp)!.fields['kind']).toBe('block')
})

test('a record that is not whole yet waits until it is', async () => {
  const temp = await tempStore()
  pull(temp.store, [written('pattern', P, { notes: 'by Bea' }, 5)])
  expect(names(temp)).toEqual([])
  pull(temp.store, [written('pattern', P, patternFields('Leaf'), 6)])
  expect(temp.db.all(sql`select name, notes from pattern`)).toEqual([{ name: 'Leaf', notes: 'by Bea' }])
})

test('a tag of which only a part has come yet can be made here meanwhile', async () => {
  const temp = await tempStore()
  const tag = { table: 'tag', id: tagId('Dense') } as const
  pull(temp.store, [written('tag', tag.id, { pinned: 1 }, 5)])
  expect(temp.db.values(sql`select id from tag`)).toEqual([])
  commit(temp, { label: 'make-tag', args: {}, changes: [{ ...tag, set: { name: 'Dense' } }] })
  expect(temp.db.all(sql`select name, pinned from tag`)).toEqual([{ name: 'Dense', pinned: 1 }])
  expect(recordOf(temp, tag)!.fields).toMatchObject({ name: 'Dense', pinned: 1, trashed_at: null })
})

test('a purge takes the pattern with all that is its own; the records of that stay as the cloud has them', async () => {
  const temp = await tempStore()
  const pattern = written('pattern', P, { ...patternFields('Leaf'), trashed_at: 4 }, 5)
  const file = written(
    'file',
    '0190b8a0-2222-7000-8000-000000000002',
    { pattern_id: P, hash: 'h', name: 'a.qli', role: 'design', format: 'qli', bytes: 3, created_at: 1 },
    5,
  )
  pull(temp.store, [pattern, file])
  rename(temp, 'Swirl')
  pushed(temp)
  pull(temp.store, [purged({ ...pattern, stamps: recordOf(temp)!.stamps })])
  expect(temp.db.all(sql`select id from pattern union all select id from file`)).toEqual([])
  expect(temp.db.values(sql`select count(*) from command_change`)).toEqual([0])
  expect(temp.db.values(sql`select count(*) from pattern_doc`)).toEqual([0])
  expect(recordOf(temp)).toMatchObject({ purged: true, fields: {} })
  expect(recordOf(temp, file)).toMatchObject(file)
  expect(temp.store.asides()).toEqual([])
})

test('what was typed here and the purge did not know is set aside with all its values', async () => {
  const temp = await tempStore()
  const pattern = written('pattern', P, { ...patternFields('Leaf'), trashed_at: 4 }, 5)
  pull(temp.store, [pattern])
  rename(temp, 'Swirl')
  pull(temp.store, [purged(pattern)])
  expect(temp.store.asides()).toMatchObject([{ id: P, fields: { name: 'Swirl', kind: 'border' } }])
  expect(temp.store.isAnythingToSend()).toBe(false)
})

test('a value the cloud refuses is kept with the sentence, and sent again when the record is edited', async () => {
  const temp = await tempStore()
  make(temp)
  pull(temp.store, [])
  pushed(temp, entries => ({
    outcome: 'refused',
    named: Array.from({ length: entries }, (_, place) => place),
    code: 'too-large',
    message: 'Too large.',
  }))
  expect([temp.store.isAnythingToSend(), temp.store.heldKeys()]).toEqual([false, [key]])
  rename(temp, 'Swirl')
  expect([temp.store.waiting(), temp.store.heldKeys()]).toEqual([1, []])
  expect(entriesOf(temp).find(({ field }) => field === 'kind')).toMatchObject({ value: 'border', held: null })
})
