import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { identifier, isSlug, literal } from './identifier.ts'

const letters = (alphabet: string, maxLength: number, minLength = 0): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })

/** Reads an identifier in quotes as Postgres does; null when it is not exactly one. */
function readIdentifier(text: string): string | null {
  if (!/^"(?:[^"]|"")+"$/s.test(text) || text.includes('\0')) return null
  const name = text.slice(1, -1).replaceAll('""', '"')
  return Buffer.byteLength(name) > 63 ? null : name
}

test('whatever text it is given, it answers one identifier that means exactly that text, or refuses', () => {
  const nasty = fc.oneof(
    fc.string(),
    letters('aä\u2028\ud83e\u0000"', 6),
    letters('abcxyz019_', 70),
    letters('ab"\';\\\n\0-', 12),
    fc.constantFrom('a"; drop database x; --', 'a\n', 'A', 'ä', '', 'a'.repeat(63), 'a'.repeat(64), 'a\u2028'),
  )
  fc.assert(
    fc.property(nasty, text => {
      let answered: string
      try {
        answered = identifier(text)
      } catch {
        return
      }
      expect(readIdentifier(answered)).toBe(text)
    }),
  )
})

test('every name a tenant may have is an identifier, with what databases and roles add to it', () => {
  fc.assert(
    fc.property(letters('abcxyz019_', 30, 2), rest => {
      const slug = `q${rest}`
      expect(isSlug(slug)).toBe(true)
      expect(identifier(`bobbin_t_${slug}_01234567_own`)).toBe(`"bobbin_t_${slug}_01234567_own"`)
    }),
  )
})

test('a literal means exactly its text, or is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), letters("'\\ab ", 12)), text => {
      let answered: string
      try {
        answered = literal(text)
      } catch {
        return
      }
      expect(answered.slice(1, -1).replaceAll("''", "'")).toBe(text)
      expect(answered).not.toContain('\\')
    }),
  )
})
