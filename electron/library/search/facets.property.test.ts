import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { FACETS, type PatternFacets, type PatternFilter } from '#shared/contract/library/patterns.ts'
import {
  DENSITIES,
  ENDS,
  KINDS,
  LINES,
  SIZES,
  endsOf,
  sizeOf,
  NO_DESIGNER,
  RECENT_DAYS,
} from '#shared/domain/pattern.ts'
import { commit, type RowChange } from '../db/commit.ts'
import type { WriteDb } from '../db/handles.ts'
import { openForReading } from '../db/open-for-reading.ts'
import { sql } from '../db/sql.ts'
import { addJob } from '../db/tables/job.ts'
import { chooseSource } from '../export/choose-source.ts'
import { registryAbilities } from '../export/abilities.ts'
import { patternsToSend } from '../export/sending/queries.ts'
import { knownMachine } from '../machines/known.ts'
import { machineNeeds } from '../machines/needs.ts'
import { createReaderDesk } from '../reader/readings.ts'
import { tempDatabase } from '../testing/temp-database.ts'
import { countFacets } from './facets.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 5, 1, 12, 30)
const DESIGNERS = ['d0', 'd1']
const TAGS = ['t0', 't1', 't2']
const COLLECTIONS = ['c0', 'c1']
const FORMATS = ['qli', 'dxf', 'csq']
const IMPORTS = ['i0', 'i1']
/** Her machines, the last one for patterns in one line only. */
const MACHINES = { m0: 'gammill-statler', m1: 'janome-embroidery', m2: 'any-dxf' } as const

/** One pattern as a person would describe it; what the library is asked afterwards is worked out from these by plain loops. */
interface Described {
  readonly id: string
  readonly word: string
  readonly kind: (typeof KINDS)[number]
  readonly favourite: boolean
  readonly designer: string | null
  readonly tags: readonly string[]
  readonly collections: readonly string[]
  readonly formats: readonly string[]
  readonly jumps: number | null
  /** Inches stitched on a square inch; null: not known. */
  readonly closeness: number | null
  readonly riseMm: number | null
  readonly isClosed: boolean
  readonly import: string | null
  readonly planned: 'yes' | 'once' | 'no'
  readonly isDamaged: boolean
  readonly inches: readonly [number, number] | null
  readonly isStated: boolean
  readonly usedDaysAgo: number | null
  readonly addedDaysAgo: number
  readonly isTrashed: boolean
}

const days = fc.constantFrom(0, 3, 6.9, 7.1, 20, 40, 300, 500)
const described = fc.record({
  word: fc.constantFrom('feather', 'leaf'),
  kind: fc.constantFrom(...KINDS.slice(0, 3)),
  favourite: fc.boolean(),
  designer: fc.option(fc.constantFrom(...DESIGNERS)),
  tags: fc.subarray(TAGS),
  collections: fc.subarray(COLLECTIONS),
  formats: fc.subarray(FORMATS),
  jumps: fc.option(fc.nat(1)),
  closeness: fc.option(fc.constantFrom(0.5, 0.99, 1.01, 1.99, 2.01, 3)),
  riseMm: fc.option(fc.constantFrom(0, 0.5, -0.5, 0.52, -40)),
  isClosed: fc.boolean(),
  import: fc.option(fc.constantFrom(...IMPORTS)),
  planned: fc.constantFrom('yes' as const, 'once' as const, 'no' as const),
  isDamaged: fc.boolean(),
  inches: fc.option(fc.tuple(fc.constantFrom(3, 6, 6.04, 6.06, 12, 20), fc.constantFrom(2, 6, 14))),
  isStated: fc.boolean(),
  usedDaysAgo: fc.option(days),
  addedDaysAgo: days,
  isTrashed: fc.boolean(),
})

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const filters = fc
  .record({
    kinds: maybe(fc.subarray(KINDS.slice(0, 3), { minLength: 1 })),
    sizes: maybe(fc.subarray([...SIZES], { minLength: 1 })),
    lines: maybe(fc.subarray([...LINES], { minLength: 1 })),
    formats: maybe(fc.subarray(FORMATS, { minLength: 1 })),
    densities: maybe(fc.subarray([...DENSITIES], { minLength: 1 })),
    ends: maybe(fc.subarray([...ENDS], { minLength: 1 })),
    planned: maybe(fc.boolean()),
    importIds: maybe(fc.subarray([...IMPORTS, 'gone'], { minLength: 1 })),
    machineIds: maybe(fc.subarray([...Object.keys(MACHINES), 'gone'], { minLength: 1 })),
    addedBetween: maybe(
      fc.constantFrom(
        { min: NOW - 30 * DAY_MS },
        { max: NOW - 30 * DAY_MS },
        { min: NOW - 50 * DAY_MS, max: NOW - DAY_MS },
      ),
    ),
    designerIds: maybe(fc.subarray([...DESIGNERS, NO_DESIGNER, 'gone'], { minLength: 1 })),
    tagIds: maybe(fc.subarray(TAGS, { minLength: 1 })),
    untagged: maybe(fc.constant(true)),
    collectionIds: maybe(fc.subarray(COLLECTIONS, { minLength: 1 })),
    collectionId: maybe(fc.constantFrom(...COLLECTIONS)),
    favourite: maybe(fc.boolean()),
    used: maybe(fc.boolean()),
    usedWithinDays: maybe(fc.constantFrom(...RECENT_DAYS)),
    addedWithinDays: maybe(fc.constantFrom(...RECENT_DAYS)),
    widthMm: maybe(fc.constantFrom({ min: 100 }, { max: 160 }, { min: 100, max: 400 })),
    trashed: maybe(fc.boolean()),
  })
  // Asking for everything at once finds nothing: few rules a question say more.
  .chain(all => fc.subarray(Object.keys(all) as (keyof typeof all)[], { maxLength: 4 }).map(keys => pick(all, keys)))

function pick(all: Record<string, unknown>, keys: readonly string[]): PatternFilter {
  return Object.fromEntries(keys.filter(key => all[key] !== undefined).map(key => [key, all[key]]))
}

/** The rule of each field, said once more in the plainest way. */
function passes(one: Described, filter: PatternFilter, ready: Ready): boolean {
  const isSomeOf = <T>(wanted: readonly T[] | undefined, has: readonly T[]) =>
    wanted === undefined || wanted.some(value => has.includes(value))
  const isWithin = (ago: number | null, within: number | undefined) =>
    within === undefined || (ago !== null && ago <= within)
  return (
    one.isTrashed === (filter.trashed ?? false) &&
    isSomeOf(filter.kinds, [one.kind]) &&
    isSomeOf(filter.sizes, [sizeIn(one)]) &&
    isSomeOf(filter.lines, one.jumps === null ? [] : [one.jumps === 0 ? 'one' : 'several']) &&
    isSomeOf(filter.formats, one.formats) &&
    isSomeOf(filter.densities, densityIn(one)) &&
    isSomeOf(filter.ends, endsIn(one)) &&
    isSomeOf(filter.machineIds, ready.get(one.id) ?? []) &&
    isSomeOf(filter.importIds, one.import === null ? [] : [one.import]) &&
    (filter.planned === undefined || filter.planned === (one.planned === 'yes')) &&
    isSomeOf(filter.designerIds, [one.designer ?? NO_DESIGNER]) &&
    (filter.tagIds ?? []).every(id => one.tags.includes(id)) &&
    (!filter.untagged || one.tags.length === 0) &&
    isSomeOf(filter.collectionIds, one.collections) &&
    (filter.collectionId === undefined || one.collections.includes(filter.collectionId)) &&
    (filter.favourite === undefined || filter.favourite === one.favourite) &&
    (filter.used === undefined || filter.used === (one.usedDaysAgo !== null)) &&
    isWithin(one.usedDaysAgo, filter.usedWithinDays) &&
    isWithin(one.addedDaysAgo, filter.addedWithinDays) &&
    NOW - one.addedDaysAgo * DAY_MS >= (filter.addedBetween?.min ?? 0) &&
    NOW - one.addedDaysAgo * DAY_MS <= (filter.addedBetween?.max ?? NOW) &&
    isInRange(one, filter.widthMm)
  )
}

/** Machines that sending would find something for, by pattern. */
type Ready = ReadonlyMap<string, readonly string[]>

function densityIn({ closeness, inches, isStated }: Described): (typeof DENSITIES)[number][] {
  if (closeness === null || !inches || !isStated) return []
  return [closeness < 1 ? 'open' : closeness < 2 ? 'medium' : 'dense']
}

function endsIn({ riseMm, isClosed, inches, isStated }: Described): (typeof ENDS)[number][] {
  const ends = endsOf(riseMm, isClosed, { widthMm: inches && inches[0] * 25.4, isStated: isStated && inches !== null })
  return ends === null ? [] : [ends]
}

function isInRange(one: Described, range: PatternFilter['widthMm']): boolean {
  if (!range) return true
  if (!one.inches || !one.isStated) return false
  const width = one.inches[0] * 25.4
  return width >= (range.min ?? 0) && width <= (range.max ?? Infinity)
}

function sizeIn(one: Described): (typeof SIZES)[number] {
  return one.inches && one.isStated ? sizeOf(one.inches[0] * 25.4, one.inches[1] * 25.4) : 'unknown'
}

/** What the count of a value promises: choose it alone in its group, and so many hang on the wall. */
function expected(all: readonly Described[], filter: PatternFilter, ready: Ready): PatternFacets {
  const count = (change: PatternFilter, without: readonly (keyof PatternFilter)[]) => {
    const rest = Object.fromEntries(Object.entries(filter).filter(([field]) => !without.includes(field as never)))
    return all.filter(one => passes(one, { ...rest, ...change }, ready)).length
  }
  const choose = <T extends string>(values: readonly T[], field: keyof PatternFilter) =>
    values
      .map(value => ({ value, patterns: count({ [field]: [value] }, [field]) }))
      .filter(({ value, patterns }) => patterns > 0 || ((filter[field] as T[] | undefined) ?? []).includes(value))
  const name = (ids: readonly string[], field: keyof PatternFilter) =>
    choose(ids, field).map(({ value, patterns }) => ({ id: value, name: value === NO_DESIGNER ? '' : value, patterns }))
  const one = (tag: string) => count({ tagIds: [...(filter.tagIds ?? []), tag] }, ['untagged'])
  const within = (field: 'usedWithinDays' | 'addedWithinDays') =>
    RECENT_DAYS.map(value => ({ value, patterns: count({ [field]: value }, ['used', field]) }))
  return {
    total: count({}, []),
    kinds: choose(KINDS, 'kinds'),
    sizes: choose(SIZES, 'sizes'),
    lines: choose(LINES, 'lines'),
    densities: choose(DENSITIES, 'densities'),
    ends: choose(ENDS, 'ends'),
    machines: Object.keys(MACHINES).map(id => ({
      id,
      name: id,
      patterns: count({ machineIds: [id] }, ['machineIds']),
    })),
    quilts: { planned: count({ planned: true }, ['planned']), never: count({ planned: false }, ['planned']) },
    imports: name(IMPORTS.toReversed(), 'importIds').map(one => ({ ...one, at: IMPORTED_AT })),
    formats: choose(FORMATS.toSorted(), 'formats'),
    designers: name([...DESIGNERS, NO_DESIGNER], 'designerIds'),
    collections: name(COLLECTIONS, 'collectionIds'),
    tags: {
      tags: TAGS.map(id => ({ id, name: id, patterns: one(id) })).filter(
        ({ id, patterns }) => patterns > 0 || filter.tagIds?.includes(id),
      ),
      untagged: count({ untagged: true }, ['tagIds']),
    },
    favourites: { patterns: count({ favourite: true }, []) },
    used: { within: within('usedWithinDays'), never: count({ used: false }, ['usedWithinDays']) },
    added: {
      within: RECENT_DAYS.map(value => ({ value, patterns: count({ addedWithinDays: value }, ['addedBetween']) })),
    },
  }
}

function recordsOf(all: readonly Described[]): RowChange[] {
  const names = [
    ...DESIGNERS.map(id => ({ table: 'designer' as const, id })),
    ...TAGS.map(id => ({ table: 'tag' as const, id })),
    ...COLLECTIONS.map(id => ({ table: 'collection' as const, id })),
  ].map(({ table, id }): RowChange => ({ table, id, set: { name: id } }))
  const machines = Object.entries(MACHINES).map(
    ([id, presetId]): RowChange => ({
      table: 'machine',
      id,
      set: { name: id, preset_id: presetId, experimental: '[]', ...(id === 'm2' ? { on_pieces: 'refuse' } : {}) },
    }),
  )
  return [...names, ...machines, ...all.flatMap(patternRecords)]
}

function patternRecords(one: Described): RowChange[] {
  return [
    {
      table: 'pattern',
      id: one.id,
      set: {
        name: one.word,
        kind: one.kind,
        state: stateOf(one),
        main_hash: stateOf(one) === 'readable' ? `${one.id}${readableOf(one)[0]}` : null,
        import_id: one.import,
        stitched_mm:
          one.closeness === null || !one.inches ? null : one.closeness * one.inches[0] * one.inches[1] * 25.4,
        end_rise_mm: one.riseMm,
        closed: one.isClosed ? 1 : 0,
        favourite: one.favourite ? 1 : 0,
        designer_id: one.designer,
        jumps: one.jumps,
        width_mm: one.inches ? one.inches[0] * 25.4 : null,
        height_mm: one.inches ? one.inches[1] * 25.4 : null,
        size_source: one.isStated ? 'stated' : 'unknown',
        last_used_at: one.usedDaysAgo === null ? null : NOW - one.usedDaysAgo * DAY_MS,
        trashed_at: one.isTrashed ? NOW : null,
      },
    },
    ...one.tags.map(
      (tag): RowChange => ({ table: 'pattern_tag', id: `${one.id}${tag}`, set: { pattern_id: one.id, tag_id: tag } }),
    ),
    ...one.collections.map(
      (of): RowChange => ({
        table: 'collection_pattern',
        id: `${one.id}${of}`,
        set: { pattern_id: one.id, collection_id: of },
      }),
    ),
    ...[...one.formats, 'gif'].map(
      (format): RowChange => ({
        table: 'file',
        id: `${one.id}${format}`,
        set: {
          pattern_id: one.id,
          hash: `${one.id}${format}`,
          name: `a.${format}`,
          role: format === 'gif' ? 'picture' : format === 'csq' ? 'locked' : 'design',
          format,
          bytes: 1,
        },
      }),
    ),
    ...(one.planned === 'no'
      ? []
      : [
          {
            table: 'plan' as const,
            id: `plan ${one.id}`,
            set: { pattern_id: one.id, name: 'A', plan: '{}', trashed_at: one.planned === 'once' ? NOW : null },
          },
        ]),
  ]
}

const readableOf = ({ formats, isDamaged }: Described) =>
  formats.filter(format => format !== 'csq' && !(format === 'qli' && isDamaged))

function stateOf(one: Described): 'readable' | 'locked' | 'unreadable' {
  return readableOf(one).length > 0 ? 'readable' : one.formats.includes('csq') ? 'locked' : 'unreadable'
}

const IMPORTED_AT = 1_000

/** What reading each file came to. */
function keepOriginals(db: WriteDb, all: readonly Described[]): void {
  for (const one of all)
    for (const format of [...one.formats, 'gif']) {
      const outcome =
        format === 'gif'
          ? 'not-a-design'
          : readableOf(one).includes(format)
            ? 'read'
            : format === 'csq'
              ? 'locked'
              : 'unreadable'
      const measures = {
        size: 'stated',
        points: 2,
        runs: (one.jumps ?? 0) + 1,
        pauses: 0,
        start: null,
        end: null,
        bounds: null,
      }
      const facts = outcome === 'read' ? JSON.stringify(measures) : null
      db.run(sql`insert into original (hash, bytes, format, detected_by, parse_version, outcome, facts, kept_at)
        values (${one.id + format}, 1, ${format}, 'content', 1, ${outcome}, ${facts}, 1)`)
    }
}

function addImports(db: WriteDb): void {
  for (const id of IMPORTS)
    addJob(db, { id, kind: 'import', state: 'done', payload: JSON.stringify({ label: id }), now: IMPORTED_AT })
}

function readyIn(db: WriteDb, all: readonly Described[]): Ready {
  const patterns = new Map(
    patternsToSend(
      db,
      all.map(({ id }) => id),
    ).map(one => [one.id, { ...one, isTrashed: false }]),
  )
  return new Map(
    all.map(({ id }) => {
      const isFor = (machine: string) =>
        chooseSource(patterns.get(id)!, knownMachine(db, machine, [id]), registryAbilities).kind !== 'skip'
      return [id, Object.keys(MACHINES).filter(isFor)]
    }),
  )
}

async function libraryOf(all: readonly Described[]) {
  const context = await tempDatabase()
  keepOriginals(context.db, all)
  addImports(context.db)
  commit(context, { label: 'import', args: {}, changes: recordsOf(all) })
  for (const { id, addedDaysAgo } of all)
    context.db.run({
      text: 'update pattern set created_at = ? where id = ?',
      params: [NOW - addedDaysAgo * DAY_MS, id],
    })
  const reading = openForReading(context.path)
  onTestFinished(reading.close)
  return { context, desk: createReaderDesk(reading.db) }
}

test('every count is what the wall holds once that value is chosen', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(described, { minLength: 1, maxLength: 25 }),
      fc.array(filters, { minLength: 6, maxLength: 12 }),
      fc.constantFrom('', 'feather'),
      async (found, questions, query) => {
        const all = found.map((one, index): Described => ({ ...one, id: `p${index}` }))
        const asked = all.filter(({ word }) => query === '' || word === query)
        const { desk, context } = await libraryOf(all)
        const given = { now: NOW, machines: machineNeeds(context.db) }
        const ready = readyIn(context.db, all)
        for (const filter of questions) {
          const facets = countFacets(desk.db, desk.shelf, desk.keyword, { query, filter, of: FACETS, ...given })
          expect([filter, facets]).toEqual([filter, expected(asked, filter, ready)])
          const wall = desk.results.ids({ query, filter, sort: 'newest', ...given })
          const passing = asked.filter(one => passes(one, filter, ready)).map(({ id }) => id)
          expect(wall.toSorted()).toEqual(passing.toSorted())
        }
      },
    ),
    { numRuns: 60 },
  )
})
