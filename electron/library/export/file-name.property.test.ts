import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstFree, foldedName, nameForFolder, nameForMachine } from './file-name.ts'

const rule = { longest: 32, marks: ' -_' }
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('con', 'LPT1', '..', 'a.', ' .x', 'nul.tar.gz', '\ud800', 'e\u0301'.repeat(80), '🧵'.repeat(200)),
)
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

test('whatever a pattern is called, its name for a machine is short, plain, and no name of Windows', () => {
  fc.assert(
    fc.property(anyName, name => {
      const made = nameForMachine(name, rule)
      expect(made).toMatch(/^([A-Za-z0-9_-]([A-Za-z0-9 _-]{0,30}[A-Za-z0-9_-])?)?$/)
      expect(made).not.toMatch(RESERVED)
      expect(nameForMachine(made, rule)).toBe(made)
    }),
  )
})

test('whatever it is called, its name for a folder stays in the folder and every computer can hold it', () => {
  fc.assert(
    fc.property(anyName, name => {
      const made = nameForFolder(name, 60)
      // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
      expect(made).not.toMatch(/[\u0000-\u001f\u007f<>:"/\\|?*]|^[ .]|[ .]$/)
      expect(made).not.toMatch(RESERVED)
      expect(Buffer.byteLength(made)).toBeLessThanOrEqual(240)
      expect(made.isWellFormed()).toBe(true)
    }),
  )
})

test('a hundred patterns of one name get a hundred names', () => {
  fc.assert(
    fc.property(anyName, name => {
      const taken = new Set<string>()
      const stem = nameForMachine(name, rule) || 'Pattern'
      for (let count = 0; count < 100; count++) {
        const free = firstFree(stem, rule.longest, candidate => !taken.has(foldedName(candidate)))
        expect(free.length).toBeLessThanOrEqual(rule.longest)
        taken.add(foldedName(free))
      }
      expect(taken.size).toBe(100)
    }),
    { numRuns: 30 },
  )
})
