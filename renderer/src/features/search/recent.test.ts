import { expect, test } from 'vitest'
import { withSearch } from './recent.ts'

test('the newest search stands first, the same words only once, and twelve are enough', () => {
  expect(withSearch(['leaf', 'Feather'], 'feather')).toEqual(['feather', 'leaf'])
  const many = Array.from({ length: 20 }, (_, index) => `search ${index}`).reduce(withSearch, [] as string[])
  expect(many).toHaveLength(12)
  expect(many[0]).toBe('search 19')
})
