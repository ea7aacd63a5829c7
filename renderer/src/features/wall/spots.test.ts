import { expect, test } from 'vitest'
import { connectShell, type Shell } from '#renderer/host/bobbin.ts'
import { useSelection } from './selection.ts'
import { chooseAsBefore, noteSpot, restoreSpots, spotHere, spotKey } from './spots.ts'
import { type Question, useWall } from './wall-store.ts'

const place = (favourite: boolean): Question => ({ query: '', filter: { favourite }, sort: 'newest' })

/** The wall shows this place, answered. */
function stand(question: Question): void {
  useWall.setState({ question, shown: question, total: 50 })
}

test('a place is known by what hangs there and in which order, however the question is written; a search is none', () => {
  expect(spotKey({ query: '', filter: { favourite: true, trashed: false }, sort: 'name' })).toBe(
    spotKey({ query: '', filter: { trashed: false, favourite: true }, sort: 'name' }),
  )
  expect(spotKey(place(true))).not.toBe(spotKey(place(false)))
  expect(spotKey({ ...place(true), query: 'rose' })).toBeNull()
})

test('each place keeps where she stood; nothing is noted while another is on its way', () => {
  stand(place(true))
  noteSpot({ index: 12, into: 0.5 })
  stand(place(false))
  expect(spotHere()).toBeNull()
  useWall.setState({ question: place(true) })
  noteSpot({ index: 99, into: 0 })
  expect(spotHere()).toBeNull()
  stand(place(true))
  expect(spotHere()).toMatchObject({ index: 12, into: 0.5 })
})

test('what was chosen is chosen again as far as it is still there, and never over a new choice', async () => {
  connectShell({
    library: { call: async () => ({ ids: ['a', 'b'] }), on: () => () => {} },
  } as unknown as Shell)
  stand(place(true))
  useSelection.setState({ chosen: new Set(['a', 'gone']), active: 3 })
  noteSpot({})
  useSelection.setState({ chosen: new Set(), active: -1 })
  await chooseAsBefore()
  expect([...useSelection.getState().chosen]).toEqual(['a'])
  expect(useSelection.getState().active).toBe(3)
  const again = chooseAsBefore()
  useSelection.setState({ chosen: new Set(['b']) })
  await again
  expect([...useSelection.getState().chosen]).toEqual(['b'])
})

test('settings that make no sense are left alone', () => {
  globalThis.window ??= { addEventListener() {} } as unknown as Window & typeof globalThis
  for (const kept of [null, 'x', [1], [['key', { index: 'no' }]], { a: 1 }]) {
    expect(() => restoreSpots({ 'window.wall-spots': kept })).not.toThrow()
  }
})
