import { expect, test } from 'vitest'
import { suggestTags, type SuggestingFrom } from './suggest-tags.ts'

const wearing = (count: number, ...tags: string[]) => Array.from({ length: count }, () => ({ tags }))
const suggest = (from: Partial<SuggestingFrom>) =>
  suggestTags({ neighbours: [], named: [], worn: [], declined: new Set(), ...from })

test('what most of those that look alike have is suggested, and why', () => {
  const neighbours = [...wearing(8, 'Feather', 'Soft'), ...wearing(2, 'Leaf')]
  expect(suggest({ neighbours })).toEqual([
    { tag: 'Feather', reason: { alike: { having: 8, of: 10 }, named: false } },
    { tag: 'Soft', reason: { alike: { having: 8, of: 10 }, named: false } },
  ])
})

test('half of them is too few, and three of three are no crowd', () => {
  expect(suggest({ neighbours: [...wearing(6, 'Feather'), ...wearing(4, 'Leaf')] })).toEqual([])
  expect(suggest({ neighbours: wearing(3, 'Feather') })).toEqual([])
})

test('two spellings of one tag are one vote', () => {
  const neighbours = [{ tags: ['feather', 'Feather'] }, ...wearing(3, 'Feather'), { tags: ['Leaf'] }]
  expect(suggest({ neighbours }).map(one => one.reason.alike)).toEqual([{ having: 4, of: 5 }])
})

test('what its name says stands before likeness alone, and both together first', () => {
  const neighbours = wearing(10, 'Feather', 'Soft')
  expect(suggest({ neighbours, named: ['butterfly', 'feather'] }).map(({ tag }) => tag)).toEqual([
    'Feather',
    'butterfly',
    'Soft',
  ])
})

test('what it wears and what she said no to is not suggested', () => {
  const neighbours = wearing(10, 'Feather', 'Soft')
  expect(suggest({ neighbours, worn: ['FEATHER'], declined: new Set(['soft']), named: ['Soft'] })).toEqual([])
})
