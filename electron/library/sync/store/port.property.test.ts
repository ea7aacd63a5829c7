import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/sync/json.ts'
import type { DevicePort, HeldRecord, OutboxEntry } from '#shared/sync/device/port.ts'
import type { Json, RecordKey, Stamp } from '#shared/sync/record.ts'
import { memoryDrive } from '#shared/sync/testing/memory-port.ts'
import { tempStore } from '#library/testing/sync-parts.ts'
import { readMeta } from './meta.ts'

const RUNS = Number(process.env['PORT_RUNS'] ?? (process.env['BOBBIN_SOAK'] ? 1_000 : 60))
const SEED = process.env['BOBBIN_SEED']

const quiet = { put() {}, dropped() {} }

/** Few records, so that they meet: of tables that are known and one that is not, belonging to one another. */
const KEYS: readonly RecordKey[] = [
  { table: 'pattern', id: 'p1' },
  { table: 'pattern', id: 'p2' },
  { table: 'file', id: 'f1' },
  { table: 'pattern_tag', id: 'm1' },
  { table: 'tag', id: 't1' },
  { table: 'design_pair', id: 'd1' },
  { table: 'quilt', id: 'q1' },
]

const aKey = () => fc.constantFrom(...KEYS)
const aStamp = (): fc.Arbitrary<Stamp> =>
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 1 }), fc.constantFrom('a', 'b'))

const text = fc.oneof(fc.constantFrom('Swirl', ''), fc.string({ unit: 'binary', maxLength: 4 }))
const anyValue: fc.Arbitrary<Json> = fc.oneof(
  text,
  fc.constantFrom<Json>(null, 0, 1, true, 2.5, { a: [1] }, 9_007_199_254_740_991),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

/** Values a newer Bobbin may send are among them, and fields and kinds of values that no column takes. */
const VALUES: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  name: text,
  kind: fc.constantFrom('border', 'block'),
  state: fc.constant('readable'),
  notes: anyValue,
  favourite: anyValue,
  width_mm: anyValue,
  created_at: fc.oneof(fc.integer({ min: 0, max: 9 }), anyValue),
  trashed_at: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 9 }), anyValue),
  deleted_at: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  pattern_id: fc.constantFrom('p1', 'p2', 'elsewhere'),
  tag_id: fc.constantFrom('t1', 't2'),
  first_id: fc.constantFrom('p1', 'p2'),
  second_id: fc.constantFrom('p1', 'p2'),
  decision: fc.constant('keep-both'),
  hash: fc.constantFrom('h1', 'h2'),
  role: fc.constant('design'),
  format: fc.constant('qli'),
  bytes: fc.integer({ min: 0, max: 9 }),
  'newer, and odd': anyValue,
}

const aCellOf = (field: string) => fc.tuple(fc.constant(field), VALUES[field]!, aStamp())
const someCells = (): fc.Arbitrary<[string, Json, Stamp][]> =>
  fc
    .subarray(Object.keys(VALUES), { minLength: 1 })
    .chain(fields => fc.tuple(...fields.map(aCellOf)) as fc.Arbitrary<[string, Json, Stamp][]>)

const aHeldRecord = (): fc.Arbitrary<HeldRecord> =>
  fc
    .tuple(aKey(), someCells(), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 }))
    .map(([key, cells, dice, gen]) => ({
      ...key,
      fields: dice === 0 ? {} : Object.fromEntries(cells.map(([field, value]) => [field, value])),
      stamps: Object.fromEntries(cells.map(([field, , stamp]) => [field, stamp])),
      purged: dice === 0,
      gen,
    }))

const anEntry = (): fc.Arbitrary<OutboxEntry> =>
  fc
    .tuple(
      aKey(),
      fc.constantFrom(...Object.keys(VALUES)).chain(aCellOf),
      fc.option(aStamp(), { nil: null }),
      fc.boolean(),
      fc.option(fc.constant({ outcome: 'refused', code: 'x', message: 'X.', at: 1 } as const), { nil: null, freq: 4 }),
    )
    .map(([key, [field, value, stamp], base, again, held]) => ({ ...key, field, value, stamp, base, again, held }))

/** One thing the rules do or ask; the answer in a form in which order says nothing. */
type Move = (port: DevicePort) => Json

const plain = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)) as Json)
const anyOrder = (list: Iterable<unknown>): Json => [...list].map(plain).sort()

const aMove = (): fc.Arbitrary<Move> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.array(aHeldRecord(), { minLength: 1, maxLength: 4 }).map(puts) },
    { weight: 4, arbitrary: fc.array(anEntry(), { minLength: 1, maxLength: 5 }).map(putsEntries) },
    { weight: 4, arbitrary: aKey().map(key => waits(key)) },
    { weight: 3, arbitrary: fc.tuple(aKey(), fc.array(fc.nat(), { maxLength: 4 })).map(drops) },
    { weight: 1, arbitrary: fc.constant<Move>(port => (port.forgetTombstones(), null)) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 4 }).map<Move>(gen => port => anyOrder(port.recordsBefore(gen, 99))),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('p1', 't1').map<Move>(id => port => anyOrder(port.recordsNaming(id))),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 9 }).map<Move>(heard => port => (port.setMeta({ heard }), null)),
    },
    { weight: 1, arbitrary: fc.tuple(aHeldRecord(), anEntry()).map(setsAside) },
    { weight: 1, arbitrary: aKey().map<Move>(key => port => (port.dropAside(key), null)) },
  )

/** Stamped records, with entries for some of what they hold: what writing leaves behind. */
const puts =
  (records: readonly HeldRecord[]): Move =>
  port => {
    port.putRecords(records)
    for (const { table, id, fields, stamps } of records.slice(1)) {
      const [field] = Object.keys(fields)
      if (field !== undefined)
        port.putEntries([
          { table, id, field, value: fields[field]!, stamp: stamps[field]!, base: null, again: false, held: null },
        ])
    }
    return null
  }

const putsEntries =
  (entries: readonly OutboxEntry[]): Move =>
  port => (port.putEntries(entries), null)

const waits =
  (key: RecordKey): Move =>
  port => [anyOrder(port.entriesOf(key)), anyOrder(port.records([key, key]))]

const drops =
  ([key, places]: [RecordKey, number[]]): Move =>
  port => {
    const entries = port.entriesOf(key).toSorted((one, other) => (plain(one) < plain(other) ? -1 : 1))
    port.dropEntries(
      key,
      places.flatMap(place => entries[place % Math.max(entries.length, 1)] ?? []),
    )
    return anyOrder(port.entriesOf(key))
  }

const setsAside =
  ([{ gen: _gen, ...record }, entry]: [HeldRecord, OutboxEntry]): Move =>
  port => (port.putAside({ ...record, purged: false, entries: [entry], at: 3 }), null)

/** Everything there is. */
const everything: Move = port => [
  anyOrder(port.everyRecord()),
  anyOrder(KEYS.flatMap(key => port.entriesOf(key))),
  anyOrder(port.entriesToSend(99)),
  anyOrder(port.heldKeys().map(({ table, id }) => ({ table, id }))),
  port.hasEntriesToSend(),
  anyOrder(KEYS.map(key => port.aside(key))),
]

/** What belongs to a pattern that is known and has no row has none either; what is said to have no row has none. */
function strays(db: Temp['db']): unknown[] {
  const owned = ['file', 'pattern_tag'].map(
    table => `select '${table}' as stray, c.id from ${table} c join sync_row p
      on p.table_name = 'pattern' and p.row_id = c.pattern_id and p.away = 1`,
  )
  const away = ['pattern', 'file', 'pattern_tag', 'tag', 'design_pair'].map(
    table => `select '${table}', c.id from ${table} c left join sync_row r
      on r.table_name = '${table}' and r.row_id = c.id where r.away is not 0`,
  )
  return db.all({ text: [...owned, ...away].join(' union all '), params: [] })
}

type Temp = Awaited<ReturnType<typeof tempStore>>

/** Some of a transaction's moves; one that is broken off leaves nothing behind. */
const aTransaction = () =>
  fc.record({
    moves: fc.array(aMove(), { minLength: 1, maxLength: 4 }),
    isBrokenOff: fc.nat(9).map(dice => dice === 0),
  })

class BrokenOff extends Error {}

test('the library keeps what the rules put as their model does, whatever kind of values it is', async () => {
  const temp = await tempStore()
  await fc.assert(
    fc.asyncProperty(fc.array(aTransaction(), { minLength: 1, maxLength: 8 }), async transactions => {
      for (const table of [
        'sync_row',
        'sync_entry',
        'sync_aside',
        'sync_brake',
        'pattern',
        'file',
        'pattern_tag',
        'tag',
      ])
        temp.db.run({ text: `delete from ${table}`, params: [] })
      temp.db.run({ text: 'delete from design_pair', params: [] })
      let disk = memoryDrive({ device: readMeta(temp.db).device }, quiet).copy()
      for (const { moves, isBrokenOff } of transactions) {
        const model = memoryDrive({ copy: disk }, quiet)
        const wanted = moves.map(move => move(model))
        const got: Json[] = []
        try {
          temp.store.transaction(port => {
            for (const move of moves) got.push(move(port))
            if (isBrokenOff) throw new BrokenOff()
          })
        } catch (error) {
          if (!(error instanceof BrokenOff)) throw error
        }
        expect(got).toEqual(wanted)
        if (!isBrokenOff) disk = model.copy()
        expect(strays(temp.db)).toEqual([])
        expect(temp.store.read(everything)).toEqual(everything(memoryDrive({ copy: disk }, quiet)))
      }
    }),
    { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }) },
  )
}, 600_000)
