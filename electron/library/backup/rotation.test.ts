import { expect, test } from 'vitest'
import { DAY_MS } from '../testing/fake-clock.ts'
import { expendable } from './rotation.ts'
import { parseSnapshotName, type SnapshotName, snapshotName } from './snapshot-name.ts'

const now = Date.UTC(2026, 10, 21, 10, 42)
const at = (time: number): SnapshotName => ({ name: String(time), at: time, reason: 'daily' })

test('the ten newest stay, however many there are of one day', () => {
  const many = Array.from({ length: 40 }, (_, index) => at(now - index * 60_000))
  expect(expendable(many, now)).toHaveLength(30)
  expect(expendable(many, now)).toEqual(many.slice(10))
})

test('with one a day for a year, ten days, then a day of each fortnight and a week of two months stay', () => {
  const year = Array.from({ length: 365 }, (_, index) => at(now - index * DAY_MS))
  const gone = new Set(expendable(year, now))
  const ages = year.filter(one => !gone.has(one)).map(one => (now - one.at) / DAY_MS)
  expect(ages).toEqual([...Array(14).keys(), 14, 21, 28, 35, 42, 49])
})

test('a name says when and why, and other files are no safety copies', () => {
  const name = snapshotName(now, 'before-deleting')
  expect(name).toBe('2026-11-21T10-42-00.000Z~before-deleting.db')
  expect(parseSnapshotName(name)).toEqual({ name, at: now, reason: 'before-deleting' })
  expect([parseSnapshotName('bobbin.db'), parseSnapshotName(`${name}-wal`)]).toEqual([null, null])
})
