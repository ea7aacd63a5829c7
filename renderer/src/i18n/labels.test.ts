import { expect, test } from 'vitest'
import { COMMAND_LABELS } from '#shared/commands/labels.ts'
import { doneWords, redoWords, revertedWords, undoWords } from './labels.ts'

const args = { count: 3, name: 'Feather', other: 'Plume', designer: 'Anna', machine: 'Statler', kind: 'border' }

test.each(COMMAND_LABELS)('%s is named in the history and in the menu, for one pattern and for several', label => {
  for (const count of [1, 3]) {
    const command = { label, args: { ...args, count } }
    for (const words of [doneWords(command), undoWords(command), redoWords(command)]) {
      expect(words).toMatch(/^[\dA-Z“]/)
      expect(words).not.toMatch(/\{\{|label\.|“”|undefined/)
    }
    expect(undoWords(command)).toMatch(/^Undo ./)
  }
})

test('undo and redo name the thing and its number', () => {
  expect(undoWords({ label: 'trash', args: { count: 3 } })).toBe('Undo moving 3 patterns to the trash')
  expect(redoWords({ label: 'trash', args: { count: 1 } })).toBe('Redo moving 1 pattern to the trash')
  expect(undoWords({ label: 'collect', args: { count: 15651, name: 'Winter' } })).toBe(
    'Undo adding 15,651 patterns to “Winter”',
  )
})

test('a label of a later Bobbin is a plain undo', () => {
  expect(undoWords({ label: 'from-the-future', args: {} })).toBe('Undo')
  expect(undoWords(null)).toBe('Undo')
  expect(doneWords({ label: 'from-the-future', args: {} })).toBeNull()
})

test('after an undo she reads what was undone, and what was left because it was changed since', () => {
  const change = { commandId: 1, patterns: 3, label: 'undo', args: { label: 'trash', args: { count: 3 }, left: 0 } }
  expect(revertedWords(change)).toBe('Undone: moving 3 patterns to the trash.')
  expect(revertedWords({ ...change, args: { ...change.args, left: 2 } })).toBe(
    'Undone: moving 3 patterns to the trash. 2 later changes were left as they are.',
  )
  expect(revertedWords({ ...change, label: 'redo' })).toBe('Done again: moving 3 patterns to the trash.')
})
