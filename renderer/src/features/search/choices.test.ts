import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Choice, choicesIn, isChosen, readChoices, within, withChoice, withoutChoice } from './choices.ts'

const choice: fc.Arbitrary<Choice> = fc.constantFrom<Choice>(
  { field: 'kinds', value: 'border' },
  { field: 'kinds', value: 'block' },
  { field: 'sizes', value: 'small' },
  { field: 'densities', value: 'open' },
  { field: 'ends', value: 'level' },
  { field: 'machineIds', value: 'gertrude' },
  { field: 'importIds', value: 'downloads' },
  { field: 'planned', value: false },
  { field: 'widthMm', value: '100.5..203.2' },
  { field: 'heightMm', value: '..203.2' },
  { field: 'addedBetween', value: '1000..' },
  { field: 'tagIds', value: 'feathers' },
  { field: 'tagIds', value: 'soft' },
  { field: 'untagged', value: true },
  { field: 'designerIds', value: 'none' },
  { field: 'favourite', value: true },
  { field: 'used', value: false },
  { field: 'usedWithinDays', value: 30 },
  { field: 'addedWithinDays', value: 7 },
)

test('what is chosen is there until it is taken off, and everything else stays', () => {
  fc.assert(
    fc.property(fc.array(choice), choice, (before, one) => {
      const chosen = before.reduce(withChoice, {})
      const more = withChoice(chosen, one)
      expect(isChosen(more, one)).toBe(true)
      const without = withoutChoice(more, one)
      expect(isChosen(without, one)).toBe(false)
      expect(choicesIn(more)).toEqual(expect.arrayContaining(choicesIn(without)))
    }),
  )
})

test('what is remembered overnight is what was chosen', () => {
  fc.assert(
    fc.property(fc.array(choice), chosen => {
      const filter = chosen.reduce(withChoice, {})
      expect(readChoices(JSON.parse(JSON.stringify(filter)))).toEqual(filter)
    }),
  )
})

test('whatever else is found in the settings chooses nothing', () => {
  fc.assert(
    fc.property(fc.anything(), kept => {
      expect(choicesIn(readChoices(kept))).toEqual(expect.any(Array))
    }),
  )
  expect(readChoices({ kinds: ['zebra'], lines: 'one', usedWithinDays: 3.5, trashed: true })).toEqual({})
})

test('no tag and a tag are never asked for together, nor never used and used last month', () => {
  const untagged = withChoice({ tagIds: ['soft'] }, { field: 'untagged', value: true })
  expect(untagged).toEqual({ untagged: true })
  expect(withChoice({ used: false }, { field: 'usedWithinDays', value: 30 })).toEqual({ usedWithinDays: 30 })
})

test('brought in this week and brought in between two days are never asked for together', () => {
  const week = { addedWithinDays: 7 }
  expect(withChoice(week, { field: 'addedBetween', value: '1000..2000' })).toEqual({
    addedBetween: { min: 1000, max: 2000 },
  })
})

test('another width takes the place of the one before, and one the wrong way round is none', () => {
  const chosen = withChoice({ widthMm: { min: 100 } }, { field: 'widthMm', value: '..200' })
  expect(chosen).toEqual({ widthMm: { max: 200 } })
  expect(withChoice(chosen, { field: 'widthMm', value: '300..200' })).toEqual(chosen)
})

test('the page of a tag narrowed by another tag asks for both', () => {
  expect(within({ tagIds: ['soft'] }, { tagIds: ['feathers'], kinds: ['border'] })).toEqual({
    tagIds: ['soft', 'feathers'],
    kinds: ['border'],
  })
})
