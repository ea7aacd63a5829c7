import type { Happened } from '#shared/contract/library/sync.ts'
import type { Context } from '#library/context.ts'
import {
  addHappening,
  dropHappenings,
  happenings,
  newestOfKinds,
  updateHappening,
} from '#library/db/tables/happening.ts'

type Nothing = Record<string, never>

/** Words of the catalogue (renderer/src/i18n/en/backup.ts), with what fills them in. `computer`: its name, null where nobody knows it. */
export interface Happenings {
  'signed-in': { readonly email: string }
  'signed-out': { readonly email: string }
  sent: { readonly records: number; readonly files: number }
  came: { readonly records: number; readonly computer: string | null }
  /** This computer's own, which it had lost. */
  'came-back': { readonly records: number }
  /** To a computer that had not met the backup yet. */
  arrived: { readonly patterns: number }
  'files-came': { readonly files: number }
  paused: Nothing
  resumed: Nothing
  offline: Nothing
  online: Nothing
  'sign-in': Nothing
  full: Nothing
  trouble: { readonly code: string }
  'trouble-over': Nothing
  compared: Nothing
  'read-again': Nothing
  /** `more`: so many others beside the one that is named. */
  aside: { readonly name: string; readonly more: number }
  refused: { readonly name: string; readonly more: number }
  conflict: {
    readonly name: string
    readonly field: string
    readonly more: number
    /** Where each of the two values was typed. */
    readonly computer: string | null
    readonly other: string | null
  }
  brake: { readonly patterns: number; readonly computer: string | null }
  /** `at`: the day it was put back to; null: another computer asked for it, and only that it was done is known here. */
  restored: { readonly records: number; readonly at: number | null }
  'restore-undone': { readonly records: number }
  'computer-added': { readonly computer: string }
  'computer-gone': { readonly computer: string }
}

export type Kind = keyof Happenings

/** Everyday work. It is gathered up: one line of a kind and a computer for as long as nothing else happens and no pause comes. */
const EVERYDAY: ReadonlySet<string> = new Set<Kind>([
  'sent',
  'came',
  'came-back',
  'arrived',
  'files-came',
  'compared',
  'read-again',
  'brake',
])

/** So long without any, and everyday work that comes then has a line of its own. */
const QUIET_MS = 10 * 60_000
/** Of these, as many are looked through as can be of one spell: few kinds, few computers. */
const SPELL_LINES = 20
const KEPT_MS = 14 * 24 * 60 * 60_000
const MOST_LINES = 200

export interface Diary {
  /** @param at when it happened, where that is not now: milliseconds */
  tell<Of extends Kind>(kind: Of, args: Happenings[Of], at?: number): void
  /** Which of these was told last; null: none in the days that are kept. */
  last<Of extends Kind>(kinds: readonly Of[]): Of | null
  /** Since midnight where she is; newest first. */
  today(): Happened[]
}

/** "What happened today", kept in this library only; a new line is told to who reads it. */
export function createDiary({ db, clock, log, events }: Pick<Context, 'db' | 'clock' | 'log' | 'events'>): Diary {
  function write(kind: Kind, args: Readonly<Record<string, unknown>>, at: number): void {
    const same = EVERYDAY.has(kind) ? ofThisSpell(kind, args, at) : null
    if (same !== null) {
      updateHappening(db, { id: same.id, at, args: added(same.args, args) })
      return
    }
    addHappening(db, { at, kind, args })
    dropHappenings(db, at - KEPT_MS)
  }

  /** The line of the same work, unless something else came between, a pause did, or another day began. */
  function ofThisSpell(kind: Kind, args: Readonly<Record<string, unknown>>, at: number) {
    const lines = happenings(db, Math.max(at - QUIET_MS, midnight(at)), SPELL_LINES)
    const end = lines.findIndex(line => !EVERYDAY.has(line.kind) || line.at > at)
    const spell = end < 0 ? lines : lines.slice(0, end)
    return spell.find(line => line.kind === kind && line.args['computer'] === args['computer']) ?? null
  }

  return {
    tell(kind, args, at = clock.now()) {
      try {
        write(kind, args, at)
        events.emit('sync.happened', {})
      } catch (error) {
        // A full disk keeps a line out of the diary, and nothing else.
        log.warn({ error }, 'what happened could not be written down')
      }
    },
    last: kinds => newestOfKinds(db, kinds),
    today: () =>
      happenings(db, midnight(clock.now()), MOST_LINES).map(({ at, kind, args }) => ({ at, kind, args: { ...args } })),
  }
}

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

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
