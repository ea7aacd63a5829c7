import { expect, test } from 'vitest'
import type { Suggestion } from '#shared/contract/library/search.ts'
import { offersFor, stepped, stillFitting } from './offers.ts'

const SUGGESTIONS: Suggestion[] = [
  { text: 'feather', kind: 'word' },
  { text: 'Feathers', kind: 'tag' },
  { text: 'Feathers for Anna', kind: 'search' },
  { text: 'feather border', kind: 'search' },
  { text: 'feathers', kind: 'word' },
]
const KEPT = [{ id: 'k', name: 'Feathers for Anna' }]

test('searches of hers stand first, a kept one opens, and each thing is offered once', () => {
  expect(offersFor('fea', SUGGESTIONS, KEPT).map(({ kind, text }) => [kind, text])).toEqual([
    ['kept', 'Feathers for Anna'],
    ['recent', 'feather border'],
    ['word', 'feather'],
    ['tag', 'Feathers'],
  ])
  expect(offersFor('fea', SUGGESTIONS, KEPT)[0]?.id).toBe('kept k')
})

test('what stands in the box already is not offered, and for an empty box nothing is', () => {
  expect(offersFor('Feather ', SUGGESTIONS, []).map(({ text }) => text)).not.toContain('feather')
  expect(offersFor('  ', SUGGESTIONS, [])).toEqual([])
})

test('a finished word opens no list, and a blank behind it offers how it may go on', () => {
  expect(offersFor('feather', SUGGESTIONS, KEPT)).toEqual([])
  expect(offersFor('feather ', SUGGESTIONS, KEPT).map(({ text }) => text)).toContain('feather border')
})

test('while the next answer is on its way only what goes on from the letters stays', () => {
  const offers = offersFor('fea', SUGGESTIONS, [])
  expect(stillFitting('feather b', offers).map(({ text }) => text)).toEqual(['feather border'])
})

test('down goes through the list and by way of the box to its beginning, and up the other way', () => {
  expect([-1, 0, 1].map(at => stepped(at, 1, 2))).toEqual([0, 1, -1])
  expect([-1, 0, 1].map(at => stepped(at, -1, 2))).toEqual([1, -1, 0])
})
