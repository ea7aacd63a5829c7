import { createEventHub } from '#shared/rpc/events.ts'
import { expect, test } from 'vitest'
import { calmEvents } from './events.ts'

function listening() {
  const told: unknown[] = []
  const events = calmEvents(
    createEventHub(error => {
      throw error
    }),
  )
  events.on('patterns.changed', ({ ids }) => told.push(ids))
  events.on('tags.changed', () => told.push('tags'))
  events.on('library.changed', () => told.push('library'))
  return { events, told }
}

test('what changed in quick succession is told once, with all of it', () => {
  const { events, told } = listening()
  events.emit('patterns.changed', { ids: ['a'] })
  events.emit('tags.changed', {})
  events.emit('patterns.changed', { ids: ['b', 'a'] })
  events.emit('tags.changed', {})
  expect(told).toEqual([])
  events.flush()
  expect(told).toEqual([['a', 'b'], 'tags'])
  events.flush()
  expect(told).toHaveLength(2)
})

test('too many to name are told as everything', () => {
  const { events, told } = listening()
  for (let index = 0; index < 600; index++) events.emit('patterns.changed', { ids: [String(index)] })
  events.emit('patterns.changed', { ids: null })
  events.flush()
  expect(told).toEqual([null])
})

test('a listener that fails keeps nobody else from hearing', () => {
  const failures: unknown[] = []
  const told: string[] = []
  const hub = createEventHub(error => failures.push(error))
  hub.on('tags.changed', () => {
    throw new Error('no')
  })
  const stop = hub.on('tags.changed', () => told.push('heard'))
  hub.emit('tags.changed', {})
  stop()
  hub.emit('tags.changed', {})
  expect([told, failures.length]).toEqual([['heard'], 2])
})
