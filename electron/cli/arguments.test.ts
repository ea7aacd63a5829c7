import { expect, test } from 'vitest'
import { parseCommand, splitCommand } from './arguments.ts'
import { UsageError } from './command.ts'

test('options for every command may stand before its name', () => {
  const rest = ['--json', '--library', 'import', 'a']
  expect(splitCommand(['--json', '--library', 'import', 'list', 'a'])).toEqual({ name: 'list', rest })
  expect(splitCommand(['--library=x', 'list'])).toEqual({ name: 'list', rest: ['--library=x'] })
  expect(splitCommand(['--help'])).toEqual({ name: null, rest: ['--help'] })
})

test('a number may be negative, and a lone dash is a word', () => {
  const { words, values } = parseCommand(['-', 'a', '--rotate', '-90', '--json'], { rotate: { type: 'string' } })
  expect(words).toEqual(['-', 'a'])
  expect(values).toEqual({ rotate: '-90', json: true })
})

test.each([['--what'], ['--limit'], ['--json=yes'], ['-x'], ['--limit', '--json']])(
  '%s %s is wrong usage',
  (...args) => {
    expect(() => parseCommand(args, { limit: { type: 'string' } })).toThrow(UsageError)
  },
)
