import { setImmediate } from 'node:timers/promises'
import { announce, type CommitContext, journalled } from '../db/commit.ts'
import { stampChanges } from '../sync/store/stamp-changes.ts'
import { type LaterWords, rewordLater, rewordSome } from '../db/reword.ts'
import { addChange, changesOf, type CommandRow } from '../db/tables/command.ts'
import { clearSetting, readSetting, writeSetting } from '../db/tables/setting.ts'
import { patternsTouchedBy } from '../db/touched.ts'
import { type Way, wayBack, wayForth } from './revert.ts'

/** About 30 ms of work, so that undoing a change of 15,000 patterns leaves room for everything else that is asked meanwhile. */
const STEP = 200

/** Where a long way has come to: a killed process goes on from there at the next start. */
const GOING = 'core.reverting'

/** What is to be undone, or done again. */
export interface Goal {
  readonly commandId: number
  readonly way: 'back' | 'forth'
  /** The command that this is the journal of, when taking back is one of its own. */
  readonly own: number | null
  readonly now: number
}

interface Going extends Goal {
  /** Changes gone over already. */
  readonly at: number
}

interface Gone {
  readonly command: CommandRow
  readonly goal: Goal
  readonly left: number
  readonly patterns: number
}

export interface Walk {
  /** `mark` says what is to be done and marks it as done, in the transaction of the first step. */
  start(mark: () => { command: CommandRow; goal: Goal }): Promise<Gone>
  /** One more step of a way that a killed process had begun; false: there is none. */
  goOn(): boolean
}

export function createWalk(context: CommitContext): Walk {
  const { db, clock } = context

  /** One transaction. Answers what it did, and whether that was the end of the way. */
  function step(way: Way, { at, ...goal }: Going) {
    const to = at + STEP
    const reverted = way.go(db, at, to, goal.now)
    stampChanges(db, reverted.changes, clock.now())
    const touched = patternsTouchedBy(db, reverted.changes)
    if (goal.own !== null)
      for (const change of reverted.changes) addChange(db, goal.own, journalled(change, touched.owner(change)))
    const words = rewordSome(db, touched)
    announce(context, touched)
    const isLast = to >= way.length
    if (!isLast) writeSetting(db, GOING, { ...goal, at: to } satisfies Going)
    else if (at > 0) clearSetting(db, GOING)
    return { touched, left: reverted.left, words, isLast }
  }

  function wayOf({ commandId, way }: Goal): Way {
    const journal = changesOf(db, commandId)
    return way === 'back' ? wayBack(journal) : wayForth(journal)
  }

  return {
    async start(mark) {
      const { command, goal, way, first } = db.transaction(() => {
        const marked = mark()
        const over = wayOf(marked.goal)
        return { ...marked, way: over, first: step(over, { ...marked.goal, at: 0 }) }
      })
      const patterns = new Set(first.touched.patterns)
      let left = first.left
      await wordsOf(first.words)
      let { isLast } = first
      for (let at = STEP; !isLast; at += STEP) {
        await setImmediate()
        const next = db.transaction(() => step(way, { ...goal, at }))
        for (const id of next.touched.patterns) patterns.add(id)
        left += next.left
        isLast = next.isLast
        await wordsOf(next.words)
      }
      return { command, goal, left, patterns: patterns.size }
    },

    goOn() {
      const going = readSetting(db, GOING) as Going | undefined
      if (going === undefined) return false
      // Words that are too many are doubtful now, and mended behind this start.
      db.transaction(() => step(wayOf(going), going))
      return true
    },
  }

  async function wordsOf(words: LaterWords | null): Promise<void> {
    if (words) await rewordLater(context, words)
  }
}
