import { setImmediate } from 'node:timers/promises'
import type { Change } from '#shared/contract/library/common.ts'
import { type CommandInput, commit, type CommitContext, commitStep, type RowChange } from './commit.ts'
import { rewordLater } from './reword.ts'
import { commandToContinue } from './tables/command.ts'

/** About 30 ms of work, so that a change of 15,000 patterns leaves room for everything else that is asked meanwhile. */
export const STEP = 200

/** commit() for any number of changes: ONE command, told and undone as one, over short transactions. */
export function commitInSteps(context: CommitContext, { changes, ...command }: CommandInput): Promise<Change> {
  let at = 0
  return commitWhile(context, command, () => changes.slice(at, (at += STEP)))
}

/**
 * The same for a change that asks the library before each step what is left to do; `next` runs inside the step's transaction and answers
 * nothing when all is done. What was undone half-way stays undone: no more is done then.
 */
export async function commitWhile(
  context: CommitContext,
  command: Omit<CommandInput, 'changes'>,
  next: () => readonly RowChange[],
): Promise<Change> {
  const { db } = context
  let commandId = command.continueCommand ?? null
  let done = commit(context, { ...command, changes: [] })
  for (let patterns = 0; ; await setImmediate()) {
    const step = db.transaction(() => {
      if (commandId !== null && commandToContinue(db, commandId) === undefined) return null
      const changes = next()
      const continued = commandId === null ? {} : { continueCommand: commandId }
      return changes.length === 0 ? null : commitStep(context, { ...command, ...continued, changes })
    })
    if (step === null) return done
    if (step.words) await rewordLater(context, step.words)
    commandId = step.change.commandId
    patterns += step.change.patterns
    done = { ...step.change, patterns }
  }
}
