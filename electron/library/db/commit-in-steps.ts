import type { Change } from '#shared/contract/library/common.ts'
import { type CommandInput, commit, type CommitContext } from './commit.ts'

/** About 30 ms of work, so that a change of 15,000 patterns leaves room for everything else that is asked meanwhile. */
const STEP = 200

/** commit() for any number of changes: ONE command, told and undone as one, over short transactions. */
export async function commitInSteps(context: CommitContext, command: CommandInput): Promise<Change> {
  const { changes } = command
  let done = commit(context, { ...command, changes: changes.slice(0, STEP) })
  for (let at = STEP; at < changes.length; at += STEP) {
    await new Promise(resolve => setImmediate(resolve))
    const continued = done.commandId === null ? {} : { continueCommand: done.commandId }
    const more = commit(context, { ...command, ...continued, changes: changes.slice(at, at + STEP) })
    done = { ...more, patterns: done.patterns + more.patterns }
  }
  return done
}
