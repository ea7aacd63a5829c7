import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { Context } from '../context.ts'
import type { Services } from '../services.ts'
import { deleteForGood } from '../trash/delete-for-good.ts'

type TrashHandlers = Pick<
  LibraryHandlers,
  'trash.put' | 'trash.restore' | 'trash.deleteForGood' | 'undo.undo' | 'undo.redo'
>

export function createTrashHandlers(context: Context, { trash, undo, snapshots, syncStore }: Services): TrashHandlers {
  return {
    'trash.put': ({ ids }) => trash.put(ids),
    'trash.restore': ({ ids }) => trash.restore(ids),
    'trash.deleteForGood': async ({ ids }) => ({
      deleted: await deleteForGood(context, { snapshots, syncStore }, ids),
    }),
    'undo.undo': () => undo.undo(),
    'undo.redo': () => undo.redo(),
  }
}
