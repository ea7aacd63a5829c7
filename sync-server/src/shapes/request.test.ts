import { expect, test } from 'vitest'
import { parseOffset } from './offset.ts'
import { readShapeRequest } from './request.ts'

test('an offset is the start, the present, or a place that was answered', () => {
  expect(parseOffset('-1')).toEqual({ kind: 'start' })
  expect(parseOffset('now')).toEqual({ kind: 'now' })
  expect(parseOffset('12_0')).toEqual({ kind: 'at', seq: 12, text: '12_0' })
  expect(parseOffset('0_inf')).toEqual({ kind: 'at', seq: 0, text: '0_inf' })
  expect(parseOffset('18446744073709551615_0')).toMatchObject({ seq: Number.POSITIVE_INFINITY })
  for (const text of [
    '',
    '1',
    '_',
    '1_',
    '-2',
    '-1_0',
    '1_0_0',
    ' 1_0',
    '1e3_0',
    '0x1_0',
    'NOW',
    '1_0\n',
    '9'.repeat(30),
  ])
    expect(parseOffset(text), text).toBeNull()
})

test('what the client sends is read', () => {
  expect(readShapeRequest({ offset: '-1', log: 'full' })).toEqual({
    ok: true,
    request: { offset: { kind: 'start' }, handle: null, live: false, cursor: '' },
  })
  expect(
    readShapeRequest({
      offset: '7_0',
      handle: 'e~record-1',
      live: 'true',
      cursor: '',
      log: 'full',
      expired_handle: 'x',
    }),
  ).toEqual({
    ok: true,
    request: { offset: { kind: 'at', seq: 7, text: '7_0' }, handle: 'e~record-1', live: true, cursor: '' },
  })
})

test('a handle means nothing at the start of a reading: the client still sends it after a 409', () => {
  for (const offset of ['-1', 'now'])
    expect(readShapeRequest({ offset, handle: 'anything' })).toMatchObject({ ok: true, request: { handle: null } })
})

test('what the gateway fixes may be named, and changes nothing', () => {
  expect(
    readShapeRequest({ offset: '-1', table: 'account', columns: '"secret"', replica: 'default', secret: 'x' }),
  ).toEqual(readShapeRequest({ offset: '-1' }))
})

test('nonsense is told by name', () => {
  const errors = (query: Record<string, unknown>) => {
    const read = readShapeRequest(query)
    return read.ok ? [] : Object.keys(read.errors).sort()
  }
  expect(errors({})).toEqual(['offset'])
  expect(errors({ offset: '' })).toEqual(['offset'])
  expect(errors({ offset: ['-1', '-1'] })).toEqual(['offset'])
  expect(errors({ offset: '3_0' })).toEqual(['handle'])
  expect(errors({ offset: '3_0', handle: '' })).toEqual(['handle'])
  expect(errors({ offset: '3_0', handle: ['a', 'b'] })).toEqual(['handle'])
  expect(errors({ offset: '3_0', handle: 'h'.repeat(600) })).toEqual(['handle'])
  expect(errors({ offset: '-1', live: 'true' })).toEqual(['live'])
  expect(errors({ offset: 'now', live: 'true' })).toEqual(['live'])
  expect(errors({ offset: '-1', where: 'true' })).toEqual(['where'])
  expect(errors({ offset: '-1', subset__limit: '1' })).toEqual(['subset__limit'])
  expect(errors({ offset: '-1', log: 'changes_only' })).toEqual(['log'])
  expect(errors({ offset: '3_0', handle: 'h', live: 'true', live_sse: 'true' })).toEqual(['live_sse'])
})

test('a boolean is false only by the word', () => {
  const live = (text: string) => {
    const read = readShapeRequest({ offset: '1_0', handle: 'h', live: text })
    return read.ok && read.request.live
  }
  expect(['true', '1', 'yes', 'FALSE'].map(live)).toEqual([true, true, true, true])
  expect(['false', ''].map(live)).toEqual([false, false])
})
