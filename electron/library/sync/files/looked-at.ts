import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { isAnyComing, lackingFilesOf } from '#library/db/tables/cloud-file.ts'
import type { FileSync } from './file-sync.ts'

/** What she looks at comes first: the patterns of a page without a picture, and the one whose details are shown. */
export function preferLookedAt(
  handlers: LibraryHandlers,
  db: ReadDb,
  files: Pick<FileSync, 'prefer'>,
): LibraryHandlers {
  function look(patternIds: readonly string[]): void {
    if (patternIds.length === 0 || !isAnyComing(db)) return
    files.prefer(lackingFilesOf(db, patternIds, 'with pictures').map(file => file.hash))
  }
  const list = handlers['patterns.list']
  const get = handlers['patterns.get']
  return {
    ...handlers,
    async 'patterns.list'(input, call) {
      const page = await list(input, call)
      look(page.patterns.flatMap(({ id, sketchKey }) => (sketchKey === null ? id : [])))
      return page
    },
    async 'patterns.get'(input, call) {
      const detail = await get(input, call)
      look([detail.id])
      return detail
    },
  }
}
