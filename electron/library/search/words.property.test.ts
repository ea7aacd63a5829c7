import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commit, type RowChange } from '../db/commit.ts'
import { patternTagId } from '../db/derived-id.ts'
import { sql } from '../db/sql.ts'
import { tempDatabase } from '../testing/temp-database.ts'
import { mendWords } from '../verify/mend-words.ts'
import { createKeyword } from './keyword.ts'

const words = fc.constantFrom('Swirl', 'featherSwirl', 'Étoile 12', 'border_2', '', 'oakleaf', '"*^', 'İstanbul')
const change = fc.oneof(
  fc.record({ table: fc.constant('pattern' as const), which: fc.nat(3), words }),
  fc.record({ table: fc.constant('designer' as const), which: fc.nat(1), words }),
  fc.record({ table: fc.constant('tag' as const), which: fc.nat(1), words }),
  fc.record({ table: fc.constant('file' as const), which: fc.nat(3), words }),
  fc.record({ table: fc.constant('pattern_tag' as const), which: fc.nat(3), words: fc.constantFrom('on', 'off') }),
)

function rowOf({ table, which, words }: { table: RowChange['table']; which: number; words: string }): RowChange {
  switch (table) {
    case 'pattern':
      return {
        table,
        id: `p${which}`,
        set: { name: words, kind: which === 0 ? 'border' : 'other', state: 'readable', designer_id: `d${which % 2}` },
      }
    case 'file': {
      const set = { pattern_id: `p${which}`, name: `${words}.qli`, hash: 'h', role: 'design', format: 'qli', bytes: 1 }
      return { table, id: `f${which}`, set }
    }
    case 'pattern_tag': {
      const set = { pattern_id: `p${which}`, tag_id: `t${which % 2}`, trashed_at: words === 'on' ? null : 1 }
      return { table, id: patternTagId(`p${which}`, `t${which % 2}`), set }
    }
    default:
      return { table, id: `${table.charAt(0)}${which}`, set: { name: words } }
  }
}

test('whatever is changed in whatever order, the search index holds exactly the words the records have', async () => {
  const never = new AbortController().signal
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), async commands => {
      const context = await tempDatabase()
      for (const command of commands) commit(context, { label: 'edit', args: {}, changes: command.map(rowOf) })
      expect(await mendWords(context.db, never)).toBe(0)
    }),
    { numRuns: 80 },
  )
})

test('a damaged index is noticed and made anew', async () => {
  const context = await tempDatabase()
  const { db } = context
  const changes = [
    rowOf({ table: 'pattern', which: 0, words: 'Swirl' }),
    rowOf({ table: 'pattern', which: 1, words: 'Leaf' }),
  ]
  commit(context, { label: 'import', args: {}, changes })
  db.run(sql`update pattern_doc set name = 'nonsense' where seq = 1`)
  db.run(sql`insert into pattern_words (pattern_words) values ('delete-all')`)
  expect(createKeyword(db).find('border')?.ranks).toHaveLength(0)
  expect(await mendWords(db, new AbortController().signal)).toBeGreaterThan(0)
  expect(createKeyword(db).find('border')?.ranks).toHaveLength(1)
  expect(await mendWords(db, new AbortController().signal)).toBe(0)
})

test.each(['a', 'feather sw', '"', 'zz zz zz', 'Étoile', '12'])(
  'searching for %j in an empty library finds nothing',
  async query => {
    const { db } = await tempDatabase()
    expect(createKeyword(db).find(query)?.ranks).toHaveLength(0)
  },
)
