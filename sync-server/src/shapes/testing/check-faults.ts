/** Conformance, part two: what goes wrong is seen and healed (checks 6, 7, 8, 9, 10 and 11 of the protocol page; traps 1, 3, 4, 8). */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts'
import { eventually } from './eventually.ts'
import { type Reader, type ReaderOptions, startReader } from './reader.ts'
import { aPattern, type PlaceKind, type PlaceTenant, patterns, type ShapePlace } from './shape-place.ts'
import { truthOf } from './truth.ts'

const IS_SOAK = process.env.BOBBIN_SOAK === '1'

const countOf = (reader: Reader, kind: 'row' | 'up-to-date' | 'must-refetch') =>
  reader.told.filter(one => one.kind === kind).length

export function checkFaults(kind: PlaceKind, started: () => ShapePlace): void {
  describe(`faults before ${kind.name}`, () => {
    let place: ShapePlace
    beforeAll(() => {
      place = started()
    })
    const read = (tenant: PlaceTenant, more: Partial<ReaderOptions> = {}): Reader => {
      const reader = startReader({ url: tenant.url(), token: tenant.token, ...more })
      onTestFinished(() => reader.stop())
      return reader
    }

    test('C6: a handle that dies while somebody waits ends the wait with exactly one must-refetch', async () => {
      const tenant = await place.tenant()
      const truth = truthOf(tenant)
      await truth.write(patterns(5))
      const reader = read(tenant)
      await reader.until(({ rows }) => truth.isIn(rows))
      await tenant.killHandle()
      await reader.until(one => countOf(one, 'must-refetch') === 1 && truth.isIn(one.rows))
      await truth.write([aPattern(9)])
      await reader.until(({ rows }) => truth.isIn(rows))
      expect(countOf(reader, 'must-refetch')).toBe(1)
    })

    test.each([
      ['a handle that never was', 'nobody~nothing', '3_0'],
      ['a handle without an epoch', 'record-1', '3_0'],
    ])('C6: %s is told to read again, once, before anything else', async (_what, handle, offset) => {
      const tenant = await place.tenant()
      const truth = truthOf(tenant)
      await truth.write(patterns(5))
      const reader = read(tenant, { from: { handle, offset: offset as `${number}_${number}` } })
      await reader.until(({ rows }) => truth.isIn(rows))
      expect(reader.told[0]?.kind).toBe('must-refetch')
      expect(countOf(reader, 'must-refetch')).toBe(1)
      expect(reader.asked.map(one => one.status).slice(0, 2)).toEqual([409, 200])
    })

    test('C6: an offset beyond the end is told to read again, and the handle it came with is not given out again', async () => {
      const tenant = await place.tenant()
      const truth = truthOf(tenant)
      await truth.write(patterns(5))
      const first = read(tenant)
      await first.until(({ rows }) => truth.isIn(rows))
      const at = first.told.findLast(one => one.kind === 'up-to-date')
      first.stop()
      const handle = at?.kind === 'up-to-date' ? at.at.handle : ''
      const reader = read(tenant, { from: { handle, offset: '9007199254740990_0' } })
      await reader.until(({ rows }) => truth.isIn(rows))
      expect(countOf(reader, 'must-refetch')).toBe(1)
      expect(reader.asked.slice(1).map(one => one.headers.get('electric-handle'))).not.toContain(handle)
    })

    test.skipIf(kind.cannot.has('put-back'))(
      'C6: a database put back without a word is found out by the first write, and everybody reads again once',
      async () => {
        const tenant = await place.tenant()
        const truth = truthOf(tenant)
        await truth.write(patterns(5))
        const [putBack, forget] = [await tenant.keep(), truth.keep()]
        await truth.write(patterns(8, 'lost'))
        const readers = [read(tenant), read(tenant)]
        for (const reader of readers) await reader.until(({ rows }) => truth.isIn(rows))
        await putBack()
        forget()
        await truth.write([aPattern(30)])
        for (const reader of readers) {
          await reader.until(one => countOf(one, 'must-refetch') === 1 && truth.isIn(one.rows))
          expect(countOf(reader, 'must-refetch')).toBe(1)
        }
      },
    )

    test.skipIf(kind.cannot.has('put-back'))(
      'C6: a device that knows more than there is begins a new epoch, even when its offset is there',
      async () => {
        const tenant = await place.tenant()
        const truth = truthOf(tenant)
        await truth.write(patterns(5))
        const first = read(tenant)
        await first.until(({ rows }) => truth.isIn(rows))
        const before = first.asked[0]?.headers.get('bobbin-epoch')
        first.stop()
        const at = first.told.findLast(one => one.kind === 'up-to-date')
        let known = 999
        const reader = read(tenant, { known: () => known, ...(at?.kind === 'up-to-date' ? { from: at.at } : {}) })
        await reader.until(({ rows }) => truth.isIn(rows))
        known = 0
        expect(countOf(reader, 'must-refetch')).toBe(1)
        const epochs = reader.asked.map(one => one.headers.get('bobbin-epoch'))
        expect(epochs).not.toContain(before)
        expect(new Set(epochs).size).toBe(1)
      },
    )

    describe('C7', () => {
      let proxy: CuttingProxy
      const through = (tenant: PlaceTenant) => tenant.url().replace(/^http:\/\/[^/]+/, proxy.url)
      beforeAll(async () => {
        const tenant = await place.tenant()
        proxy = await startCuttingProxy(new URL(tenant.url()).origin)
      })
      afterAll(() => proxy.close())

      test('C7: a first reading cut at any byte loses nothing and tells nothing twice', async () => {
        const tenant = await place.tenant()
        const truth = truthOf(tenant)
        await truth.write(patterns(4))
        const whole = proxy.passed()
        const first = read(tenant, { url: through(tenant) })
        await first.until(({ rows }) => truth.isIn(rows))
        first.stop()
        const size = proxy.passed() - whole
        expect(size).toBeGreaterThan(500)
        const step = IS_SOAK ? 1 : Math.ceil(size / 60)
        for (let at = 0; at < size; at += step) {
          proxy.cutAfter(at)
          const reader = startReader({ url: through(tenant), token: tenant.token, isPersistent: true })
          await reader.until(({ rows }) => truth.isIn(rows))
          reader.stop()
          expect(countOf(reader, 'row'), `cut at ${at} of ${size}`).toBe(4)
        }
        expect(proxy.cuts()).toBeGreaterThan(50)
      })

      test('C7: a change cut at any byte on its way to who waits comes once', async () => {
        const tenant = await place.tenant()
        const truth = truthOf(tenant)
        await truth.write([aPattern(0)])
        const reader = read(tenant, { url: through(tenant), isPersistent: true })
        await reader.until(({ rows }) => truth.isIn(rows))
        const step = IS_SOAK ? 1 : 45
        let turns = 0
        for (let at = 0; at < 1_400; at += step) {
          const cut = proxy.cutAfter(at)
          await truth.write([aPattern(0, `cut at ${at}`)])
          await reader.until(({ rows }) => truth.isIn(rows))
          turns += 1
          cut.forget()
        }
        expect(countOf(reader, 'row')).toBe(1 + turns)
      })
    })

    test('C8: a token that is no longer good is replaced, and reading goes on where it was', async () => {
      const tenant = await place.tenant()
      const truth = truthOf(tenant)
      await truth.write(patterns(6))
      let isGood = true
      let asked = 0
      const reader = read(tenant, {
        token: () => (isGood ? tenant.token() : 'not.a.token'),
        onError: () => {
          asked += 1
          isGood = true
          return {}
        },
      })
      await reader.until(({ rows }) => truth.isIn(rows))
      isGood = false
      await truth.write([aPattern(7)])
      await reader.until(({ rows }) => truth.isIn(rows))
      await truth.write([aPattern(8)])
      await reader.until(({ rows }) => truth.isIn(rows))
      expect(asked).toBe(1)
      expect(reader.asked.filter(one => one.status === 401)).toHaveLength(1)
      expect(countOf(reader, 'row')).toBe(8)
      expect(countOf(reader, 'must-refetch')).toBe(0)
    })

    test('C9: trouble that passes is a 503 that says when to come back', async () => {
      const tenant = await place.tenant()
      const truth = truthOf(tenant)
      await truth.write(patterns(3))
      await tenant.setMoving(true)
      const reader = read(tenant)
      await eventually(() => reader.asked.length > 0)
      expect(reader.asked[0]?.status).toBe(503)
      const pause = Number(reader.asked[0]?.headers.get('retry-after'))
      expect(pause).toBeGreaterThanOrEqual(1)
      expect(pause).toBeLessThanOrEqual(5)
      await tenant.setMoving(false)
      await reader.until(({ rows }) => truth.isIn(rows))
      expect(countOf(reader, 'row')).toBe(3)
      // The pause was kept: it was asked for once, and then it was there.
      expect(reader.asked.filter(one => one.status === 503)).toHaveLength(1)
    })

    test.skipIf(kind.cannot.has('two-quilters')).each(['with an address of its own each', 'with one address'])(
      'C10: two quilters in one process never see each other (%s)',
      async how => {
        const tenants = [await place.tenant(), await place.tenant()]
        const truths = tenants.map(truthOf)
        const urlOf = (tenant: PlaceTenant) => (how === 'with one address' ? tenant.url().split('?')[0]! : tenant.url())
        for (const [n, truth] of truths.entries()) await truth.write(patterns(10, `of ${n}`))
        const readers = tenants.map(tenant => read(tenant, { url: urlOf(tenant) }))
        for (const [n, truth] of truths.entries()) {
          await readers[n]!.until(({ rows }) => truth.isIn(rows))
          await truth.write([aPattern(11 + n)])
          await readers[n]!.until(({ rows }) => truth.isIn(rows))
        }
        const handles = readers.map(reader => new Set(reader.asked.map(one => one.headers.get('electric-handle'))))
        expect([...handles[0]!].filter(handle => handles[1]!.has(handle))).toEqual([])
        // Another's handle is nobody's.
        const at = readers[0]!.told.findLast(one => one.kind === 'up-to-date')
        if (at?.kind !== 'up-to-date') throw new Error('never up to date')
        const stranger = read(tenants[1]!, { from: at.at })
        await stranger.until(({ rows }) => truths[1]!.isIn(rows))
        expect(stranger.told[0]?.kind).toBe('must-refetch')
      },
    )

    test.skipIf(kind.cannot.has('narrow'))(
      'C11: readers that vanish with requests in hand leave nothing behind',
      async () => {
        const tenant = await place.tenant()
        const truth = truthOf(tenant)
        await truth.write(patterns(30))
        await eventually(() => place.busy() === 0)
        for (let batches = 0; batches < 12; batches++) {
          const reader = startReader({ url: tenant.url('narrow'), token: tenant.token })
          let left = batches
          reader.onBatch(() => {
            if (left-- === 0) reader.stop()
          })
          if (batches === 0) reader.stop()
          await eventually(() => left < 0 || batches === 0)
        }
        await eventually(() => place.busy() === 0)
        const reader = read(tenant, { url: tenant.url('narrow') })
        await reader.until(({ rows }) => truth.isIn(rows))
        expect(countOf(reader, 'row')).toBe(30)
      },
    )
  })
}
