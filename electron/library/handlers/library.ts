import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { type CommandRow, commandToRedo, commandToUndo } from '../db/tables/command.ts'
import { readSetting } from '../db/tables/setting.ts'
import { LIBRARY_ID } from '../settings/library-id.ts'

type OwnHandlers = Pick<LibraryHandlers, 'library.info'>

export function createLibraryHandlers({ db, dir, reader }: Context): OwnHandlers {
  return {
    async 'library.info'() {
      const { counts, kinds } = await reader.ask('counts')
      return {
        libraryId: String(readSetting(db, LIBRARY_ID)),
        dir: dir.root,
        counts,
        kinds,
        undo: named(commandToUndo(db)),
        redo: named(commandToRedo(db)),
        lastSnapshotAt: null,
        notice: null,
        openImportId: openImport(),
      }
    },
  }

  function openImport(): string | null {
    return (
      db.get<{ id: string }>(sql`select id from job where state in ('waiting', 'running', 'paused') and kind = 'import'
      order by created_at desc limit 1`)?.id ?? null
    )
  }
}

function named(command: CommandRow | null) {
  return command && { label: command.label, args: JSON.parse(command.args) as Record<string, unknown> }
}
