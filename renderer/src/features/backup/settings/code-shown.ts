import { codeTyped } from '../sign-in/typed-code.ts'

/** A code in groups, as it is easiest read and typed, and as the mails write them: `ABCD 1234`, `123 456 789`. */
export function codeShown(code: string): string {
  const all = codeTyped(code)
  const size = all.length % 3 === 0 ? 3 : 4
  return all.match(new RegExp(`.{1,${size}}`, 'gu'))?.join(' ') ?? all
}
