import { expect, test } from 'vitest'
import { COMMAND_IDS } from '#shared/commands/commands.ts'
import { command } from '#renderer/i18n/en/command.ts'
import { also, everything } from '#renderer/i18n/en/everything.ts'
import { found, matchable, wordsOf } from './match.ts'

const fillers = new Set(wordsOf(everything.fillers))
const commands = COMMAND_IDS.map(id => ({ id, match: matchable(command[id], also[id]) }))
const first = (query: string) => found(commands, query, fillers)[0]?.id
const ids = (query: string) => found(commands, query, fillers).map(one => one.id)

test.each([
  ['send to machine', 'send'],
  ['put on a stick', 'send'],
  ['bigger text', 'text-bigger'],
  ['larger letters', 'text-bigger'],
  ['how do I print', 'print'],
  ['throw away', 'trash'],
  ['delete for good', 'delete-for-good'],
  ['shortcuts', 'list-keys'],
  ['night', 'look-dark'],
  ['favorites', 'go-favourites'],
  ['zip', 'bring-in'],
  ['backup', 'safety'],
  ['is everything safe', 'safety'],
  ['undo', 'undo'],
  ['preferences', 'settings'],
])('“%s” finds %s', (query, id) => {
  expect(first(query)).toBe(id)
})

test('every word typed must begin a word of the thing, in any order', () => {
  expect(ids('machine send')).toContain('send')
  expect(ids('mach se')).toContain('send')
  expect(ids('end')).not.toContain('send')
  expect(ids('send elephant')).toEqual([])
})

test('accents, case and blanks do not matter', () => {
  const things = [{ match: matchable('Blüte No. 2') }, { match: matchable('Feather') }]
  expect(found(things, '  BLUTE 2', fillers)).toEqual([things[0]])
})

test('with nothing typed everything is there in its own order', () => {
  expect(ids(' ')).toEqual(COMMAND_IDS)
})

test('words that only join keep nothing from being found', () => {
  expect(first('how do i send this to the machine')).toBe('send')
  // She may be on her way to “theme”.
  expect(ids('the')).toContain('look-dark')
})

test('each command is found by its own words', () => {
  for (const id of COMMAND_IDS) expect(ids(command[id]), command[id]).toContain(id)
})
