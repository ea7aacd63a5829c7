import { expect, onTestFinished, test } from 'vitest'
import type { ReadDb } from '../db/handles.ts'
import { type Sql, sqlList } from '../db/sql.ts'
import { captionRows, formatRows, tagRows } from '../db/tables/caption.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { tempLibrary } from '../testing/temp-library.ts'

test('what is printed under a picture comes in the order asked, and what is gone is left out', async () => {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const [swirl, leaf] = await addPatterns(temp.context, [
    { name: 'Swirl', designer: 'Anne Bright', tags: ['Soft', 'Feathers'], files: ['a.qli', 'a2.qli'] },
    { name: 'Leaf', files: ['b.qli'] },
  ])
  const { captions } = await temp.call('patterns.captions', { ids: [leaf!, 'never-there', swirl!] })
  expect(captions).toMatchObject([
    { id: leaf, name: 'Leaf', designer: null, formats: ['qli'], tags: [] },
    {
      id: swirl,
      name: 'Swirl',
      designer: 'Anne Bright',
      widthMm: 254,
      heightMm: 127,
      sizeUnknown: false,
      formats: ['qli'],
      tags: ['Feathers', 'Soft'],
    },
  ])
})

test('patterns to be printed are looked up in indexes, never by walking the library', async () => {
  const { db } = await tempDatabase()
  const asked: Sql[] = []
  const note: ReadDb = {
    all: query => (asked.push(query), []),
    get: query => (asked.push(query), undefined),
    values: query => (asked.push(query), []),
  }
  const list = sqlList(['one'])
  captionRows(note, list)
  formatRows(note, list)
  tagRows(note, list)
  const plans = asked.map(query => planOf(db, query)).join('\n')
  expect(plans).toContain('SEARCH p USING INDEX sqlite_autoindex_pattern_1 (id=?)')
  expect(plans).toContain('SEARCH f USING INDEX file_by_pattern')
  expect(plans).toContain('SEARCH m USING COVERING INDEX pattern_tag_by_pattern')
  expect(plans).not.toMatch(/SCAN [pmftdo]\b/u)
})
