import { expect, test } from 'vitest'
import { fieldTitle, fieldWords, notesTogether, valueWords } from './field-words.ts'

test('fields are called by the words of quilters, anything else is details', () => {
  expect(['name', 'designer_id', 'notes', 'favourite', 'width_mm', 'made_up'].map(fieldWords)).toEqual([
    'name',
    'designer',
    'notes',
    'heart',
    'size',
    'details',
  ])
  expect(fieldTitle('notes')).toBe('Notes')
})

test('values are told as she would say them', () => {
  expect(valueWords('name', 'Plume', null)).toBe('Plume')
  expect(valueWords('designer_id', '0198-…', 'Willow Lane')).toBe('Willow Lane')
  expect(valueWords('designer_id', null, null)).toBe('nothing')
  expect(valueWords('kind', 'border', null)).toBe('Border')
  expect([valueWords('favourite', 1, null), valueWords('favourite', 0, null)]).toEqual(['a favourite', 'no favourite'])
  expect([valueWords('trashed_at', 5, null), valueWords('trashed_at', null, null)]).toEqual([
    'in the trash',
    'not in the trash',
  ])
})

test('notes put together lose no line and double none', () => {
  expect(notesTogether('Ten inches.', 'For Anna.')).toBe('Ten inches.\n\nFor Anna.')
  expect(notesTogether('Ten inches. For Anna.', 'For Anna.')).toBe('Ten inches. For Anna.')
  expect(notesTogether('For Anna.', 'Ten inches.\nFor Anna.')).toBe('Ten inches.\nFor Anna.')
  expect(notesTogether('', 'For Anna.')).toBe('For Anna.')
})
