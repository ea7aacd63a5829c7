import { foldName } from '#shared/text/fold.ts'
import type { RowChange } from '#library/db/commit.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { type Named, namedDesigner, namedTag } from '#library/tags/named.ts'

/** Tags and designers by name, for one commit: what the first pattern makes, the others find. */
export interface Names {
  tag(name: string): Named
  designer(name: string): Named
}

export function createNames(db: ReadDb): Names {
  const once = (find: (db: ReadDb, name: string) => Named) => {
    const met = new Map<string, string>()
    const none: readonly RowChange[] = []
    return (name: string): Named => {
      const key = foldName(name)
      const known = met.get(key)
      if (known !== undefined) return { id: known, changes: none }
      const named = find(db, name)
      met.set(key, named.id)
      return named
    }
  }
  return { tag: once(namedTag), designer: once(namedDesigner) }
}
