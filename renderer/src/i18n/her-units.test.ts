import { afterEach, expect, test } from 'vitest'
import { inHerUnits } from './her-units.ts'
import './i18n.ts'
import { speakIn } from './units.ts'

afterEach(() => speakIn('in'))

test.each([
  ['at most 0.02 mm off.', 'at most 0.001 in off.', 'at most 0.02 mm off.'],
  ['It is 121 inch wide.', 'It is 121 in wide.', 'It is 307.3 cm wide.'],
  [
    '3 jumps become stitched lines, 508 mm in all.',
    '3 jumps become stitched lines, 20 in in all.',
    '3 jumps become stitched lines, 50.8 cm in all.',
  ],
  ['hoops up to 360 by 240 mm.', 'hoops up to 14.2 in by 9.4 in.', 'hoops up to 36 cm by 24 cm.'],
  ['It has 31,204 points.', 'It has 31,204 points.', 'It has 31,204 points.'],
])('%s', (sentence, inInches, inCm) => {
  expect(inHerUnits(sentence)).toBe(inInches)
  speakIn('cm')
  expect(inHerUnits(sentence)).toBe(inCm)
})
