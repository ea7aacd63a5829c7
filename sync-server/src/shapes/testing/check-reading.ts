/** Conformance, part one: what is read is what is there (checks 1, 2, 3, 5 and 12 of the protocol page; traps 2, 3, 5). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Place, type ReadRow, type Reader, type ReaderOptions, startReader } from './reader.ts'
import {
  aPattern,
  type Copy,
  type PlaceKind,
  type PlaceTenant,
  patterns,
  type ShapePlace,
  type WrittenRecord,
} from './shape-place.ts'
import { recordsOf, truthOf } from './truth.ts'

/** Hers, counted; a part of it where time is short. */
const WHOLE_LIBRARY = process.env.BOBBIN_SOAK === '1' ? 15_651 : 4_000

/** Values that have gone wrong on a wire somewhere. */
const AWKWARD: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0.5,
  1e-7,
  9_007_199_254_740_991,
  1.7976931348623157e308,
  '',
  ' ',
  'null',
  'NULL',
  't',
  'f',
  '\\',
  '"',
  "'",
  '\\"',
  '\n\r\t\b\f',
  '\u2028\u2029',
  'Ünïcödé',
  '日本語',
  '🧵🪡',
  'a\\u0041b',
  '</script>',
  '{x,"y"}',
  '[]',
  [],
  {},
  [null, [[]], { a: { '': 1 } }],
  { 'key"with': 'quotes', 'and/slash': [1, 2] },
  'x'.repeat(70_000),
]

export function checkReading(kind: PlaceKind, started: () => ShapePlace): void {
  const copies: Copy[] = kind.cannot.has('narrow') ? ['wide'] : ['wide', 'narrow']

  describe(`reading from ${kind.name}`, () => {
    let place: ShapePlace
    const readers: Reader[] = []
    beforeAll(() => {
      place = started()
    })
    afterAll(async () => {
      for (const reader of readers) reader.stop()
    })
    const read = (tenant: PlaceTenant, copy: Copy, more: Partial<ReaderOptions> = {}): Reader => {
      const reader = startReader({ url: tenant.url(copy), token: tenant.token, ...more })
      readers.push(reader)
      return reader
    }

    test.each(copies.flatMap(copy => [0, 1, 60].map(count => ({ copy, count }))))(
      'C1: a first reading of $count records in $copy chunks holds each once, and is up to date once',
      async ({ copy, count }) => {
        const tenant = await place.tenant()
        const truth = truthOf(tenant)
        if (count > 0) await truth.write(patterns(count))
        const reader = read(tenant, copy)
        await reader.until(({ rows }) => truth.isIn(rows))
        reader.stop()
        expect(reader.told.filter(one => one.kind === 'row')).toHaveLength(count)
        expect(reader.told.filter(one => one.kind === 'up-to-date')).toHaveLength(1)
        expect(reader.told.filter(one => one.kind === 'must-refetch')).toEqual([])
      },
    )

    test.each(copies.filter(copy => copy === 'wide' || process.env.BOBBIN_SOAK === '1'))(
      'C1: a whole library comes in %s chunks',
      { timeout: 600_000 },
      async copy => {
        const tenant = await place.tenant()
        await tenant.write(patterns(WHOLE_LIBRARY))
        const reader = read(tenant, copy)
        await reader.until(({ rows }) => rows.size === WHOLE_LIBRARY)
        reader.stop()
        expect(reader.told.filter(one => one.kind === 'row')).toHaveLength(WHOLE_LIBRARY)
        expect(reader.told.filter(one => one.kind === 'up-to-date')).toHaveLength(1)
      },
    )

    test('C2: every value of a record comes as it was written, first and as a change', async () => {
      const tenant = await place.tenant()
      const truth = truthOf(tenant)
      const written = (turn: number): WrittenRecord[] =>
        AWKWARD.map((value, n) => ({
          table: n % 3 === 0 ? 'a table/of "hers"' : 'pattern',
          id: `${['a/b', 'a//b', 'a"b', 'ü', 'null', ''][n % 6]}-${n}`,
          fields: { value, turn, 'a "field"/name': value },
          stamps: { value: [n, turn, 'device'] },
          purged: (n + turn) % 2 === 0,
        }))
      await truth.write(written(0))
      const reader = read(tenant, 'wide')
      await reader.until(({ rows }) => rows.size === AWKWARD.length)
      expect(recordsOf(reader.rows)).toEqual(truth.records)
      await truth.write(written(1))
      await reader.until(({ rows }) => [...rows.values()].every(row => row.fields.turn === 1))
      expect(recordsOf(reader.rows)).toEqual(truth.records)
      expect([...reader.rows.values()].every(row => typeof row.seq === 'bigint')).toBe(true)
      expect([...reader.rows.keys()]).toContain('"public"."record"/"a table//of "hers""/"a//b-0"')
      reader.stop()
    })

    test('C3: a change reaches who waits, a change that changes nothing reaches nobody', async () => {
      const tenant = await place.tenant()
      const truth = truthOf(tenant)
      await truth.write(patterns(3))
      const reader = read(tenant, 'wide')
      await reader.until(({ rows }) => truth.isIn(rows))
      await truth.write([aPattern(1, 'Renamed')])
      await reader.until(({ rows }) => truth.isIn(rows))
      const toldBefore = reader.told.filter(one => one.kind === 'row').length
      await truth.write([aPattern(1, 'Renamed')])
      await truth.write([{ ...aPattern(2), fields: {}, purged: true }])
      await reader.until(({ rows }) => truth.isIn(rows))
      expect(reader.told.filter(one => one.kind === 'row')).toHaveLength(toldBefore + 1)
      reader.stop()
    })

    test.each(copies)('C3: an up-to-date never stands in the middle of a transaction (%s chunks)', async copy => {
      const tenant = await place.tenant()
      const size = copy === 'wide' ? 1_000 : 25
      await tenant.write(patterns(size, 'turn 0'))
      const reader = read(tenant, copy)
      const broken: unknown[] = []
      const turns = 6
      const watched = reader.until(({ rows }) => {
        const names = new Set([...rows.values()].map(row => row.fields.name))
        if (names.size > 1) broken.push([...names])
        return rows.size === size && names.has(`turn ${turns}`)
      })
      for (let turn = 1; turn <= turns; turn++) await tenant.write(patterns(size, `turn ${turn}`))
      await watched
      expect(broken).toEqual([])
      reader.stop()
    })

    test('C5: whoever reads on from any place that was ever answered ends where all others do', async () => {
      const tenant = await place.tenant()
      const truth = truthOf(tenant)
      await truth.write(patterns(12))
      const first = read(tenant, copies.at(-1)!)
      const kept: { at: Place; rows: Map<string, ReadRow> }[] = []
      first.onBatch(at => kept.push({ at, rows: new Map(first.rows) }))
      await first.until(({ rows }) => truth.isIn(rows))
      for (let turn = 0; turn < 8; turn++) {
        await truth.write([aPattern(turn % 5, `turn ${turn}`), aPattern(20 + turn)])
        await first.until(({ rows }) => truth.isIn(rows))
      }
      first.stop()
      expect(kept.length).toBeGreaterThan(8)
      for (const [n, { at, rows }] of kept.entries()) {
        const later = read(tenant, copies[n % copies.length]!, { from: at })
        await later.until(reader => truth.isIn(new Map([...rows, ...reader.rows])))
        later.stop()
        expect(later.told.some(one => one.kind === 'must-refetch')).toBe(false)
      }
    })
  })
}
