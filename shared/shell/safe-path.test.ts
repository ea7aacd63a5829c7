import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeSegments } from './safe-path.ts'

describe('a name from outside', () => {
  test.each([
    ['feathers/Swirl%20border.qli', ['feathers', 'Swirl border.qli']],
    ['50%25%20feather.qli', ['50% feather.qli']],
    ['%C3%84rmel/%E2%9D%A4.dxf', ['Ärmel', '❤.dxf']],
    ['..hidden/a..b', ['..hidden', 'a..b']],
    ['console.qli', ['console.qli']],
  ])('%s is a file below the folder', (encoded, segments) => {
    expect(safeSegments(encoded, 'linux')).toEqual(segments)
  })

  test.each([
    '',
    '/etc/passwd',
    '%2Fetc%2Fpasswd',
    '..',
    '../a',
    'a/../b',
    'a/./b',
    'a//b',
    'a/',
    '%2e%2e/a',
    '%252e%252e/a',
    '%25252e%25252e%25252fa',
    'a%5cb',
    '..%5c..%5ca',
    'a%255cb',
    'a%252fb',
    'a%00.qli',
    'a%2500.qli',
    'a%0d%0ab',
    'con',
    'NUL.qli',
    'a/com1.dxf',
    'LPT%C2%B9',
    'aux%20',
    '%ff',
    '%',
    `${'a/'.repeat(40)}b`,
    'a'.repeat(256),
    Array.from({ length: 8 }, () => 'b'.repeat(200)).join('/'),
  ])('%s is refused', encoded => {
    expect(safeSegments(encoded, 'linux')).toBeNull()
  })

  test.each(['c:', 'C:/a', 'a.qli:stream', 'dot.', 'blank%20', 'what%3F'])('%s is refused on Windows', encoded => {
    expect(safeSegments(encoded, 'win32')).toBeNull()
  })

  test('never leads out of its folder, whatever it is', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', '%', '2e', '2f', '5c', '25', 'a', 'C:', '\0', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        for (const segment of safeSegments(pieces.join(''), 'win32') ?? []) {
          expect(segment).not.toMatch(/^\.{0,2}$|[/\\\0:]/)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
