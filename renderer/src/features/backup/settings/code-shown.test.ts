import { expect, test } from 'vitest'
import { codeTyped } from '../sign-in/typed-code.ts'
import { codeShown } from './code-shown.ts'

test.each([
  ['123456', '123 456'],
  ['abcd1234', 'ABCD 1234'],
  ['ABCD-1234', 'ABCD 1234'],
  ['ABCDE12345', 'ABCD E123 45'],
])('the code %s is shown as %s, and typed like that it is the same code', (code, shown) => {
  expect(codeShown(code)).toBe(shown)
  expect(codeTyped(codeShown(code))).toBe(codeTyped(code))
})
