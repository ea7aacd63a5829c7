import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBuiltInPlace } from '../testing/built-in-place.ts'
import { startReader } from '../testing/reader.ts'
import { aPattern, patterns, type ShapePlace } from '../testing/shape-place.ts'

let place: ShapePlace
beforeAll(async () => {
  place = await startBuiltInPlace({ shapes: { holdMs: 400 } })
})
afterAll(() => place.close())

test('a first reading, then a change', async () => {
  const tenant = await place.tenant()
  const seq = await tenant.write(patterns(100))
  const reader = startReader({ url: tenant.url, token: tenant.token })
  await reader.untilSeq(seq)
  expect(reader.rows.size).toBe(100)
  const next = await tenant.write([aPattern(3, 'Renamed')])
  await reader.untilSeq(next)
  expect([...reader.rows.values()].find(row => row.row_id === 'pattern-3')?.fields.name).toBe('Renamed')
  reader.stop()
})
