import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sql } from '#library/db/sql.ts'
import { addPatterns, hashOf } from '#library/testing/some-patterns.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'
import { createMarks, type Marks } from './marks.ts'

const [ONE, TWO] = [hashOf('One.qli'), hashOf('Two.qli')]
let temp: TempLibrary
let marks: Marks
let written: number
let troubles: unknown[]

beforeEach(async () => {
  temp = await tempLibrary()
  await addPatterns(temp.context, [{ name: 'One' }, { name: 'Two' }])
  written = 0
  troubles = []
  const { db, clock } = temp.context
  const onTrouble = (error: unknown) => troubles.push(error)
  marks = createMarks({ db, clock, everyMs: 5, written: () => written++, onTrouble })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await temp.remove()
})

const storedAt = (hash: string): number | null =>
  temp.context.db.values<number | null>(sql`select stored_at from cloud_file where hash = ${hash}`)[0]!

test('what several answers named is written in one go, by itself', async () => {
  marks.add([ONE])
  marks.add([TWO])
  expect(storedAt(ONE)).toBeNull()
  await expect.poll(() => storedAt(TWO)).not.toBeNull()
  expect(storedAt(ONE)).not.toBeNull()
  expect(written).toBe(1)
})

test('nothing counts as said later than it was: a cloud restored in between is asked again', () => {
  const { clock } = temp
  marks.add([ONE])
  const restored = clock.now()
  clock.set(restored + 1_000)
  marks.add([TWO])
  marks.write()
  for (const hash of [ONE, TWO]) expect(storedAt(hash)).toBeLessThan(restored)
})

test('inside a transaction it is written with it, and told when that is on the disk', () => {
  marks.add([ONE])
  temp.context.db.transaction(() => {
    marks.write()
    expect(written).toBe(0)
  })
  expect(written).toBe(1)
  expect(storedAt(ONE)).not.toBeNull()
})

test('what a full disk did not take is written later', () => {
  const full = vi.spyOn(temp.context.db, 'transaction').mockImplementation(() => {
    throw new Error('the disk is full')
  })
  marks.add([ONE])
  marks.flush()
  expect(troubles).toHaveLength(1)
  expect(() => marks.write()).toThrow('full')
  full.mockRestore()
  marks.write()
  expect(storedAt(ONE)).not.toBeNull()
})
