/** Backing up: signing in, what is backed up and what waits, what needs her, her computers. All the rest happens by itself. */
import { z } from 'zod'
import { method, type OutputOf } from '../method.ts'
import { change, id, instant, nothing } from './common.ts'
import { patternCard } from './patterns.ts'

/** The state the chip tells, one at a time; the first that holds counts, from the bottom of the list up. */
export const BACKUP_STATES = [
  /** Nobody signed in: the library is on this computer only. */
  'none',
  'safe',
  'working',
  'offline',
  'paused',
  /** She has to sign in again. */
  'sign-in',
  /** No more room in the cloud. */
  'full',
  /** Nothing could be backed up for a day although there is a connection; or the disk of this computer is full. */
  'trouble',
] as const

export const backupState = z.object({
  state: z.enum(BACKUP_STATES),
  account: z.object({ email: z.string(), url: z.string(), computer: z.string() }).nullable(),
  /** Not backed up yet: changed records, and files. */
  waiting: z.object({ records: z.number().int(), files: z.number().int(), bytes: z.number().int() }),
  /** Files of patterns that are known here but have not come yet. */
  coming: z.object({ records: z.number().int(), files: z.number().int() }),
  /** When everything was last backed up. */
  safeAt: instant.nullable(),
  /** Since when it has not worked. */
  troubleSince: instant.nullable(),
  /** Why it waits although nothing is wrong. */
  pausedBy: z.enum(['you', 'metered', 'battery']).nullable(),
  /** Why trouble is trouble: a stable word of the catalogue. */
  troubleCode: z.string().nullable(),
  /** How many things wait for a decision of hers: `sync.attention`. */
  attention: z.number().int(),
})

export const backupSettings = z.object({
  /** Go on over a connection that costs by the megabyte. */
  onMetered: z.boolean(),
  /** Go on with large files while running on battery. */
  onBattery: z.boolean(),
})

const url = z.url().max(500)
const email = z.string().trim().max(254)

/** One line of "What happened today": a word of the catalogue and what fills it in. */
const happened = z.object({ at: instant, kind: z.string(), args: z.record(z.string(), z.unknown()) })

const recordKey = z.object({ table: z.string(), id })

/** A value another computer's later one took the place of. */
const lostValue = z.object({
  key: recordKey,
  field: z.string(),
  /** What the record is called, for the sentence. */
  name: z.string(),
  pattern: patternCard.nullable(),
  value: z.json(),
  /** Its words, where the value alone says nothing: a tag's name for a tag's id. */
  valueText: z.string().nullable(),
  stamp: z.tuple([z.number(), z.number(), z.string()]),
  /** Which computer it was typed on. */
  computer: z.string().nullable(),
  current: z.json(),
  currentText: z.string().nullable(),
  currentComputer: z.string().nullable(),
})

const computer = z.object({
  id,
  name: z.string(),
  platform: z.string(),
  lastSeenAt: instant.nullable(),
  signedInAt: instant,
  isThis: z.boolean(),
})

export const syncMethods = {
  'sync.state': method(nothing, backupState),

  /** Sends a code to her mailbox. Answers the same whether there is an account or not. */
  'sync.sendCode': method(z.object({ url, email }).strict(), nothing),

  /** Signs in with the code from her mailbox; the first time this makes the account. */
  'sync.signIn': method(z.object({ url, email, code: z.string().trim().min(4).max(40) }).strict(), backupState),

  /** Signs in with the code that a computer which is signed in shows. */
  'sync.signInByPairing': method(z.object({ url, code: z.string().trim().min(4).max(40) }).strict(), backupState),

  /** The page to open in the browser; the state changes by itself when she has signed in there. */
  'sync.signInWithGoogle': method(z.object({ url }).strict(), z.object({ openUrl: z.string() })),

  /** The cloud that Bobbin was set up for (`isFixed`), else the one she signed in to last, else none is known. */
  'sync.cloud': method(nothing, z.object({ url: z.string().nullable(), isFixed: z.boolean() })),

  /** What this cloud offers: whether Google can be used. */
  'sync.offers': method(z.object({ url }).strict(), z.object({ google: z.boolean(), signUp: z.boolean() })),

  /** The library stays as it is on this computer. */
  'sync.signOut': method(nothing, backupState),

  'sync.pause': method(z.object({ paused: z.boolean() }).strict(), backupState),

  /** Looks at once; resolves when it is up to date or cannot go on. */
  'sync.now': method(
    nothing,
    z.object({
      pushed: z.number().int(),
      pulled: z.number().int(),
      filesUp: z.number().int(),
      filesDown: z.number().int(),
      waiting: z.number().int(),
      seconds: z.number(),
    }),
  ),

  'sync.settings': method(nothing, backupSettings),
  'sync.setSettings': method(backupSettings.partial().strict(), backupSettings),

  /** Newest first. */
  'sync.today': method(nothing, z.object({ happened: z.array(happened) })),

  /** What waits for her. */
  'sync.attention': method(
    nothing,
    z.object({
      /** Gone for good elsewhere while something was changed here. */
      aside: z.array(
        z.object({ key: recordKey, name: z.string(), pattern: patternCard.nullable(), at: instant, values: z.json() }),
      ),
      /** The cloud did not take it: kept here, with the sentence. */
      refused: z.array(
        z.object({
          key: recordKey,
          name: z.string(),
          pattern: patternCard.nullable(),
          field: z.string(),
          value: z.json(),
          message: z.string(),
        }),
      ),
      conflicts: z.array(lostValue),
      /** Another computer took many patterns away: they are still shown here until she says. */
      brake: z
        .object({
          total: z.number().int(),
          patterns: z.array(patternCard),
          at: instant,
          /** Which one it was; null: several, or nobody knows. */
          computer: z.string().nullable(),
        })
        .nullable(),
    }),
  ),

  /** "Keep it": makes a new record of what was set aside. */
  'sync.keepAside': method(z.object({ key: recordKey }).strict(), change),
  /** "Let it go": the record stays gone. */
  'sync.letAsideGo': method(z.object({ key: recordKey }).strict(), nothing),
  /** "Let them go" or "Bring them back". */
  'sync.answerBrake': method(z.object({ bringBack: z.boolean() }).strict(), change),
  /** "Use this one instead". */
  'sync.useInstead': method(
    z.object({ key: recordKey, field: z.string(), stamp: lostValue.shape.stamp, value: z.json() }).strict(),
    change,
  ),
  /** "It is right as it is": the conflict is told no more. */
  'sync.settle': method(
    z.object({ key: recordKey, field: z.string(), stamp: lostValue.shape.stamp }).strict(),
    nothing,
  ),
  /** Values this record had on any of her computers, newest first. Asks the cloud. */
  'sync.history': method(z.object({ key: recordKey }).strict(), z.object({ values: z.array(lostValue) })),

  'sync.computers': method(nothing, z.object({ computers: z.array(computer) })),
  'sync.renameComputer': method(z.object({ id, name: z.string().trim().min(1).max(60) }).strict(), nothing),
  /** It is signed out at once, wherever it is. */
  'sync.revokeComputer': method(z.object({ id }).strict(), nothing),
  /** Sends a code to the mailbox her account shall have from now on. */
  'sync.changeEmail': method(z.object({ email }).strict(), nothing),
  /** With the code from there. Her old mailbox is told. */
  'sync.confirmEmail': method(z.object({ email, code: z.string().trim().min(4).max(40) }).strict(), backupState),
  /** A code for a second computer, good for ten minutes. */
  'sync.pairingCode': method(nothing, z.object({ code: z.string(), expiresAt: instant })),

  /** Sets every record to what it was then, as new changes that all her computers follow; can be undone the same way. */
  'sync.restoreToDay': method(
    z.object({ at: instant }).strict(),
    z.object({ records: z.number().int(), restoreId: z.string() }),
  ),
  'sync.undoRestore': method(z.object({ restoreId: z.string() }).strict(), z.object({ records: z.number().int() })),
} as const

export const syncEvents = {
  'sync.changed': backupState,
  /** `sync.today` has another line. */
  'sync.happened': nothing,
} as const

export type BackupState = z.infer<typeof backupState>
export type BackupSettings = z.infer<typeof backupSettings>
export type LostValue = z.infer<typeof lostValue>
export type Happened = z.infer<typeof happened>
export type Computer = z.infer<typeof computer>
export type SyncAttention = OutputOf<(typeof syncMethods)['sync.attention']>
