import { setImmediate } from 'node:timers/promises'
import type { CommandLabel } from '#shared/commands/labels.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { CommitContext } from '../db/commit.ts'
import {
  addCommand,
  type CommandRow,
  command as readCommand,
  commandToRedo,
  commandToUndo,
  markDone,
  markTakenBack,
  markUndone,
  supersedeRedo,
} from '../db/tables/command.ts'
import { createWalk } from './walk.ts'

export interface Undo {
  /** @throws BobbinError `nothing-to-undo` */
  undo(): Promise<Change>
  /** @throws BobbinError `nothing-to-redo` */
  redo(): Promise<Change>
  /**
   * Takes an earlier command back out of its turn, as "Undo this import" does, whatever was done since. That is a command of its own,
   * so it can be undone; when nothing was done since, it is the ordinary undo.
   * @throws BobbinError `already-undone`
   */
  takeBack(commandId: number, label: CommandLabel): Promise<Change>
  /** Once, at start: goes on where a killed process was. */
  resume(): Promise<void>
}

export function createUndo(context: CommitContext): Undo {
  const { db, clock } = context
  const walk = createWalk(context)

  function told(label: 'undo' | 'redo', command: CommandRow, gone: { left: number; patterns: number }): Change {
    const args = { label: command.label, args: JSON.parse(command.args) as unknown, left: gone.left }
    return { commandId: command.id, label, args, patterns: gone.patterns }
  }

  return {
    async undo() {
      const gone = await walk.start(() => {
        const command = commandToUndo(db)
        if (!command) throw new BobbinError('nothing-to-undo', 'There is nothing to undo.')
        const now = clock.now()
        markUndone(db, command.id, now)
        if (command.takes_back !== null) markDone(db, command.takes_back)
        return { command, goal: { commandId: command.id, way: 'back', own: null, now } }
      })
      return told('undo', gone.command, gone)
    },

    async redo() {
      const gone = await walk.start(() => {
        const command = commandToRedo(db)
        if (!command) throw new BobbinError('nothing-to-redo', 'There is nothing to do again.')
        const now = clock.now()
        markDone(db, command.id)
        if (command.takes_back !== null) markTakenBack(db, command.takes_back, now)
        return { command, goal: { commandId: command.id, way: 'forth', own: null, now } }
      })
      return told('redo', gone.command, gone)
    },

    async takeBack(commandId, label) {
      const gone = await walk.start(() => {
        const command = readCommand(db, commandId)
        if (!command || command.undone_at !== null)
          throw new BobbinError('already-undone', 'This was undone already. Nothing was changed.', { commandId })
        const now = clock.now()
        if (commandToUndo(db)?.id === commandId) {
          markUndone(db, commandId, now)
          return { command, goal: { commandId, way: 'back', own: null, now } }
        }
        supersedeRedo(db)
        markTakenBack(db, commandId, now)
        const args = JSON.parse(command.args) as Record<string, unknown>
        const own = addCommand(db, { label, args, madeAt: now, undoable: true, takesBack: commandId })
        return { command, goal: { commandId, way: 'back', own, now } }
      })
      const args = { ...(JSON.parse(gone.command.args) as Record<string, unknown>), left: gone.left }
      return { commandId: gone.goal.own ?? commandId, label, args, patterns: gone.patterns }
    },

    async resume() {
      while (walk.goOn()) await setImmediate()
    },
  }
}
