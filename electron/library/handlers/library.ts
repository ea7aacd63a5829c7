import { BobbinError } from '#shared/contract/errors.ts'
import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { Context } from '../context.ts'
import { type CommandRow, commandToRedo, commandToUndo } from '../db/tables/command.ts'
import { readSetting, readSettings, writeSetting } from '../db/tables/setting.ts'
import type { Services } from '../services.ts'
import { LIBRARY_ID } from '../settings/library-id.ts'
import { dismissNotice, readNotice } from '../settings/notice.ts'
import { verifyLibrary } from '../verify/verify.ts'

type OwnHandlers = Pick<
  LibraryHandlers,
  | 'library.info'
  | 'library.dismissNotice'
  | 'library.verify'
  | 'snapshots.list'
  | 'snapshots.make'
  | 'settings.get'
  | 'settings.set'
>

export function createLibraryHandlers(context: Context, { snapshots, checkDatabase }: Services): OwnHandlers {
  const { db, dir, reader, events } = context
  return {
    async 'library.info'() {
      const { counts, kinds, openImportId } = await reader.ask('counts')
      return {
        libraryId: String(readSetting(db, LIBRARY_ID)),
        dir: dir.root,
        counts,
        kinds,
        undo: named(commandToUndo(db)),
        redo: named(commandToRedo(db)),
        lastSnapshotAt: await snapshots.newestAt(),
        notice: readNotice(db),
        openImportId,
      }
    },
    'library.dismissNotice': () => {
      dismissNotice(db)
      events.emit('library.changed', {})
      return {}
    },
    'library.verify': (_, call) => verifyLibrary(context, () => checkDatabase('full', call.signal), call),
    'snapshots.list': async () => ({ snapshots: await snapshots.list() }),
    'snapshots.make': () => snapshots.make('asked'),
    'settings.get': () => ({ settings: readSettings(db) }),
    'settings.set': ({ key, value }) => {
      if (key.startsWith('core.'))
        throw new BobbinError('setting-reserved', 'This setting is kept by Bobbin itself.', { key })
      writeSetting(db, key, value ?? null)
      events.emit('library.changed', {})
      return {}
    },
  }
}

function named(command: CommandRow | null) {
  return command && { label: command.label, args: JSON.parse(command.args) as Record<string, unknown> }
}
