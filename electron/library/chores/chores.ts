import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { Snapshots } from '../backup/snapshots.ts'
import { suspectDamage } from '../backup/recover.ts'
import type { Describing } from '../describing/describing.ts'
import type { Rereading } from '../rereading/rereading.ts'
import type { Verdict } from '../db/check-file.ts'
import { areWordsSuspect, suspectWords, trustWords } from '../search/stale-words.ts'
import { mendWords } from '../verify/mend-words.ts'
import { lastChangeAt } from '../db/tables/command.ts'
import { writeNotice } from '../settings/notice.ts'
import { lastCameAt } from '../sync/store/came-at.ts'
import { emptyOldTrash } from '../trash/delete-for-good.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export interface Chores {
  /** Ends when all are done or `stop` was called. */
  readonly done: Promise<void>
  stop(): void
}

export interface ChoreServices {
  readonly rereading: Pick<Rereading, 'outdated'>
  readonly describing: Pick<Describing, 'outdated'>
}

type ChoreContext = Pick<Context, 'db' | 'clock' | 'events' | 'originals' | 'log' | 'dir'>

/**
 * What Bobbin does for the library after each start, one after the other and behind everything that is asked: looks through the
 * database, makes the day's safety copy, lets go of what has been in the trash for thirty days, reads again what an older
 * Bobbin read, and describes what none or an older one described.
 */
export function startChores(
  context: ChoreContext,
  snapshots: Snapshots,
  checkDatabase: (signal: AbortSignal) => Promise<Verdict>,
  { rereading, describing }: ChoreServices,
  afterMs: number,
): Chores {
  const stopping = new AbortController()
  const chores = [
    () => checkIntegrity(context, () => checkDatabase(stopping.signal)),
    () => mendSuspectWords(context, stopping.signal),
    () => dailySnapshot(context, snapshots),
    () => emptyOldTrash(context, stopping.signal),
    () => rereadOutdated(context, rereading, stopping.signal),
    () => describeOutdated(context, describing, stopping.signal),
  ]
  async function run(): Promise<void> {
    await wait(afterMs, undefined, { signal: stopping.signal }).catch(() => {})
    for (const chore of chores) {
      if (stopping.signal.aborted) return
      try {
        await chore()
      } catch (error) {
        if (!stopping.signal.aborted) context.log.error({ error }, 'a chore after the start failed')
      }
    }
  }
  return { done: run(), stop: () => stopping.abort() }
}

async function checkIntegrity(context: ChoreContext, checkDatabase: () => Promise<Verdict>): Promise<void> {
  const { database: verdict, words } = await checkDatabase()
  if (!words) suspectWords(context.db)
  if (verdict === 'ok') return
  context.log.error({ verdict }, 'the database is damaged')
  await suspectDamage(context.dir)
  writeNotice(context.db, {
    code: 'library-damage-found',
    message:
      'Bobbin found damage in your library. Your pattern files are all here. ' +
      'Please close Bobbin and open it again: it then opens the newest safety copy.',
    detail: { verdict },
  })
  context.events.emit('library.changed', {})
}

async function mendSuspectWords({ db, events, log }: ChoreContext, signal: AbortSignal): Promise<void> {
  if (!areWordsSuspect(db)) return
  const patterns = await mendWords(db, signal)
  trustWords(db)
  log.info({ patterns }, 'made the search words new')
  events.emit('patterns.changed', { ids: null })
}

/** After an update with a better reader or pen. */
async function rereadOutdated(
  { log }: ChoreContext,
  rereading: Pick<Rereading, 'outdated'>,
  signal: AbortSignal,
): Promise<void> {
  const files = await rereading.outdated(signal)
  if (files > 0) log.info({ files }, 'read again what an older Bobbin had read')
}

/** After an update that looks at shapes, or looks at them better. */
async function describeOutdated(
  { log }: ChoreContext,
  describing: Pick<Describing, 'outdated'>,
  signal: AbortSignal,
): Promise<void> {
  const patterns = await describing.outdated(signal)
  if (patterns > 0) log.info({ patterns }, 'described what patterns look like')
}

/**
 * Only when something was changed since the newest copy, here or on another computer: copies of the same would push older, different ones
 * out.
 */
async function dailySnapshot({ db, clock }: Pick<Context, 'db' | 'clock'>, snapshots: Snapshots): Promise<void> {
  const newest = await snapshots.newestAt()
  const changed = Math.max(lastChangeAt(db) ?? 0, lastCameAt(db) ?? 0)
  if (changed === 0 || (newest !== null && (changed < newest || clock.now() - newest < DAY_MS))) return
  await snapshots.make('daily')
}
