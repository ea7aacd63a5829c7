import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { between, collectionsSql, factsSql, filesSql, plannedSql, tagsSql, withIds } from './queries.ts'

test('a run of patterns is read by row number, and what each one has by its id, without reading a whole table', async () => {
  const { db } = await tempDatabase()
  for (const which of [between(1, 2_001), withIds(['a', 'b'])]) {
    const plans = [factsSql, tagsSql, collectionsSql, filesSql, plannedSql].map(query => planOf(db, query(which)))
    for (const plan of plans) {
      expect(plan).toMatch(/^SEARCH p USING/m)
      expect(plan).not.toMatch(/SCAN (p|m|t|f|pattern)\b|TEMP B-TREE/)
    }
    const [, tags, collections, files, planned] = plans
    expect(tags).toContain('USING COVERING INDEX pattern_tag_by_pattern')
    expect(collections).toContain('USING COVERING INDEX collection_pattern_by_pattern')
    expect(files).toContain('USING INDEX file_by_pattern')
    expect(files).toContain('USING COVERING INDEX original_unreadable')
    expect(planned).toContain('USING INDEX plan_by_pattern')
  }
})
