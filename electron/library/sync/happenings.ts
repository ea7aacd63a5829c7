import type { Happened } from '#shared/contract/library/sync.ts'
import type { Context } from '../context.ts'
import { addHappening, dropHappenings, happenings, newestHappening, updateHappening } from '../db/tables/happening.ts'

/** Words of the catalogue (renderer/src/i18n/en/backup.ts), with what fills them in. */
export interface Happenings {
  'signed-in': { readonly email: string }
  'signed-out': { readonly email: string }
  sent: { readonly records: number; readonly files: number }
  came: { readonly records: number }
  'files-came': { readonly files: number }
  paused: Record<string, never>
  resumed: Record<string, never>
  offline: Record<string, never>
  online: Record<string, never>
  'sign-in': Record<string, never>
  full: Record<string, never>
  trouble: { readonly code: string }
  compared: Record<string, never>
  'read-again': Record<string, never>
  aside: { readonly name: string }
  refused: { readonly name: string }
  brake: { readonly patterns: number }
  restored: { readonly records: number; readonly at: number }
  'restore-undone': { readonly records: number }
  'computer-gone': { readonly computer: string }
}

/** What may be gathered up in one line; the others are told one by one. */
const COUNTED: ReadonlySet<keyof Happenings> = new Set(['sent', 'came', 'files-came', 'read-again', 'trouble'])

/** Counts of the same kind within this time are one line. */
const ONE_LINE_MS = 10 * 60_000
const KEPT_MS = 14 * 24 * 60 * 60_000
const MOST_LINES = 200

export interface Diary {
  tell<Kind extends keyof Happenings>(kind: Kind, args: Happenings[Kind]): void
  /** Since midnight where she is; newest first. */
  today(): Happened[]
}

/** "What happened today", kept in this library only. */
export function createDiary({ db, clock, log }: Pick<Context, 'db' | 'clock' | 'log'>): Diary {
  function write<Kind extends keyof Happenings>(kind: Kind, args: Happenings[Kind]): void {
    const at = clock.now()
    const last = newestHappening(db)
    if (COUNTED.has(kind) && last?.kind === kind && at - last.at < ONE_LINE_MS && at >= last.at) {
      updateHappening(db, { id: last.id, at, args: added(last.args, args) })
      return
    }
    addHappening(db, { at, kind, args })
    dropHappenings(db, at - KEPT_MS)
  }

  return {
    tell(kind, args) {
      try {
        write(kind, args)
      } catch (error) {
        // A full disk keeps a line out of the diary, and nothing else.
        log.warn({ error }, 'what happened could not be written down')
      }
    },
    today() {
      const midnight = new Date(clock.now()).setHours(0, 0, 0, 0)
      return happenings(db, midnight, MOST_LINES).map(({ at, kind, args }) => ({ at, kind, args: { ...args } }))
    },
  }
}

/** Numbers are added up; words are the newer ones. */
function added(
  before: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(more).map(([name, value]) => {
      const earlier = before[name]
      return [name, typeof value === 'number' && typeof earlier === 'number' ? earlier + value : value]
    }),
  )
}
