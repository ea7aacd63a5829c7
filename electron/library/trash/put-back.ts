import { foldName } from '#shared/text/fold.ts'
import type { RowChange } from '../db/commit.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { holderOf } from '../order/records.ts'
import { membership } from '../tags/tags.ts'

interface Gone {
  readonly id: string
  readonly name: string
}

/**
 * What brings patterns back from the trash, for one commit: each with those of its tags, and its designer, that went when the import that
 * had made them was undone. Where another tag or designer goes by the name meanwhile, the pattern gets that one.
 */
export function createPutBack(db: ReadDb, now: number): (patternId: string) => RowChange[] {
  // Two in the trash may share a name: the first of them comes back, for both.
  const back = new Map<string, string>()

  function heirOf(table: 'tag' | 'designer', { id, name }: Gone): string {
    const key = `${table} ${foldName(name)}`
    const heir = back.get(key) ?? holderOf(db, table, name, id) ?? id
    back.set(key, heir)
    return heir
  }

  function tagBack(patternId: string, tag: Gone & { wearing: string }): RowChange[] {
    const heir = heirOf('tag', tag)
    if (heir === tag.id) return [{ table: 'tag', id: tag.id, set: { trashed_at: null } }]
    return [{ table: 'pattern_tag', id: tag.wearing, set: { trashed_at: now } }, membership(patternId, heir, null)]
  }

  function designerBack(patternId: string, designer: Gone): RowChange[] {
    const heir = heirOf('designer', designer)
    if (heir === designer.id) return [{ table: 'designer', id: designer.id, set: { trashed_at: null } }]
    return [{ table: 'pattern', id: patternId, set: { designer_id: heir } }]
  }

  return patternId => {
    const tags = db.all<Gone & { wearing: string }>(sql`select t.id, t.name, m.id as wearing
      from pattern_tag m join tag t on t.id = m.tag_id
      where m.pattern_id = ${patternId} and m.trashed_at is null and t.trashed_at is not null`)
    const [designer] = db.all<Gone>(sql`select d.id, d.name
      from pattern p join designer d on d.id = p.designer_id where p.id = ${patternId} and d.trashed_at is not null`)
    return [
      { table: 'pattern', id: patternId, set: { trashed_at: null } },
      ...tags.flatMap(tag => tagBack(patternId, tag)),
      ...(designer ? designerBack(patternId, designer) : []),
    ]
  }
}
