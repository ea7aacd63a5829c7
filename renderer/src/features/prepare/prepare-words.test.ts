import { afterEach, expect, test } from 'vitest'
import '#renderer/i18n/i18n.ts'
import { speakIn } from '#renderer/i18n/units.ts'
import { strayWords } from './prepare-words.ts'

afterEach(() => speakIn('in'))

test('how far lines stray is said in her unit and by something she knows', () => {
  expect(strayWords(0)).toBe('Not at all: every line stays as it was')
  expect(strayWords(0.02)).toBe('0.001 in at most, about a hair')
  speakIn('cm')
  expect(strayWords(0.021)).toBe('0.03 mm at most, about a hair')
  expect(strayWords(0.3)).toBe('0.3 mm at most, about a thread')
  expect(strayWords(1)).toBe('1 mm at most, less than a stitch')
  expect(strayWords(4)).toBe('4 mm at most. You will see that.')
})
