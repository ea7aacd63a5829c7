import { expect, test } from 'vitest'
import { COMMAND_LABELS } from '#shared/commands/labels.ts'
import type { HistoryEntry } from '#shared/contract/library/patterns.ts'
import { changeWords, entryWords } from './history-words.ts'

const entry = (label: string, ...changes: HistoryEntry['changes']): HistoryEntry => ({
  id: 1,
  at: 0,
  label,
  args: { count: 1, name: 'Feather', machine: 'Statler', kind: 'border' },
  changes,
  undone: false,
})

test.each(COMMAND_LABELS)('what %s did is told in a sentence', label => {
  expect(entryWords(entry(label))).toMatch(/^[A-Z“][^{}]+$/)
})

test('an entry of a later Bobbin is simply a change', () => {
  expect(entryWords(entry('from-the-future'))).toBe('Changed')
})

test('each field is told as it was and as it became', () => {
  const told = changeWords(
    entry(
      'edit',
      { field: 'name', before: 'Swirl', after: 'Feather' },
      { field: 'designer', before: null, after: 'Anna' },
      { field: 'notes', before: 'ten inches', after: '' },
      { field: 'kind', before: 'edge-to-edge', after: 'border' },
      { field: 'favourite', before: false, after: true },
      { field: 'tag', before: null, after: 'Winter' },
      { field: 'collection', before: 'Wedding', after: null },
      { field: 'trashed', before: true, after: false },
    ),
  )
  expect(told).toEqual([
    'Name: “Swirl” became “Feather”',
    'Designer: “Anna”',
    'Notes “ten inches” taken off',
    'Kind: “Edge-to-edge” became “Border”',
    'Made a favourite',
    'Tag “Winter” put on',
    'Taken out of “Wedding”',
    'Out of the trash',
  ])
})

test('figures from the files are one sentence, however many there are, and what nobody reads is not told', () => {
  const told = changeWords(
    entry(
      'edit',
      { field: 'width_mm', before: 1, after: 2 },
      { field: 'stitched_mm', before: 1, after: 2 },
      { field: 'last_used_at', before: 1, after: 2 },
    ),
  )
  expect(told).toEqual(['Size and line were measured again'])
})

test('long notes are told by their beginning', () => {
  const [told] = changeWords(entry('set-notes', { field: 'notes', before: '', after: 'word '.repeat(200) }))
  expect(told!.length).toBeLessThan(200)
  expect(told).toMatch(/word…”$/)
})
