import { expect, test, vi } from 'vitest'
import type { ImportState } from '#shared/contract/library/imports.ts'
import { createEventHub } from '#shared/rpc/events.ts'
import type { Library } from './library.ts'
import { watchWork } from './watch-work.ts'

function watched() {
  const tell = vi.fn()
  let finish = () => {}
  const events = createEventHub(() => {})
  const handlers = {
    'sending.start': () => new Promise<void>(resolve => (finish = resolve)),
    'saving.all': () => Promise.reject(new Error('the disk is full')),
    'patterns.list': () => [],
  }
  const library = watchWork({ handlers, events, close: async () => {} } as unknown as Library, tell)
  return { tell, events, finish: () => finish(), handlers: library.handlers as unknown as typeof handlers }
}

test('sending is work from the first moment to the last; looking at the wall is none', async () => {
  const { tell, finish, handlers } = watched()
  handlers['patterns.list']()
  expect(tell).not.toHaveBeenCalled()
  const sending = handlers['sending.start']()
  expect(tell).toHaveBeenLastCalledWith(true)
  finish()
  await sending
  expect(tell.mock.calls).toEqual([[true], [false]])
})

test('work that fails is over as well', async () => {
  const { tell, handlers } = watched()
  await expect(handlers['saving.all']()).rejects.toThrow('the disk is full')
  expect(tell.mock.calls).toEqual([[true], [false]])
})

test('an import that goes on by itself is work until it is done or paused', () => {
  const { tell, events } = watched()
  const state = (step: ImportState['step'], paused = false) => ({ id: 'i', step, paused }) as ImportState
  events.emit('imports.changed', state('adding'))
  events.emit('imports.changed', state('adding'))
  events.emit('imports.changed', state('adding', true))
  events.emit('imports.changed', state('adding'))
  events.emit('imports.changed', state('done'))
  expect(tell.mock.calls).toEqual([[true], [false], [true], [false]])
})
