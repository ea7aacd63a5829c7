import { codeTyped } from '../sign-in/typed-code.ts'

/** A code in groups of at most four, as it is easiest read and typed: `ABCD 1234`, `123 456`. */
export function codeShown(code: string): string {
  const all = codeTyped(code)
  const size = all.length % 4 === 0 || all.length > 6 ? 4 : 3
  return all.match(new RegExp(`.{1,${size}}`, 'gu'))?.join(' ') ?? all
}
