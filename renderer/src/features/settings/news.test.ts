import { expect, test } from 'vitest'
import changelog from '#changelog?raw'
import { newsOf } from './news.ts'

test('each version has its lines, newest first', () => {
  expect(newsOf('# New\n\n## 0.2\n\n- Added: a\n- Better: b\n\n## 0.1\n- Added: c\n')).toEqual([
    { version: '0.2', lines: ['Added: a', 'Better: b'] },
    { version: '0.1', lines: ['Added: c'] },
  ])
})

test('a version without a line is not news', () => {
  expect(newsOf('## 0.3\n\n## 0.2\n- Added: a\n').map(one => one.version)).toEqual(['0.2'])
})

test('every line of the real list begins with Added, Better or Fixed', () => {
  const lines = newsOf(changelog).flatMap(one => one.lines)
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(line).toMatch(/^(Added|Better|Fixed): /)
})
