import { expect, test } from 'vitest'
import { DESCRIPTOR_VERSION } from '#shared/shape/describe.ts'
import { DIMS } from '#shared/shape/dims.ts'
import { sql } from '../db/sql.ts'
import { descriptionOf } from '../db/tables/descriptor.ts'
import { addRealPattern, fixture } from '../testing/real-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

const QLI = 'generated/line-arc.qli'
const never = () => new AbortController().signal

async function libraryWithOne() {
  const temp = await tempLibrary()
  const id = await addRealPattern(temp.context, { name: 'Hers', files: [{ name: 'swirl.qli', bytes: fixture(QLI) }] })
  const { db } = temp.context
  const hash = db.values<string>(sql`select main_hash from pattern`)[0]!
  return { temp, id, db, hash }
}

test('a pattern that is brought in is described at once', async () => {
  const { db, hash } = await libraryWithOne()
  const description = descriptionOf(db, hash)
  expect(description?.vector).toHaveLength(DIMS)
  expect(description?.localScaleMm).toBeGreaterThan(0)
})

test('patterns that were here before are described after the start, once, and come out the same', async () => {
  const { temp, db, hash } = await libraryWithOne()
  const before = descriptionOf(db, hash)
  db.run(sql`delete from descriptor`)
  const { describing } = temp.services
  expect(await describing.outdated(never())).toBe(1)
  expect(descriptionOf(db, hash)).toEqual(before)
  expect(await describing.outdated(never())).toBe(0)
})

test('a description by an older Bobbin counts as none and is made again', async () => {
  const { temp, db, hash } = await libraryWithOne()
  db.run(sql`update descriptor set version = ${DESCRIPTOR_VERSION - 1}`)
  expect(descriptionOf(db, hash)).toBeNull()
  expect(await temp.services.describing.outdated(never())).toBe(1)
  expect(descriptionOf(db, hash)).not.toBeNull()
})

test('a pattern whose file is gone is looked at once and not again', async () => {
  const { temp, db, hash } = await libraryWithOne()
  db.run(sql`delete from descriptor`)
  await temp.context.originals.remove(hash)
  expect(await temp.services.describing.outdated(never())).toBe(1)
  expect(await temp.services.describing.outdated(never())).toBe(0)
  expect(descriptionOf(db, hash)).toBeNull()
})

test('describing that is stopped goes on where it was', async () => {
  const { temp, db } = await libraryWithOne()
  db.run(sql`delete from descriptor`)
  await expect(temp.services.describing.outdated(AbortSignal.abort())).rejects.toThrow()
  expect(await temp.services.describing.outdated(never())).toBe(1)
})

test('a pattern removed for good takes its description with it', async () => {
  const { temp, id, db } = await libraryWithOne()
  await temp.call('trash.put', { ids: [id] })
  await temp.call('trash.deleteForGood', { ids: [id] })
  expect(db.values(sql`select hash from descriptor`)).toEqual([])
})
