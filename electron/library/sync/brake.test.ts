import { expect, onTestFinished, test, vi } from 'vitest'
import { startStubCloud } from './testing/stub-cloud.ts'
import { tempComputer, until } from './testing/temp-computer.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Rows are applied five hundred in one go. */
const PATTERNS = 700
/** Of these not one step holds a mass; all of them are one. */
const EVERY = 30

test('a mass is a mass when the answer that brings it is applied in steps', async () => {
  const cloud = await startStubCloud()
  const laptop = await tempComputer('laptop')
  onTestFinished(async () => {
    await laptop.remove()
    await cloud.close()
  })
  laptop.clock.set(Date.now())
  const ids = Array.from({ length: PATTERNS }, (_, index) => laptop.addPattern(`Pattern ${index}`))
  await laptop.signIn(cloud.url)
  await laptop.call('sync.now', {})
  laptop.world.isOnline = false
  await laptop.call('sync.now', {})
  const stamp: [number, number, string] = [Date.now() + 5_000, 0, '0190b8a0-0000-7000-8000-00000000e15e']
  ids.forEach((id, place) => {
    const there = cloud.records.get(`pattern ${id}`)!
    const [field, value] = place % EVERY === 0 ? ['trashed_at', stamp[0]] : ['notes', 'Looked at']
    const [fields, stamps] = [
      { ...there.fields, [field!]: value! },
      { ...there.stamps, [field!]: stamp },
    ]
    cloud.put({ ...there, fields, stamps })
  })
  laptop.world.isOnline = true
  await laptop.call('sync.now', {})
  const notes = "select count(*) from pattern where notes = 'Looked at'"
  const count = (text: string) => laptop.context.db.values<number>({ text, params: [] })[0]
  const trashed = Math.ceil(PATTERNS / EVERY)
  await until('all of it', () => count(notes) === PATTERNS - trashed)
  expect(count('select count(*) from pattern where trashed_at is null')).toBe(PATTERNS)
  expect((await laptop.call('sync.attention', {})).brake).toMatchObject({ total: trashed })
})
