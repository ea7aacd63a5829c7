import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { FromLibraryProcess, ToLibraryProcess } from '#shared/contract/library-process.ts'
import { createParentKeeper } from './parent-keeper.ts'

type Ask = Extract<FromLibraryProcess, { type: 'sign-in' }>

/** Main, as the library process sees it. */
function main(answerTo: (ask: Ask) => { text: string | null } | { code: string }) {
  const port = new EventEmitter()
  return {
    on: (type: 'message', listener: (event: { data: ToLibraryProcess }) => void) => port.on(type, listener),
    postMessage(message: FromLibraryProcess) {
      if (message.type !== 'sign-in') return
      const said = answerTo(message)
      const failure = 'code' in said ? { code: said.code, message: 'No.' } : null
      const text = 'text' in said ? said.text : null
      setImmediate(() => port.emit('message', { data: { type: 'sign-in', ask: message.ask, text, failure } }))
    },
  }
}

test('main keeps the sign-in, and questions that cross get their own answers', async () => {
  let kept: string | null = null
  const keeper = createParentKeeper(
    main(({ how }) => {
      if (how.do === 'keep') kept = how.text
      return { text: how.do === 'read' ? kept : null }
    }),
  )
  const writing = keeper.write('hers')
  const reading = keeper.read()
  await writing
  expect([await reading, kept]).toEqual(['hers', 'hers'])
  await keeper.write(null)
  expect(await keeper.read()).toBeNull()
})

test('without a keychain she stays signed in until the program ends', async () => {
  const keeper = createParentKeeper(main(({ how }) => (how.do === 'keep' ? { code: 'no-keychain' } : { text: null })))
  await keeper.write('hers')
  expect(await keeper.read()).toBe('hers')
})

test('any other failure is told, and what was kept stays', async () => {
  const keeper = createParentKeeper(main(({ how }) => (how.do === 'keep' ? { code: 'disk-full' } : { text: 'before' })))
  await expect(keeper.write('hers')).rejects.toMatchObject({ code: 'disk-full' })
  expect(await keeper.read()).toBe('before')
})
