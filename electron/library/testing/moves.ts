import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { libraryContract, type LibraryContract } from '#shared/contract/library.ts'
import type { InputOf, OutputOf } from '#shared/contract/method.ts'
import { NOTHING_PREPARED } from '#shared/contract/library/preparation.ts'
import { KINDS } from '#shared/domain/pattern.ts'
import { firstPlan } from '#shared/domain/quilt-plan.ts'
import type { ReadDb } from '../db/handles.ts'
import type { Library } from '../library.ts'
import { drawn, written } from './design-files.ts'
import type { Dice } from './dice.ts'

/** Calls as a window does; fields with a default may be left out. */
export type Call = <Name extends keyof LibraryContract & string>(
  name: Name,
  input: Partial<InputOf<LibraryContract[Name]>>,
) => Promise<OutputOf<LibraryContract[Name]>>

export function callerOf(library: Pick<Library, 'handlers'>): Call {
  return async (name, input) => {
    const handler = library.handlers[name] as (input: unknown, context: object) => unknown
    const context = { signal: new AbortController().signal, progress() {} }
    return (await handler(libraryContract[name].input.parse(input), context)) as never
  }
}

/** What a move may reach for. */
export interface Table {
  readonly call: Call
  /** Looks only. */
  readonly db: ReadDb
  readonly dice: Dice
  /** Folders with a few pattern files each, to be brought in. */
  readonly shelves: string
}

type Recorded =
  | 'pattern'
  | 'tag'
  | 'tag_group'
  | 'collection'
  | 'collection_group'
  | 'designer'
  | 'saved_search'
  | 'machine'

/** Few names, so that they meet: equal but for case, taken, trashed and made anew. */
const NAMES = [
  'Feather',
  'feather',
  'Fethers',
  'Leaf',
  'Border 2',
  'Anna',
  'ANNA',
  'Anna’s quilt',
  'Café',
  '  Wild   Flowers ',
]
const NOTES = ['', 'ten inches', 'Ask Bea']
const SHELVES = 3
const VERDICTS = ['took', 'refused', 'quiet', 'sent'] as const

/** The folders to be brought in: their files overlap, as downloads do. */
export function makeShelves(at: string): void {
  for (let shelf = 0; shelf < SHELVES; shelf++) {
    mkdirSync(join(at, String(shelf)), { recursive: true })
    for (let index = 0; index < 3; index++) {
      const design = drawn(shelf * 2 + index, { notes: index === 0 ? ['Copyright Anna Bright'] : [] })
      writeFileSync(join(at, String(shelf), `Feather ${shelf}-${index}.qli`), written(design, 'qli'))
    }
  }
}

/** Everything that can be asked of a library and changes something of hers: each as often as its number says. */
const MOVES: Readonly<Record<string, readonly [often: number, move: (table: Table) => Promise<unknown>]>> = {
  rename: [3, t => t.call('patterns.edit', { ids: patterns(t), set: { name: name(t) } })],
  designer: [
    4,
    t => t.call('patterns.edit', { ids: patterns(t), set: { designer: t.dice.chance(0.2) ? '' : name(t) } }),
  ],
  facts: [
    3,
    t =>
      t.call('patterns.edit', {
        ids: patterns(t),
        set: { kind: t.dice.pick(KINDS)!, favourite: t.dice.chance(0.5), notes: t.dice.pick(NOTES)! },
      }),
  ],
  tag: [
    8,
    t =>
      t.call('patterns.tag', {
        ids: patterns(t),
        add: t.dice.some(NAMES, 3),
        remove: t.dice.chance(0.4) ? ids(t, 'tag', 2) : [],
      }),
  ],
  collect: [
    5,
    t =>
      t.call('patterns.collect', { ids: patterns(t), collectionId: one(t, 'collection'), member: t.dice.chance(0.7) }),
  ],
  collectInto: [2, t => t.call('patterns.collectInto', { ids: patterns(t), name: name(t) })],
  acceptTags: [
    3,
    t =>
      t.call('tidy.accept', {
        items: ids(t, 'pattern', 4).map(id => ({ id, tags: t.dice.some(NAMES, 2) })),
      }),
  ],
  declineTags: [2, t => t.call('tidy.decline', { ids: patterns(t), tags: t.dice.some(NAMES, 2) })],
  rightSo: [2, t => t.call('tidy.rightSo', { ids: patterns(t), group: 'way-up' })],
  goBack: [3, goBack],
  prepare: [2, prepare],
  chooseVersion: [1.5, t => version(t, fileId => ({ method: 'preparing.choose', fileId }))],
  removeVersion: [1, t => version(t, fileId => ({ method: 'preparing.remove', fileId }))],
  touch: [1, t => t.call('patterns.touch', { id: one(t, 'pattern') })],
  trash: [4, t => t.call('trash.put', { ids: patterns(t) })],
  restore: [4, t => t.call('trash.restore', { ids: patterns(t) })],
  forGood: [0.5, t => t.call('trash.deleteForGood', { ids: ids(t, 'pattern', 2) })],
  makeTag: [1, t => t.call('tags.create', { name: name(t) })],
  renameTag: [3, t => t.call('tags.edit', { id: one(t, 'tag'), set: { name: name(t) } })],
  arrangeTags: [3, t => t.call('tags.arrange', { ids: ids(t, 'tag', 3), set: place(t, 'tag_group') })],
  mergeTags: [4, t => t.call('tags.merge', { ids: ids(t, 'tag', 3), into: one(t, 'tag') })],
  trashTags: [2, t => t.call('tags.trash', { ids: ids(t, 'tag', 2) })],
  makeTagGroup: [1, t => t.call('tagGroups.create', { name: name(t) })],
  renameTagGroup: [1, t => t.call('tagGroups.edit', { id: one(t, 'tag_group'), name: name(t) })],
  trashTagGroup: [1, t => t.call('tagGroups.trash', { id: one(t, 'tag_group') })],
  makeCollection: [2, t => t.call('collections.create', { name: name(t) })],
  renameCollection: [
    2,
    t =>
      t.call('collections.edit', { id: one(t, 'collection'), set: { name: name(t), ...place(t, 'collection_group') } }),
  ],
  arrangeCollections: [
    2,
    t => t.call('collections.arrange', { ids: ids(t, 'collection', 3), set: place(t, 'collection_group') }),
  ],
  mergeCollections: [3, t => t.call('collections.merge', { ids: ids(t, 'collection', 3), into: one(t, 'collection') })],
  trashCollections: [2, t => t.call('collections.trash', { ids: ids(t, 'collection', 2) })],
  makeCollectionGroup: [1, t => t.call('collectionGroups.create', { name: name(t) })],
  renameCollectionGroup: [1, t => t.call('collectionGroups.edit', { id: one(t, 'collection_group'), name: name(t) })],
  trashCollectionGroup: [1, t => t.call('collectionGroups.trash', { id: one(t, 'collection_group') })],
  renameDesigner: [3, t => t.call('designers.edit', { id: one(t, 'designer'), name: name(t) })],
  mergeDesigners: [3, t => t.call('designers.merge', { ids: ids(t, 'designer', 2), into: one(t, 'designer') })],
  trashDesigners: [2, t => t.call('designers.trash', { ids: ids(t, 'designer', 2) })],
  saveSearch: [2, t => t.call('searches.save', { name: name(t), question: question(t), pinned: t.dice.chance(0.5) })],
  editSearch: [
    2,
    t => t.call('searches.edit', { id: one(t, 'saved_search'), set: { name: name(t), question: question(t) } }),
  ],
  trashSearch: [1, t => t.call('searches.trash', { id: one(t, 'saved_search') })],
  addMachine: [1, t => t.call('machines.add', { presetId: 'gammill-statler' })],
  renameMachine: [1, t => t.call('machines.rename', { id: one(t, 'machine'), name: name(t) })],
  changeMachine: [2, t => t.call('machines.change', { id: one(t, 'machine'), set: { longestName: rule(t) } })],
  trashMachine: [1, t => t.call('machines.trash', { id: one(t, 'machine') })],
  agreeToFormat: [
    1,
    t => t.call('machines.agree', { id: one(t, 'machine'), formats: ['iqp'], agreed: t.dice.chance(0.6) }),
  ],
  markTaken: [3, markTaken],
  planQuilt: [2, planQuilt],
  bringIn: [1, bringIn],
  undoImport: [0.7, undoImport],
  undo: [5, t => t.call('undo.undo', {})],
  redo: [3, t => t.call('undo.redo', {})],
}

/** The next thing she does. Answers its name, for the report of a failure. */
export async function makeMove(table: Table, without: ReadonlySet<string> = new Set()): Promise<string> {
  const moves = Object.entries(MOVES).filter(([move]) => !without.has(move))
  const all = moves.reduce((sum, [, [often]]) => sum + often, 0)
  let at = (table.dice.number(10_000) / 10_000) * all
  const [move, [, run]] = moves.find(([, [often]]) => (at -= often) < 0) ?? moves[0]!
  await run(table)
  return move
}

function known(db: ReadDb, table: Recorded): string[] {
  return db.values<string>({ text: `select id from ${table} order by id`, params: [] })
}

/** Of everything there is, in the trash or not: what cannot be done has to be refused. */
function ids({ db, dice }: Table, table: Recorded, most: number): string[] {
  return dice.some(known(db, table), most)
}

function one({ db, dice }: Table, table: Recorded): string {
  return dice.pick(known(db, table)) ?? 'nobody'
}

/** A few; now and then all of them, which takes many steps in a large library. */
function patterns(table: Table): string[] {
  return table.dice.chance(0.15) ? known(table.db, 'pattern') : ids(table, 'pattern', 5)
}

function name({ dice }: Table): string {
  return dice.pick(NAMES)!
}

function place(table: Table, groups: 'tag_group' | 'collection_group') {
  const { dice } = table
  if (dice.chance(0.5)) return { pinned: dice.chance(0.5) }
  return { groupId: dice.chance(0.3) ? null : one(table, groups) }
}

function question(table: Table) {
  const filter = {
    tagIds: ids(table, 'tag', 2),
    designerIds: ids(table, 'designer', 2),
    collectionId: one(table, 'collection'),
  }
  return { query: name(table), filter, sort: 'name' as const }
}

async function goBack(table: Table): Promise<unknown> {
  const id = one(table, 'pattern')
  const { entries } = await table.call('patterns.history', { id })
  const entry = table.dice.pick(entries)
  return entry && table.call('patterns.goBack', { id, entryId: entry.id })
}

/** A plan is kept anew, or the one that stands is changed. */
async function planQuilt(table: Table): Promise<unknown> {
  const patternId = one(table, 'pattern')
  const { kept } = await table.call('planning.last', { patternId })
  const plan = firstPlan(100 + table.dice.number(200))
  return table.call('planning.keep', { id: kept?.id ?? null, patternId, name: name(table), plan })
}

function rule({ dice }: Table): number | null {
  return dice.chance(0.3) ? null : 8 + dice.number(40)
}

async function markTaken(table: Table): Promise<unknown> {
  const { call, dice } = table
  const marks = patterns(table).map(patternId => ({ patternId, format: dice.pick(['qli', 'dxf'])! }))
  if (marks.length === 0) return
  return call('machines.mark', { machineId: one(table, 'machine'), marks, verdict: dice.pick(VERDICTS)! })
}

async function prepare(table: Table): Promise<unknown> {
  const { call, dice } = table
  const recipe = {
    ...NOTHING_PREPARED,
    mirrorX: true,
    reverse: dice.chance(0.5),
    widthMm: dice.chance(0.5) ? 300 : null,
  }
  return call('preparing.keep', { patternId: one(table, 'pattern'), recipe, forSending: dice.chance(0.7) })
}

async function version(
  table: Table,
  move: (fileId: string) => { method: 'preparing.choose' | 'preparing.remove'; fileId: string },
): Promise<unknown> {
  const { call, db, dice } = table
  const files = db.all<{ id: string; patternId: string }>({
    text: 'select id, pattern_id as patternId from file where recipe is not null order by id',
    params: [],
  })
  const file = dice.pick(files)
  if (!file) return
  const { method, fileId } = move(file.id)
  return call(method, { patternId: file.patternId, fileId })
}

/** The same shelf again finds what is here already, or puts it back from the trash. */
async function bringIn({ call, dice, shelves }: Table): Promise<unknown> {
  const { id } = await call('imports.look', { paths: [join(shelves, String(dice.number(SHELVES)))] })
  return call('imports.add', { id })
}

async function undoImport({ call, dice }: Table): Promise<unknown> {
  const { imports } = await call('imports.recent', {})
  const some = dice.pick(imports)
  return some && call('imports.undo', { id: some.id })
}
