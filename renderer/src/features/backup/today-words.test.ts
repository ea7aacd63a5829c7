import { expect, test } from 'vitest'
import { happenedWords } from './today-words.ts'

const told = (kind: string, args: Record<string, unknown> = {}) => happenedWords({ kind, args })

test('what was backed up is told by its number, changes and files apart', () => {
  expect(told('sent', { records: 1, files: 0 })).toBe('1 change was backed up')
  expect(told('sent', { records: 12, files: 3 })).toBe('12 changes and 3 files were backed up')
  expect(told('sent', { records: 0, files: 0 })).toBeNull()
})

test('what came is told with the computer it came from, where that is known', () => {
  expect(told('came', { records: 5, computer: null })).toBe('5 changes came from your other computers')
  expect(told('came', { records: 1, computer: 'Laptop' })).toBe('1 change came from Laptop')
})

test('two values for one thing: what she did and that both are kept', () => {
  expect(told('conflict', { name: 'Feathered Plume', field: 'name' })).toBe(
    '“Feathered Plume”: you changed the name on two computers. We kept both.',
  )
})

test('every kind has a sentence with nothing left open, whatever is missing in it', () => {
  for (const kind of [
    'signed-in signed-out came files-came paused resumed offline online conflict aside refused brake compared read-again',
    'full sign-in trouble restored restore-undone computer-added computer-gone',
  ]
    .join(' ')
    .split(' '))
    expect(told(kind), kind).toMatch(/^[^{}]+$/)
})

test('a kind of a later Bobbin is not shown', () => {
  expect(told('from-the-future')).toBeNull()
})
