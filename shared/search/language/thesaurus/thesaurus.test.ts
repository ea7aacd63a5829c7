import { expect, test } from 'vitest'
import { plainTokens } from '../plain-tokens.ts'
import { AREAS } from './areas.ts'

const entries = AREAS.flatMap(area => Object.entries(area.concepts))
const ids = new Set(entries.map(([id]) => id))
const listed = (list: string | undefined) => (list === undefined ? [] : list.split(' '))

test('the thesaurus has three hundred concepts of quilting or more, each once', () => {
  expect(ids.size).toBeGreaterThan(350)
  expect(entries).toHaveLength(ids.size)
})

test('every link leads to a concept, and none to itself', () => {
  const broken = entries.flatMap(([id, { in: broader, for: purposes, near }]) =>
    [...listed(broader), ...listed(purposes), ...listed(near)]
      .filter(other => other === id || !ids.has(other))
      .map(other => `${id} → ${other}`),
  )
  expect(broken).toEqual([])
})

test('no word or phrase means two things', () => {
  const claims = new Map<string, Set<string>>()
  for (const [id, { words }] of entries)
    for (const phrase of words.split(',')) {
      const stems = plainTokens(phrase).map(token => token.stem)
      const claim = claims.get(stems.join(' ')) ?? new Set()
      claims.set(stems.join(' '), claim.add(id))
    }
  const twice = [...claims]
    .filter(([, claimed]) => claimed.size > 1)
    .map(([stems, claimed]) => `${stems}: ${[...claimed]}`)
  expect(twice).toEqual([])
})

test('nothing is a kind of itself, however many steps away', () => {
  const broader = new Map(entries.map(([id, entry]) => [id, [...listed(entry.in), ...listed(entry.for)]]))
  const leadsBack = (id: string) => {
    const seen = new Set<string>()
    const open = [...(broader.get(id) ?? [])]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === id) return true
      if (!seen.has(next)) open.push(...(broader.get(next) ?? []))
      seen.add(next)
    }
    return false
  }
  expect([...ids].filter(leadsBack)).toEqual([])
})
