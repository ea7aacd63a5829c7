import { describe, expect, test } from 'vitest'
import { firstFree, foldedName, gapOf, nameForFolder, nameForMachine, numbered } from './file-name.ts'

const rule = { longest: 32, marks: ' -_' }

describe('a file name on a stick', () => {
  test('keeps a plain name as it is', () => {
    expect(nameForMachine('Feathered Plume No 2', rule)).toBe('Feathered Plume No 2')
  })

  test('has only plain letters, digits, blank, dash and underscore', () => {
    expect(nameForMachine('Crème Brûlée & Co. "Größe" 3/4', rule)).toBe('Creme Brulee and Co Grosse 3 4')
    expect(nameForMachine("Anna's Ærø — Łódź", rule)).toBe('Annas AEro - Lodz')
  })

  test('is cut at a word when it is too long', () => {
    expect(nameForMachine('Grandmother Flower Garden Border Corner Left', rule)).toBe(
      'Grandmother Flower Garden Border',
    )
    expect(nameForMachine('Grandmothers Flower Garden Border', rule)).toBe('Grandmothers Flower Garden')
  })

  test('without a blank to cut at is cut at the length', () => {
    expect(nameForMachine('a'.repeat(60), rule)).toBe('a'.repeat(32))
  })

  test('is empty when the name is in a script the machine cannot show', () => {
    expect(nameForMachine('羽根模様', rule)).toBe('')
  })

  test('is never a name that Windows keeps for itself', () => {
    expect(nameForMachine('CON', rule)).toBe('Pattern CON')
    expect(nameForFolder('nul.x', 80)).toBe('Pattern nul.x')
  })

  test('never climbs out of its folder', () => {
    expect(nameForMachine('../../etc/passwd', rule)).toBe('etc passwd')
    expect(nameForFolder('..\\..\\x', 80)).toBe('x')
    expect(nameForFolder('..', 80)).toBe('')
  })
})

test('a name for a folder keeps every language and drops what Windows cannot hold', () => {
  expect(nameForFolder('羽根: Größe "A" <b>?', 80)).toBe('羽根 Größe A b')
})

test('two patterns of one name get a number, and the number fits the rule', () => {
  const taken = new Set(['plume', 'plume 2'])
  expect(firstFree('Plume', 32, name => !taken.has(foldedName(name)))).toBe('Plume 3')
  expect(numbered('a'.repeat(32), 12, 32)).toBe(`${'a'.repeat(29)} 12`)
})

test('a machine that takes no blank gets the next best between words, also before a number', () => {
  expect(nameForMachine('Feather & Fern', { longest: 32, marks: '-_' })).toBe('Feather_and_Fern')
  expect(nameForMachine('Feather & Fern', { longest: 32, marks: '' })).toBe('FeatherandFern')
  expect(firstFree('Plume', 32, name => name !== 'Plume', gapOf({ marks: '-' }))).toBe('Plume-2')
})
