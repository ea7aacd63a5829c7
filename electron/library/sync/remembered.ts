/** What this computer remembers of backing up, in its settings. Never a secret: those are the TokenKeeper's. */
import { z } from 'zod'
import type { BackupSettings } from '#shared/contract/library/sync.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { clearSetting, readSetting, writeSetting } from '../db/tables/setting.ts'

const account = z.object({
  url: z.string(),
  email: z.string(),
  accountId: z.string(),
  tenantId: z.string(),
  deviceId: z.string(),
  /** What this computer is called there. */
  computer: z.string(),
})
const owner = z.object({ tenantId: z.string(), email: z.string() })
const settings = z.object({ onMetered: z.boolean(), onBattery: z.boolean() })
const times = z.object({
  safeAt: z.number().nullable().default(null),
  troubleSince: z.number().nullable().default(null),
  /** When the digest was last compared, and when one last made everything be read again. */
  comparedAt: z.number().nullable().default(null),
  readForDigestAt: z.number().nullable().default(null),
  /** The program that last tried what was refused. */
  triedBy: z.string().nullable().default(null),
})

const computer = z.object({
  id: z.string(),
  name: z.string(),
  isThis: z.boolean(),
  /** Signed out since. */
  isGone: z.boolean(),
  /** What it has stamped with. */
  stampIds: z.array(z.string()),
})

export type KnownComputer = z.infer<typeof computer>
export type Account = z.infer<typeof account>
export type Owner = z.infer<typeof owner>
export type Times = z.infer<typeof times>

const KEYS = {
  account: 'core.sync.account',
  owner: 'core.sync.owner',
  settings: 'core.sync.settings',
  paused: 'core.sync.paused',
  times: 'core.sync.times',
  lastUrl: 'core.sync.lastUrl',
  computers: 'core.sync.computers',
  toldConflicts: 'core.sync.toldConflicts',
} as const

export interface Remembered {
  /** Who is signed in. */
  account(): Account | null
  setAccount(to: Account | null): void
  /** Whose records these are: of the first contact, for ever. */
  owner(): Owner | null
  setOwner(to: Owner): void
  settings(): BackupSettings
  setSettings(change: Partial<BackupSettings>): void
  isPaused(): boolean
  setPaused(isPaused: boolean): void
  /** Where she was signed in before she signed out. */
  lastUrl(): string | null
  setLastUrl(url: string): void
  /** Her computers as the cloud listed them last; null: it never did. */
  computers(): readonly KnownComputer[] | null
  setComputers(to: readonly KnownComputer[]): void
  /** Which conflicts she was told of; null: the cloud was never asked. */
  toldConflicts(): readonly string[] | null
  setToldConflicts(to: readonly string[]): void
  times(): Times
  setTimes(change: Partial<Times>): void
}

export function createRemembered(db: WriteDb & ReadDb): Remembered {
  const read = <T>(key: keyof typeof KEYS, schema: z.ZodType<T>): T | null => {
    const kept = schema.safeParse(readSetting(db, KEYS[key]))
    return kept.success ? kept.data : null
  }
  const readTimes = (): Times => read('times', times) ?? times.parse({})
  const readHabits = (): BackupSettings => read('settings', settings) ?? { onMetered: false, onBattery: true }
  return {
    account: () => read('account', account),
    setAccount: to => (to === null ? clearSetting(db, KEYS.account) : writeSetting(db, KEYS.account, to)),
    owner: () => read('owner', owner),
    setOwner: to => writeSetting(db, KEYS.owner, to),
    settings: readHabits,
    setSettings: change => writeSetting(db, KEYS.settings, { ...readHabits(), ...change }),
    isPaused: () => read('paused', z.boolean()) ?? false,
    setPaused: isPaused => writeSetting(db, KEYS.paused, isPaused),
    lastUrl: () => read('lastUrl', z.string()),
    setLastUrl: url => writeSetting(db, KEYS.lastUrl, url),
    computers: () => read('computers', z.array(computer)),
    setComputers: to => writeSetting(db, KEYS.computers, to),
    toldConflicts: () => read('toldConflicts', z.array(z.string())),
    setToldConflicts: to => writeSetting(db, KEYS.toldConflicts, to),
    times: readTimes,
    setTimes: change => writeSetting(db, KEYS.times, { ...readTimes(), ...change }),
  }
}
