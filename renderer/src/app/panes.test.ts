import { expect, test } from 'vitest'
import { nextPane } from './panes.ts'

test('F6 walks around all panes and comes back to the first', () => {
  expect([nextPane(4, 0, 1), nextPane(4, 3, 1), nextPane(4, 0, -1)]).toEqual([1, 0, 3])
})

test('from outside of any pane it begins at the first, backwards at the last', () => {
  expect([nextPane(4, -1, 1), nextPane(4, -1, -1)]).toEqual([0, 3])
})
