import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Message, MOST_SHOWN, shownOf, withMessage } from './toast-queue.ts'

let made = 0
const message = (tone: Message['tone'], words: string): Message => ({ id: ++made, tone, words, action: null })
const after = (...messages: Message[]) => messages.reduce<readonly Message[]>(withMessage, [])
const words = (messages: readonly Message[]) => messages.map(one => one.words)

test('what was done last takes the place of what was done before: its Undo is the next step back', () => {
  expect(words(after(message('done', 'moved'), message('done', 'renamed')))).toEqual(['renamed'])
})

test('a problem stays beside what is done later, until it is closed', () => {
  expect(words(shownOf(after(message('problem', 'the disk is full'), message('done', 'renamed'))))).toEqual([
    'the disk is full',
    'renamed',
  ])
})

test('the same problem again is not a second message', () => {
  expect(words(after(message('problem', 'full'), message('problem', 'full')))).toEqual(['full'])
})

test('the fourth problem waits and comes when another is closed', () => {
  const all = after(...['a', 'b', 'c', 'd'].map(one => message('problem', one)))
  expect(words(shownOf(all))).toEqual(['a', 'b', 'c'])
  expect(words(shownOf(all.slice(1)))).toEqual(['b', 'c', 'd'])
})

test('never more than three, never a problem lost, and the newest thing done always in sight', () => {
  const one = fc.record({
    tone: fc.constantFrom('done' as const, 'problem' as const),
    words: fc.string({ maxLength: 2 }),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), said => {
      const all = after(...said.map(({ tone, words }) => message(tone, words)))
      expect(shownOf(all).length).toBeLessThanOrEqual(MOST_SHOWN)
      const problems = new Set(said.filter(({ tone }) => tone === 'problem').map(({ words }) => words))
      expect(new Set(words(all.filter(({ tone }) => tone === 'problem')))).toEqual(problems)
      const done = said.findLast(({ tone }) => tone === 'done')
      expect(shownOf(all).findLast(({ tone }) => tone === 'done')?.words).toBe(done?.words)
    }),
  )
})
