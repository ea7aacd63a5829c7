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

test('this computer’s own that came back, and a library that came to a new one, are told as that', () => {
  expect(told('came-back', { records: 2 })).toBe('2 changes of this computer came back from the backup')
  expect(told('arrived', { patterns: 15_651 })).toBe('15,651 patterns came to this computer')
})

test('many patterns that were thrown away are told with the computer that did it, where that is known', () => {
  expect(told('brake', { patterns: 25, computer: 'Laptop' })).toBe(
    '25 patterns were thrown away on Laptop. Bobbin kept them here until you say.',
  )
  expect(told('brake', { patterns: 25, computer: null })).toContain('on another computer')
})

test('what needs her is told by its name; of many, one is named and the rest is a number', () => {
  expect(told('refused', { name: 'Plume', more: 0 })).toBe('“Plume” could not be backed up. It is safe here.')
  expect(told('refused', { name: 'Plume', more: 11 })).toBe(
    '“Plume” and 11 more could not be backed up. They are safe here.',
  )
  expect(told('conflict', { name: 'Plume', field: 'name', more: 3 })).toBe(
    '“Plume” and 3 more: you changed them on two computers. We kept both of each.',
  )
})

test('a restore that another computer asked for is told without its day, which is not known here', () => {
  expect(told('restored', { records: 3, at: null })).toBe('Your library was put back to an earlier day: 3 changes')
})

test('two values for one thing, on two computers that are known: both are named', () => {
  const both = { name: 'Plume', field: 'notes', more: 0, computer: 'Studio', other: 'Laptop' }
  expect(told('conflict', both)).toBe('“Plume”: you changed the notes on Studio and on Laptop. We kept both.')
  expect(told('conflict', { ...both, other: 'Studio' })).toContain('on two computers')
})

test('two values for one thing: what she did and that both are kept', () => {
  expect(told('conflict', { name: 'Feathered Plume', field: 'name' })).toBe(
    '“Feathered Plume”: you changed the name on two computers. We kept both.',
  )
})

test('every kind has a sentence with nothing left open, whatever is missing in it', () => {
  for (const kind of [
    'signed-in signed-out came files-came paused resumed offline online conflict aside refused brake compared read-again',
    'full sign-in trouble trouble-over came-back arrived restored restore-undone computer-added computer-gone',
  ]
    .join(' ')
    .split(' '))
    expect(told(kind), kind).toMatch(/^[^{}]+$/)
})

test('a kind of a later Bobbin is not shown', () => {
  expect(told('from-the-future')).toBeNull()
})
