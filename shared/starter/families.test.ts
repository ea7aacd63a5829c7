import { describe, expect, test } from 'vitest'
import { dice } from './dice.ts'
import { allows, type AnyFamily } from './family.ts'
import { grownPatterns, starterFamilies } from './families.ts'
import { endOf, type Path } from './path.ts'

const families = starterFamilies.map(family => [family.id, family] as const)

/** Answers to all choices of a family, anywhere within their bounds. */
function answered({ choices }: AnyFamily, roll: () => number): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(choices).map(([name, choice]) => {
      if ('of' in choice) return [name, choice.of[Math.floor(roll() * choice.of.length)]!]
      const value = choice.from + (choice.to - choice.from) * roll()
      return [name, choice.whole ? Math.round(value) : value]
    }),
  )
}

function spots(path: Path): number[] {
  return path.strokes.flatMap(stroke =>
    stroke.kind === 'cubic' ? [...stroke.c1, ...stroke.c2, ...stroke.to] : [...stroke.to],
  )
}

describe('families of designs', () => {
  test('have names of their own', () => {
    expect(new Set(starterFamilies.map(f => f.id)).size).toBe(starterFamilies.length)
    for (const { id } of starterFamilies) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  test('draw every design that says it is of them, with answers they allow', () => {
    for (const pattern of grownPatterns) {
      const family = starterFamilies.find(f => f.id === pattern.family)
      expect(family, pattern.slug).toBeDefined()
      expect(Object.keys(pattern.chosen ?? {}).sort(), pattern.slug).toEqual(Object.keys(family!.choices).sort())
      for (const [name, choice] of Object.entries(family!.choices))
        expect(allows(choice, pattern.chosen?.[name]), `${pattern.slug}: ${name}`).toBe(true)
    }
  })

  test.each(families)('%s draws one line without a gap, whatever is chosen, the same every time', (_, family) => {
    const roll = dice(11)
    for (let round = 0; round < 24; round++) {
      const chosen = answered(family, roll)
      const path = family.line(chosen)
      expect(path.strokes.length).toBeGreaterThan(3)
      expect([...path.start, ...endOf(path), ...spots(path)].every(Number.isFinite)).toBe(true)
      if (round === 0) expect(family.line(chosen)).toEqual(path)
    }
  })

  test.each(families)('%s refuses an answer outside its choices', (_, family) => {
    const chosen = answered(family, dice(3))
    const [name] = Object.keys(family.choices)
    expect(() => family.line({ ...chosen, [name!]: 1e6 })).toThrow(name)
    expect(() => family.line({})).toThrow('cannot be drawn')
  })
})
