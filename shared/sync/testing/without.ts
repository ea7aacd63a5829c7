/** The weaker twin of each rule: what an engineer in a hurry would have written instead. Nothing but the soak knows them. */
import type { DevicePort, HeldRecord, OutboxEntry } from '../device/port.ts'
import { cellOf } from '../merge.ts'
import { type Policies, RULES } from '../policies.ts'
import { compareStamps } from '../stamp.ts'
import { RULEBOOK, type Rulebook } from './rulebook.ts'

const DAY_MS = 86_400_000

const withRules = (change: Partial<Policies>): Rulebook => ({ ...RULEBOOK, rules: { ...RULES, ...change } })

export const WITHOUT = {
  /** The outbox knows which fields were typed into; what they hold is read when it is sent. */
  'outbox-of-values': { ...RULEBOOK, storage: withoutValues },
  /** "Stored" clears whatever of those fields waits. */
  'exact-clearing': withRules({ clears: (entry, named) => entry.field === named.field }),
  /** What the server refuses is dropped. */
  'kept-refusals': withRules({ keepsRefusals: false }),
  /** One record that makes the server fail fails its batch. */
  savepoint: { ...RULEBOOK, hasSavepoints: false },
  /** A device keeps what it has columns for. */
  'unknown-fields': { ...RULEBOOK, storage: withoutUnknown },
  /** Batches are applied as they come. */
  continuity: withRules({ continues: () => true }),
  /** Where the feed stands is stored before its rows are. */
  'offset-in-the-transaction': { ...RULEBOOK, storesPlaceWithRows: false },
  /** An answer counts also when the push was given up for another one. */
  'last-push-only': { ...RULEBOOK, hearsLastPushOnly: false },
  /** Only what is greater than the new epoch's is sent again. */
  differs: withRules({ differs: (mine, theirs) => theirs === null || compareStamps(mine.s, theirs.s) > 0 }),
  /** Rows that the new epoch never named are left as they are. */
  'whole-rows': withRules({ sendsUnnamedRows: false }),
  /** What is typed over while a new epoch is read is not looked at. */
  'typed-over': withRules({ sendsTypedOver: false }),
  /** The server turns a stamp that is ahead of it down to its own time. */
  'stamping-again': withRules({
    earlyEntries: () => [],
    stampStored: ({ stamp, again }, latest) => (again || stamp[0] <= latest ? stamp : [latest, stamp[1], stamp[2]]),
  }),
  /** A stamp is the time. */
  'above-the-fields-own': withRules({
    nextStamp: asked => RULES.nextStamp({ ...asked, field: null }),
  }),
  /** Thirty days by the clock since it went to the trash. */
  nights: {
    ...RULEBOOK,
    mayPurge: ({ fieldsTrashedAt, id }, now) =>
      RULEBOOK.mayPurge({ id, fieldsTrashedAt, changedNight: 0, tonight: 30 }, now) &&
      now - Number(fieldsTrashedAt) >= 30 * DAY_MS,
  },
  /** A purge takes what is here. */
  'set-aside': withRules({ isLost: () => false }),
  /** What is kept is kept alone. */
  memberships: withRules({ movesMemberships: false }),
  /** Of two equal stamps the one that is there stays. */
  'tie-by-bytes': withRules({
    compareCells: (one, other) => Math.sign(compareStamps(one.s, other.s)) as -1 | 0 | 1,
  }),
  /** Ninety days by the value's own stamp. */
  'history-by-arrival': { ...RULEBOOK, staysInHistory: (_, __, ms, now) => now - ms < 90 * DAY_MS },
  /** A restored database goes by its old name. */
  epoch: { ...RULEBOOK, announcesRestores: false, wasPutBack: () => false },
  /** Nobody looks at the greatest seq a device knows. */
  known: { ...RULEBOOK, wasPutBack: () => false },
  /** Sync trusts itself. */
  digest: { ...RULEBOOK, comparesDigests: false },
} satisfies Record<string, Rulebook>

export type RuleName = keyof typeof WITHOUT

export const RULE_NAMES = Object.keys(WITHOUT) as RuleName[]

function withoutValues<Port extends DevicePort>(port: Port): Port {
  const present = (entry: OutboxEntry): OutboxEntry => {
    const cell = cellOf(port.records([entry])[0] ?? null, entry.field)
    return cell === null ? entry : { ...entry, value: cell.v, stamp: cell.s }
  }
  return {
    ...port,
    entriesToSend: most => port.entriesToSend(most).map(present),
    dropEntries: (key, names) =>
      port.dropEntries(
        key,
        port.entriesOf(key).filter(({ field }) => names.some(name => name.field === field)),
      ),
    entriesOf: key => port.entriesOf(key).map(present),
  }
}

function withoutUnknown<Port extends DevicePort>(port: Port, known: ReadonlySet<string>): Port {
  const narrow = (record: HeldRecord): HeldRecord => {
    const pick = <V>(of: Readonly<Record<string, V>>) =>
      Object.fromEntries(Object.entries(of).filter(([field]) => known.has(field)))
    return { ...record, fields: pick(record.fields), stamps: pick(record.stamps) }
  }
  return { ...port, putRecords: records => port.putRecords(records.map(narrow)) }
}
