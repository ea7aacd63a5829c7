import { expect, test } from 'vitest'
import { answerSignIn, createKeptSignIns } from './kept-sign-in.ts'
import { memorySecrets } from './testing/fakes.ts'

test('two libraries of one person are signed in apart from one another', () => {
  const kept = createKeptSignIns(memorySecrets())
  kept.of('/one').keep('hers')
  kept.of('/two').keep('the guild’s')
  kept.of('/two').keep(null)
  expect([kept.of('/one').read(), kept.of('/two').read()]).toEqual(['hers', null])
})

test('the library process is answered by the number it asked under', () => {
  const kept = createKeptSignIns(memorySecrets()).of('/one')
  const told = answerSignIn(kept, { type: 'sign-in', ask: 7, how: { do: 'keep', text: 'hers' } })
  expect(told).toEqual({ type: 'sign-in', ask: 7, text: null, failure: null })
  expect(answerSignIn(kept, { type: 'sign-in', ask: 8, how: { do: 'read' } })).toMatchObject({ ask: 8, text: 'hers' })
})

test('without a keychain nothing is kept, and that is said', () => {
  const kept = createKeptSignIns(memorySecrets({ isOff: true })).of('/one')
  expect(answerSignIn(kept, { type: 'sign-in', ask: 1, how: { do: 'keep', text: 'hers' } })).toMatchObject({
    failure: { code: 'no-keychain' },
  })
  const odd = {
    read: () => null,
    keep() {
      throw new TypeError('D-Bus said no to "hers"')
    },
  }
  const told = answerSignIn(odd, { type: 'sign-in', ask: 2, how: { do: 'keep', text: 'hers' } })
  expect(told).toMatchObject({ failure: { code: 'no-keychain' } })
  expect(JSON.stringify(told)).not.toContain('hers')
})
