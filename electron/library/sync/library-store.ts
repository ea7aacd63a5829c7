import { uuidV7 } from '#shared/domain/ids.ts'
import { announce } from '../db/commit.ts'
import type { Context } from '../context.ts'
import { rewordLater, rewordSome } from '../db/reword.ts'
import { patternsTouchedBy } from '../db/touched.ts'
import type { EngineStore } from './engine-store.ts'
import { readMeta } from './store/meta.ts'
import { createPort } from './store/port.ts'
import { allAside, countWaiting, heldKeys, isAnythingToSend, readBrake } from './store/queries.ts'
import { createUnit } from './store/unit.ts'

type StoreContext = Pick<Context, 'db' | 'clock' | 'random' | 'events' | 'log'>

/** The engine's store over the library's own tables. */
export function createLibraryStore(context: StoreContext): EngineStore {
  const { db, clock, random, log } = context

  return {
    meta: () => readMeta(db),
    isAnythingToSend: () => isAnythingToSend(db),
    waiting: () => countWaiting(db),
    heldKeys: () => heldKeys(db),
    asides: () => allAside(db),
    transaction: work =>
      db.transaction(() => {
        const unit = createUnit(db)
        const result = work(createPort(db, unit))
        unit.flush()
        if (unit.changes.length > 0) {
          const touched = patternsTouchedBy(db, unit.changes)
          const words = rewordSome(db, touched)
          announce(context, touched)
          if (words)
            db.afterCommit(
              () => void rewordLater(context, words).catch((error: unknown) => log.error({ error }, 'words are late')),
            )
        }
        return result
      }),
    read: work => db.transaction(() => work(createPort(db, createUnit(db)))),
    renewDevice: port => port.setMeta({ device: uuidV7(clock, random) }),
    brake() {
      const braked = readBrake(db)
      const [first] = braked
      return first === undefined ? null : { ids: braked.map(({ id }) => id), at: first.at }
    },
    answerBrake: () => 0,
  }
}
