/** Conformance, part three: holding and waking (check 4; trap 11), and many readers of one quilter. */
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { eventually } from './eventually.ts'
import { type Asked, startReader } from './reader.ts'
import { aPattern, BRIEF_HOLD_MS, type PlaceKind, patterns, type ShapePlace } from './shape-place.ts'
import { truthOf } from './truth.ts'

const IS_SOAK = process.env.BOBBIN_SOAK === '1'
const SUBSCRIBERS = 200
const TURNS = IS_SOAK ? 100 : 2

export function checkWaiting(kind: PlaceKind, started: () => ShapePlace): void {
  describe(`waiting at ${kind.name}`, () => {
    let place: ShapePlace
    beforeAll(() => {
      place = started()
    })
    const isLive = (one: Asked) => one.url.searchParams.get('live') === 'true'

    test.skipIf(kind.cannot.has('hold'))(
      'C4: without news a request is held, and each has a cursor of its own',
      async () => {
        const tenant = await place.tenant()
        const truth = truthOf(tenant)
        await truth.write(patterns(2))
        const reader = startReader({ url: tenant.url('brief'), token: tenant.token })
        onTestFinished(() => reader.stop())
        await reader.until(({ rows }) => truth.isIn(rows))
        const from = performance.now()
        await reader.until(({ asked }) => asked.filter(isLive).length >= 3)
        // Timers may fire a little early, and never much.
        expect(performance.now() - from).toBeGreaterThan(2.5 * BRIEF_HOLD_MS)
        const live = reader.asked.filter(isLive)
        expect(new Set(live.map(one => one.headers.get('electric-cursor'))).size).toBe(live.length)
        expect(new Set(live.map(one => one.url.href)).size).toBe(live.length)
        expect(new Set(live.map(one => one.headers.get('electric-offset'))).size).toBe(1)
        expect(live.every(one => one.headers.has('electric-up-to-date') && !one.headers.has('electric-schema'))).toBe(
          true,
        )
        expect(reader.told.filter(one => one.kind === 'row')).toHaveLength(2)
      },
    )

    test('C4: news ends the wait', async () => {
      const tenant = await place.tenant()
      const truth = truthOf(tenant)
      await truth.write(patterns(2))
      const reader = startReader({ url: tenant.url(), token: tenant.token })
      onTestFinished(() => reader.stop())
      await reader.until(({ rows }) => truth.isIn(rows))
      for (let turn = 0; turn < 20; turn++) {
        await truth.write([aPattern(0, `turn ${turn}`)])
        await reader.until(({ rows }) => truth.isIn(rows))
      }
      expect(reader.told.filter(one => one.kind === 'row')).toHaveLength(22)
    })

    test(`${SUBSCRIBERS} readers of one quilter are all told, and leave nothing behind`, {
      timeout: 600_000,
    }, async () => {
      const tenant = await place.tenant()
      const truth = truthOf(tenant)
      await truth.write(patterns(5))
      const token = await tenant.token()
      const readers = Array.from({ length: SUBSCRIBERS }, (_, n) =>
        startReader({
          url: tenant.url(n % 20 > 0 || kind.cannot.has('narrow') ? 'wide' : 'narrow'),
          token: () => token,
        }),
      )
      onTestFinished(() => readers.forEach(reader => reader.stop()))
      await Promise.all(readers.map(reader => reader.until(({ rows }) => truth.isIn(rows))))
      for (let turn = 0; turn < TURNS; turn++) {
        await truth.write(patterns(3, `turn ${turn}`))
        await Promise.all(readers.map(reader => reader.until(({ rows }) => truth.isIn(rows))))
      }
      for (const reader of readers) expect(reader.told.filter(one => one.kind === 'row')).toHaveLength(5 + 3 * TURNS)
      for (const reader of readers) reader.stop()
      await eventually(() => place.busy() === 0)
    })
  })
}
