import { expect, onTestFinished, test } from 'vitest'
import { tempLibrary } from './testing/temp-library.ts'

test('a new library opens empty and keeps its own id', async () => {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const info = await temp.call('library.info', {})
  expect(info.counts.patterns).toBe(0)
  expect(await temp.call('patterns.list', {})).toEqual({ total: 0, patterns: [] })
  await temp.reopen()
  expect((await temp.call('library.info', {})).libraryId).toBe(info.libraryId)
})
