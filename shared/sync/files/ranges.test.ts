import { describe, expect, test } from 'vitest'
import { contentRange, readContentRange, readRange } from './ranges.ts'

describe('the range of a part that is sent', () => {
  test('one that is whole and inside its total is understood, and written the same', () => {
    expect(readContentRange('bytes 0-9/10')).toEqual({ from: 0, to: 9, total: 10 })
    expect(contentRange({ from: 1048576, to: 1048599, total: 1048600 })).toBe('bytes 1048576-1048599/1048600')
  })

  test.each([
    'bytes 5-4/10',
    'bytes 0-10/10',
    'bytes */10',
    'bytes 0-9/*',
    'bytes 00-9/10',
    'bytes -1-9/10',
    'bytes 0-9/10, 0-1/10',
    'bytes 0-1e3/9999',
    'bytes 0-9/99999999999999999999',
    'items 0-9/10',
    ' bytes 0-9/10',
    '',
  ])('%j is refused', text => expect(readContentRange(text)).toBeNull())
})

describe('the range that is asked', () => {
  test.each([
    [undefined, 'whole'],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=10-1000', { from: 10, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=-1000', { from: 0, to: 99 }],
    ['bytes=100-', 'beyond'],
    ['bytes=-0', 'beyond'],
    // HTTP lets these be answered with the whole.
    ['bytes=9-3', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['items=0-1', 'whole'],
    ['bytes=a-b', 'whole'],
  ])('%j of a hundred bytes', (text, answer) => expect(readRange(text, 100)).toEqual(answer))

  test('of an empty file every part lies outside', () => {
    expect(readRange('bytes=0-', 0)).toBe('beyond')
    expect(readRange(undefined, 0)).toBe('whole')
  })
})
