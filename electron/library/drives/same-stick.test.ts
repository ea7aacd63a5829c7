import { expect, test } from 'vitest'
import { isSameStick } from './same-stick.ts'

const stick = { id: '/dev/sdb1#A1B2-C3D4', label: 'STATLER', totalBytes: 4e9 }

test('a stick put into another socket is the same stick', () => {
  expect(isSameStick(stick, { ...stick, id: '/dev/sdc1#A1B2-C3D4' })).toBe(true)
})

test('another stick in the same socket is another one, whatever its label', () => {
  expect(isSameStick(stick, { ...stick, id: '/dev/sdb1#FFFF-0000' })).toBe(false)
  expect(isSameStick(stick, { ...stick, id: '/dev/sdc1#A1B2-C3D4', totalBytes: 8e9 })).toBe(false)
})

test('sticks without a serial are told by their whole id alone', () => {
  expect(isSameStick({ ...stick, id: 'E:' }, { ...stick, id: 'F:' })).toBe(false)
  expect(isSameStick({ ...stick, id: '/dev/sdb1#' }, { ...stick, id: '/dev/sdc1#' })).toBe(false)
})
