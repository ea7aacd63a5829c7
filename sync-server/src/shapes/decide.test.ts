import { expect, test } from 'vitest'
import { decide } from './decide.ts'
import { joinHandle, splitHandle } from './handle.ts'
import { readShapeRequest } from './request.ts'

const OURS = 'e1~record-1'
const ask = (query: Record<string, string>, known = 0, seq = 10) => {
  const read = readShapeRequest(query)
  if (!read.ok) throw new Error(`not a request: ${JSON.stringify(read.errors)}`)
  return decide(read.request, known, { epoch: 'e1', seq })
}

test('a reading starts from nothing, whatever handle or knowledge is sent with it', () => {
  expect(ask({ offset: '-1' })).toEqual({ kind: 'read', after: 0 })
  expect(ask({ offset: '-1', handle: 'dead~record-1' }, 999)).toEqual({ kind: 'read', after: 0 })
  expect(ask({ offset: 'now' }, 999)).toEqual({ kind: 'end' })
})

test('catching up reads on from the offset, and says so even when there is nothing more', () => {
  expect(ask({ offset: '4_0', handle: OURS })).toEqual({ kind: 'read', after: 4 })
  expect(ask({ offset: '10_0', handle: OURS })).toEqual({ kind: 'read', after: 10 })
})

test('a live request is answered at once when there is news, and held when there is none', () => {
  expect(ask({ offset: '9_0', handle: OURS, live: 'true' })).toEqual({ kind: 'read', after: 9 })
  expect(ask({ offset: '10_0', handle: OURS, live: 'true' }, 10)).toEqual({ kind: 'hold', after: 10 })
})

test('a handle that is dead, foreign, of another epoch or of another definition is gone', () => {
  for (const handle of ['e0~record-1', 'e1~record-0', 'e1', 'record-1', '~', 'e1~record-1x', 'another~record-1'])
    for (const live of ['true', 'false'])
      expect(ask({ offset: '4_0', handle, live }, 99), handle).toEqual({ kind: 'gone' })
})

test('a device that has read or heard of more than there is means a database put back', () => {
  expect(ask({ offset: '11_0', handle: OURS })).toEqual({ kind: 'put-back' })
  expect(ask({ offset: '11_0', handle: OURS, live: 'true' })).toEqual({ kind: 'put-back' })
  expect(ask({ offset: '99999999999999999999_0', handle: OURS })).toEqual({ kind: 'put-back' })
  expect(ask({ offset: '4_0', handle: OURS }, 11)).toEqual({ kind: 'put-back' })
  expect(ask({ offset: '4_0', handle: OURS }, 10)).toEqual({ kind: 'read', after: 4 })
})

test('a handle falls apart into the epoch and what the source calls it', () => {
  expect(splitHandle(OURS)).toEqual({ epoch: 'e1', source: 'record-1' })
  expect(splitHandle('e1~3833-1721~9')).toEqual({ epoch: 'e1', source: '3833-1721~9' })
  for (const handle of ['', '~', 'e1', 'e1~', '~x']) expect(splitHandle(handle), handle).toBeNull()
  expect(joinHandle({ epoch: 'a', source: 'b-1' })).toBe('a~b-1')
})
