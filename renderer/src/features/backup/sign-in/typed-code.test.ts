import { expect, test } from 'vitest'
import { addressTyped, codeTyped, looksLikeEmail } from './typed-code.ts'

test.each([
  ['ABCD1234', 'ABCD1234'],
  ['abcd 1234', 'ABCD1234'],
  [' abcd-1234\n', 'ABCD1234'],
  ['AB CD\u00a012 34', 'ABCD1234'],
  ['“ABCD–1234”.', 'ABCD1234'],
  ['ＡＢＣＤ１２３４', 'ABCD1234'],
])('the code typed as %j is %s', (typed, code) => {
  expect(codeTyped(typed)).toBe(code)
})

test('an e-mail address has an @ with something on both sides, and spaces around it do no harm', () => {
  expect(['anna@quilts.example', ' anna@quilts.example '].map(looksLikeEmail)).toEqual([true, true])
  expect(['anna', 'anna@', '@quilts', 'anna @quilts', ''].map(looksLikeEmail)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

test('the address of the backup may be typed without its beginning and with a stroke at its end', () => {
  expect(addressTyped('backup.quilts.example')).toBe('https://backup.quilts.example')
  expect(addressTyped(' https://backup.quilts.example/ ')).toBe('https://backup.quilts.example')
  expect(addressTyped('http://127.0.0.1:8765')).toBe('http://127.0.0.1:8765')
  expect(addressTyped('https://quilts.example/backup/')).toBe('https://quilts.example/backup')
  expect(['', 'two words', 'ftp://quilts.example'].map(addressTyped)).toEqual([null, null, null])
})
