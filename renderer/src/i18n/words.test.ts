import { afterEach, expect, test } from 'vitest'
import { speakIn } from './units.ts'
import {
  bytesWords,
  durationWords,
  lengthWords,
  numberWords,
  positionWords,
  shortSizeWords,
  sizeWords,
  stretchWords,
} from './words.ts'

afterEach(() => speakIn('in'))

test('sizes are told in inches to the tenth, and in whole centimetres once they are large', () => {
  expect(shortSizeWords(203.2, 330.2)).toBe('8 × 13 in')
  expect(shortSizeWords(215.9, 127)).toBe('8.5 × 5 in')
  expect(sizeWords(203.2, 330.2)).toBe('8 × 13 in (20 × 33 cm)')
  expect(sizeWords(50.8, 25.4)).toBe('2 × 1 in (5.1 × 2.5 cm)')
})

test('stitched length is told in yards and metres', () => {
  expect(lengthWords(8595)).toBe('9.4 yards (8.6 m)')
  expect(lengthWords(900)).toBe('1 yard (0.9 m)')
})

test('whoever thinks in centimetres reads them first', () => {
  speakIn('cm')
  expect(shortSizeWords(203.2, 330.2)).toBe('20 × 33 cm')
  expect(sizeWords(203.2, 330.2)).toBe('20 × 33 cm (8 × 13 in)')
  expect(lengthWords(8595)).toBe('8.6 m (9.4 yards)')
})

test('a short stretch of thread is told in inches, a long one in yards; who thinks in centimetres reads those', () => {
  expect(stretchWords(125)).toBe('4.9 in')
  expect(stretchWords(914.4)).toBe('1 yard')
  expect(stretchWords(1190)).toBe('1.3 yards')
  speakIn('cm')
  expect(stretchWords(125)).toBe('12.5 cm')
  expect(stretchWords(1190)).toBe('1.2 m')
})

test('how far the needle is, is told in the unit of the whole', () => {
  expect(positionWords(3840, 10_607)).toEqual({ stitched: '4.2', length: '11.6 yards' })
  speakIn('cm')
  expect(positionWords(3840, 10_607)).toEqual({ stitched: '3.8', length: '10.6 m' })
})

test('room on a stick is told as it is printed on the stick', () => {
  expect(bytesWords(3_600_000_000)).toBe('3.6 GB')
  expect(bytesWords(128_000_000_000)).toBe('128 GB')
  expect(bytesWords(28_700)).toBe('28.7 kB')
  expect(bytesWords(12)).toBe('12 B')
})

test('time left is rounded the way a person would say it', () => {
  expect(durationWords(3)).toBe('5 seconds')
  expect(durationWords(42)).toBe('45 seconds')
  expect(durationWords(70)).toBe('1 minute')
  expect(durationWords(200)).toBe('3 minutes')
  expect(durationWords(7300)).toBe('2 hours')
})

test('large numbers are easy to read', () => {
  expect(numberWords(15651)).toBe('15,651')
})
