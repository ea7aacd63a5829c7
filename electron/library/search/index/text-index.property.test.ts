import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { commit, type RowChange } from '#library/db/commit.ts'
import { patternTagId } from '#library/db/derived-id.ts'
import { openForReading } from '#library/db/open-for-reading.ts'
import { sql } from '#library/db/sql.ts'
import { createReaderDesk, type ReaderDesk } from '#library/reader/readings.ts'
import { plainLanguage } from '#library/testing/plain-language.ts'
import { tempDatabase } from '#library/testing/temp-database.ts'
import { forgetDoc } from '#library/search/words.ts'
import type { Piece } from '#shared/search/language/types.ts'
import { scoreOf, seqOf } from '#library/search/ranking.ts'
import { decode, encode } from './index-file.ts'
import type { TextIndex, WordedPattern } from './text-index.ts'

const PATTERNS = 6
const which = fc.nat(PATTERNS - 1)
const words = fc.constantFrom('Swirl', 'Swirls', 'featherSwirl', 'Owl border', 'Étoile 12', 'robin', 'feathr', '')

const step = fc.oneof(
  fc.record({ do: fc.constant('name' as const), which, words }),
  fc.record({ do: fc.constant('notes' as const), which, words }),
  fc.record({ do: fc.constant('kind' as const), which, kind: fc.constantFrom('border', 'block') }),
  fc.record({ do: fc.constant('designer' as const), words }),
  fc.record({ do: fc.constant('file' as const), which, words }),
  fc.record({ do: fc.constant('tag' as const), which, isOn: fc.boolean() }),
  fc.record({ do: fc.constant('rename-tag' as const), words }),
  fc.record({ do: fc.constant('trash' as const), which, isIn: fc.boolean() }),
  fc.record({ do: fc.constant('delete' as const), which }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
type Context = Awaited<ReturnType<typeof tempDatabase>>

const QUERIES = [
  's',
  'swirl',
  'swirls owl',
  'bird not border',
  'not block',
  'border ',
  'feather',
  'eath',
  'zz',
  'étoile 1',
]

function changeOf(one: Exclude<Step, { do: 'delete' }>): RowChange {
  switch (one.do) {
    case 'name':
      return { table: 'pattern', id: `p${one.which}`, set: { name: one.words, ...(one.which === 0 ? WORN : {}) } }
    case 'notes':
      return { table: 'pattern', id: `p${one.which}`, set: { notes: one.words } }
    case 'kind':
      return { table: 'pattern', id: `p${one.which}`, set: { kind: one.kind } }
    case 'trash':
      return { table: 'pattern', id: `p${one.which}`, set: { trashed_at: one.isIn ? 1 : null } }
    case 'designer':
      return { table: 'designer', id: 'd', set: { name: one.words } }
    case 'rename-tag':
      return { table: 'tag', id: 't', set: { name: one.words } }
    case 'file': {
      const set = {
        pattern_id: `p${one.which}`,
        name: `${one.words}.qli`,
        hash: 'h',
        role: 'design',
        format: 'qli',
        bytes: 1,
      }
      return { table: 'file', id: `f${one.which}`, set }
    }
    case 'tag': {
      const set = { pattern_id: `p${one.which}`, tag_id: 't', trashed_at: one.isOn ? null : 1 }
      return { table: 'pattern_tag', id: patternTagId(`p${one.which}`, 't'), set }
    }
  }
}

const WORN = { designer_id: 'd' }
const NEW = { name: 'New', kind: 'other', state: 'readable' }

/** What a commit tells, as the library does. */
function take(context: Context, one: Step, tell: (ids: string[] | null) => void): void {
  if (one.do === 'delete') {
    const id = `p${one.which}`
    const seq = context.db.values<number>(sql`select seq from pattern where id = ${id}`)[0]
    if (seq === undefined) return
    context.db.transaction(() => {
      forgetDoc(context.db, seq)
      context.db.run(sql`delete from pattern where id = ${id}`)
    })
    return tell([id])
  }
  const isThere = 'which' in one && context.db.get(sql`select 1 from pattern where id = ${`p${one.which}`}`)
  const make: RowChange[] = 'which' in one && !isThere ? [{ table: 'pattern', id: `p${one.which}`, set: NEW }] : []
  commit(context, { label: 'edit', args: {}, changes: [...make, changeOf(one)] })
}

const answersOf = (desk: ReaderDesk) =>
  QUERIES.map(query => {
    const found = desk.text.find(query)
    const byRow = [...(found?.ranks ?? [])].map(rank => [seqOf(rank), scoreOf(rank)]).sort((a, b) => a[0]! - b[0]!)
    return { query, byRow, understood: found?.understood }
  })

/** How well a pattern fits a piece, and how near what it has is to what was asked. */
interface Fit {
  readonly value: number
  readonly kin: number
}

const NONE: Fit = { value: 0, kin: 0 }

/** The formula once more, word by word and pattern by pattern. */
function slowly(context: Context, pieces: readonly Piece[]): [number, number][] {
  const all = context.db.all<WordedPattern>(
    sql`select d.*, p.kind as kind from pattern_doc d join pattern p on p.seq = d.seq`,
  )
  const asked = pieces.filter(piece => !piece.not)
  const fits = (piece: Piece) => {
    const whole = all.map(one => fitOf(one, piece))
    const isFound = whole.some(({ value }) => value > 0)
    return isFound || piece.kind !== 'word' ? whole : all.map(one => partFit(one, piece))
  }
  const by = asked.map(fits)
  const away = pieces.filter(piece => piece.not).map(fits)
  return all.flatMap(({ seq }, row): [number, number][] => {
    const share = by.reduce((sum, fit) => sum + fit[row]!.kin ** 2, 0) / Math.max(1, asked.length)
    if (away.some(fit => fit[row]!.value > 0) || (share === 0 && asked.length > 0)) return []
    const sum = by.reduce((total, fit) => {
      const having = fit.filter(({ value }) => value > 0).length
      return total + fit[row]!.value * Math.min(1.5, 0.5 + 0.12 * Math.log(1 + all.length / (1 + having)))
    }, 0)
    return [[seq, asked.length === 0 ? 0 : (0.2 + 0.8 * share ** 2) * sum]]
  })
}

const WEIGHTS = { name: 3, tags: 2.2, files: 1.2, designer: 0.8, notes: 0.35 } as const
const FIRST_WORD = 0.3
const FIELDS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]
const worth = (t: number) => t / (t + 1.6)
const letterWorth = (fields: readonly string[], isFirst: boolean) => {
  if (isFirst) return 1
  if (fields.includes('name')) return 0.6
  return fields.includes('tags') || fields.includes('designer') ? 0.5 : fields.length > 0 ? 0.2 : 0
}

const formsIn = (text: string, way: Piece['any'][number]): string[] => {
  const tokens = plainLanguage.tokensOf(text)
  if ('concept' in way) return plainLanguage.conceptsOf(tokens).includes(way.concept) ? [way.concept] : []
  const isIt = (word: string, stem: string) => ('stem' in way ? stem === way.stem : word.startsWith(way.prefix))
  return tokens.filter(token => isIt(token.text, token.stem)).map(token => token.text)
}

function fitOf(one: WordedPattern, piece: Piece): Fit {
  const first = plainLanguage.tokensOf(one.name)[0]?.text
  const fits = piece.any.flatMap(way => {
    const forms = new Set(FIELDS.flatMap(field => formsIn(one[field], way)))
    return [...forms].map((form): Fit => {
      const fields = FIELDS.filter(field => formsIn(one[field], way).includes(form))
      const isFirst = form === first && !('concept' in way)
      const t = fields.reduce((sum, field) => sum + WEIGHTS[field], isFirst ? FIRST_WORD : 0)
      const isLetter = 'prefix' in way && way.prefix.length === 1
      const isTold = piece.kind === 'word' || fields.some(field => field !== 'designer' && field !== 'notes')
      return {
        value: way.weight * (isLetter ? letterWorth(fields, isFirst) : worth(t)),
        kin: way.weight * (isTold ? 1 : 0.5),
      }
    })
  })
  const isOfKind = piece.kinds?.some(kind => kind === one.kind)
  if (isOfKind) fits.push({ value: worth(2.2), kin: 1 })
  const trust = piece.kinds && !isOfKind && one.kind !== 'other' ? 0.4 : 1
  return best(fits.map(({ value, kin }) => ({ value: value * trust, kin: kin * trust })))
}

function best(fits: readonly Fit[]): Fit {
  return fits.reduce((a, b) => ({ value: Math.max(a.value, b.value), kin: Math.max(a.kin, b.kin) }), NONE)
}

function partFit(one: WordedPattern, piece: Piece): Fit {
  const part = piece.repairedFrom ?? piece.label
  if (part.length < 3) return NONE
  const first = plainLanguage.tokensOf(one.name)[0]?.text
  const isIn = (field: 'name' | 'files', word: string) =>
    plainLanguage.tokensOf(one[field]).some(({ text }) => text === word)
  const holding = plainLanguage.tokensOf(`${one.name} ${one.files}`).filter(({ text }) => text.includes(part))
  return best(
    holding.map(({ text }) => {
      const t = (isIn('name', text) ? 3 : 0) + (isIn('files', text) ? 1.2 : 0) + (text === first ? FIRST_WORD : 0)
      return { value: 0.5 * worth(t), kin: 0.5 }
    }),
  )
}

test('whatever is changed in whatever order, the index answers as one just made, and as a plain scan does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.boolean(),
      async (commands, isNamed) => {
        const context = await tempDatabase()
        const kept = openDesk(context)
        const tell = (ids: readonly string[] | null) => kept.changed(isNamed ? ids : null)
        context.events.on('patterns.changed', ({ ids }) => tell(ids))
        for (const command of commands) {
          for (const one of command) take(context, one, tell)
          const answers = answersOf(kept)
          expect(answers).toEqual(answersOf(openDesk(context)))
          for (const { query, byRow } of answers) {
            const { pieces } = plainLanguage.understand(query, kept.text.ready()!, 'in')
            const expected = slowly(context, pieces).sort((a, b) => a[0] - b[0])
            expect([query, byRow.map(([seq]) => seq)]).toEqual([query, expected.map(([seq]) => seq)])
            for (const [at, [, score]] of byRow.entries()) expect(score).toBeCloseTo(expected[at]![1], 4)
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})

function openDesk(context: Context): ReaderDesk {
  const reading = openForReading(context.path)
  onTestFinished(reading.close)
  return createReaderDesk(reading.db, { language: plainLanguage })
}

test('an index that was written down and read again is the same, and any damaged byte is noticed', async () => {
  const context = await tempDatabase()
  const steps: Step[] = [
    { do: 'name', which: 0, words: 'Owl border' },
    { do: 'notes', which: 0, words: 'robin' },
    { do: 'name', which: 1, words: 'featherSwirl' },
    { do: 'kind', which: 1, kind: 'border' },
  ]
  for (const one of steps) take(context, one, () => {})
  const desk = openDesk(context)
  const index = desk.text.ready()!
  const bytes = encode(index)
  const again = decode(bytes, plainLanguage)!
  expect(plain(again)).toEqual(plain(index))
  expect(decode(bytes, { ...plainLanguage, mark: 'other' })).toBeNull()
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Uint8Array.from(bytes)
    damaged[at]! ^= 1 << (at & 7)
    expect([at, decode(damaged, plainLanguage)]).toEqual([at, null])
    expect(decode(bytes.subarray(0, at), plainLanguage)).toBeNull()
  }
})

const plain = (index: TextIndex) => {
  const { order, ...lexicon } = index.lexicon.written()
  return { ...lexicon, ...index.postings.packed(order), stamps: [...index.stamps.subarray(0, index.end)] }
}
