import { expect, test } from 'vitest'
import { sql } from '../db/sql.ts'
import { addRealPattern, fixture } from '../testing/real-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

const QLI = 'generated/line-arc.qli'

async function libraryWithOne() {
  const temp = await tempLibrary()
  const id = await addRealPattern(temp.context, { name: 'Hers', files: [{ name: 'swirl.qli', bytes: fixture(QLI) }] })
  const get = () => temp.call('patterns.get', { id })
  return { temp, id, get, db: temp.context.db }
}

test('a picture that was lost is drawn again from the kept file, and her own words stay', async () => {
  const { temp, id, get, db } = await libraryWithOne()
  const before = await get()
  db.run(sql`update original set sketch = null`)
  db.run(sql`update pattern set main_hash = null, state = 'unreadable', width_mm = 1, stitched_mm = null`)
  expect(await temp.call('patterns.redraw', { ids: [id] })).toEqual({ patterns: 1 })
  expect(await get()).toMatchObject({
    name: 'Hers',
    state: 'readable',
    sketchKey: before.sketchKey,
    widthMm: before.widthMm,
    runs: 1,
  })
  const { sketches } = await temp.call('patterns.sketches', { keys: [before.sketchKey!] })
  expect(sketches[0]).toBeInstanceOf(Uint8Array)
})

test('drawing again is nothing to undo', async () => {
  const { temp, id } = await libraryWithOne()
  const { undo } = await temp.call('library.info', {})
  await temp.call('patterns.redraw', { ids: [id] })
  expect((await temp.call('library.info', {})).undo).toEqual(undo)
})

test('the window is told which pictures to ask for again', async () => {
  const { temp, id, get } = await libraryWithOne()
  const told: unknown[] = []
  temp.library.events.on('pictures.changed', payload => told.push(payload))
  await temp.call('patterns.redraw', { ids: [id] })
  expect(told).toEqual([{ keys: [(await get()).sketchKey] }])
})

test('what an older reader read is read again after an update, once', async () => {
  const { temp, db, get } = await libraryWithOne()
  const before = await get()
  db.run(sql`update original set parse_version = 0, sketch = null`)
  const { rereading } = temp.services
  expect(await rereading.outdated(new AbortController().signal)).toBe(1)
  expect(await rereading.outdated(new AbortController().signal)).toBe(0)
  expect((await get()).sketchKey).toBe(before.sketchKey)
})

test('a size that only the catalogue knew is kept', async () => {
  const temp = await tempLibrary()
  const bytes = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" width="100%" viewBox="0 0 10 5"><path d="M0 0L10 5"/></svg>',
  )
  const id = await addRealPattern(temp.context, { name: 'Drawn', files: [{ name: 'drawn.svg', bytes }] })
  temp.context.db.run(
    sql`update pattern set width_mm = 254, height_mm = 127, size_source = 'catalogue' where id = ${id}`,
  )
  await temp.call('patterns.redraw', { ids: [id] })
  expect(await temp.call('patterns.get', { id })).toMatchObject({ widthMm: 254, heightMm: 127 })
})
