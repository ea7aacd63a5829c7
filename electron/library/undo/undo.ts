import type { CommandLabel } from '#shared/commands/labels.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import { announce, type CommitContext, journalled, reword } from '../db/commit.ts'
import {
  addChange,
  addCommand,
  type CommandRow,
  command as readCommand,
  changesOf,
  commandToRedo,
  commandToUndo,
  markDone,
  markTakenBack,
  markUndone,
  supersedeRedo,
} from '../db/tables/command.ts'
import { patternsTouchedBy } from '../db/touched.ts'
import { bringBack, type Reverted, takeAway } from './revert.ts'

export interface Undo {
  /** @throws BobbinError `nothing-to-undo` */
  undo(): Change
  /** @throws BobbinError `nothing-to-redo` */
  redo(): Change
  /**
   * Takes an earlier command back out of its turn, as "Undo this import" does, whatever was done since. That is a command of its own,
   * so it can be undone; when nothing was done since, it is the ordinary undo.
   */
  takeBack(commandId: number, label: CommandLabel): Change
}

export function createUndo(context: CommitContext): Undo {
  const { db, clock } = context

  function finish(reverted: Reverted): ReturnType<typeof patternsTouchedBy> {
    const touched = patternsTouchedBy(db, reverted.changes)
    reword(db, touched)
    announce(context, touched)
    return touched
  }

  function told(label: 'undo' | 'redo', command: CommandRow, reverted: Reverted): Change {
    const args = { label: command.label, args: JSON.parse(command.args) as unknown, left: reverted.left }
    return { commandId: command.id, label, args, patterns: finish(reverted).patterns.size }
  }

  return {
    undo: () =>
      db.transaction(() => {
        const command = commandToUndo(db)
        if (!command) throw new BobbinError('nothing-to-undo', 'There is nothing to undo.')
        const now = clock.now()
        markUndone(db, command.id, now)
        if (command.takes_back !== null) markDone(db, command.takes_back)
        return told('undo', command, takeAway(db, changesOf(db, command.id), now))
      }),

    redo: () =>
      db.transaction(() => {
        const command = commandToRedo(db)
        if (!command) throw new BobbinError('nothing-to-redo', 'There is nothing to do again.')
        const now = clock.now()
        markDone(db, command.id)
        if (command.takes_back !== null) markTakenBack(db, command.takes_back, now)
        return told('redo', command, bringBack(db, changesOf(db, command.id), now))
      }),

    takeBack: (commandId, label) =>
      db.transaction(() => {
        const command = readCommand(db, commandId)
        if (!command || command.undone_at !== null)
          throw new BobbinError('already-undone', 'This was undone already. Nothing was changed.', { commandId })
        const now = clock.now()
        const args = JSON.parse(command.args) as Record<string, unknown>
        if (commandToUndo(db)?.id === commandId) {
          markUndone(db, commandId, now)
          const reverted = takeAway(db, changesOf(db, commandId), now)
          const patterns = finish(reverted).patterns.size
          return { commandId, label, args: { ...args, left: reverted.left }, patterns }
        }
        supersedeRedo(db)
        markTakenBack(db, commandId, now)
        const own = addCommand(db, { label, args, madeAt: now, undoable: true, takesBack: commandId })
        const reverted = takeAway(db, changesOf(db, commandId), now)
        const touched = finish(reverted)
        for (const change of reverted.changes) addChange(db, own, journalled(change, touched.owner(change)))
        return { commandId: own, label, args: { ...args, left: reverted.left }, patterns: touched.patterns.size }
      }),
  }
}
