/** `device: answer` of SYNC.md section 7: exactly what an answer names is cleared, held or stamped again. */
import { type Policies, RULES } from '../policies.ts'
import type { RecordKey } from '../record.ts'
import type { PushAnswer, PushRecord, RecordAnswer } from '../wire.ts'
import type { AsideRecord, DevicePort, EntryName, HeldRecord, OutboxEntry } from './port.ts'
import { readAgain } from './read-again.ts'
import { stampAgain } from './stamp-again.ts'
import { tombstone } from './tombstone.ts'

export interface AnswerTaken {
  readonly cleared: number
  readonly held: readonly OutboxEntry[]
  readonly restamped: number
  /** This library is a copy: take a new device id, in the same transaction. */
  readonly renew: boolean
  /** Everything is read again: open a new stream. */
  readonly readAgain: boolean
  /** Records purged meanwhile, and what of them was set aside. */
  readonly purged: readonly { readonly before: HeldRecord; readonly after: HeldRecord }[]
  readonly aside: readonly AsideRecord[]
}

const NOTHING: AnswerTaken = {
  cleared: 0,
  held: [],
  restamped: 0,
  renew: false,
  readAgain: false,
  purged: [],
  aside: [],
}

/** After `learn`, in the same transaction. `sent` is the request this answers. */
export function takeAnswer(
  port: DevicePort,
  sent: readonly PushRecord[],
  answer: PushAnswer,
  rules: Policies = RULES,
): AnswerTaken {
  const isOurs = answer.epoch === port.meta().epoch
  if (answer.status === 'epoch') {
    if (isOurs) return NOTHING
    readAgain(port, { why: 'epoch', epoch: answer.epoch, successor: null })
    return { ...NOTHING, readAgain: true }
  }
  if (!isOurs) return NOTHING
  return sent.reduce((taken, record, place) => {
    const of = answer.records[place]
    return of === undefined ? taken : takeRecord(port, record, of, answer.now, taken, rules)
  }, NOTHING)
}

function takeRecord(
  port: DevicePort,
  sent: PushRecord,
  answer: RecordAnswer,
  now: number,
  taken: AnswerTaken,
  rules: Policies,
): AnswerTaken {
  if (answer.outcome === 'purged') {
    const here = port.records([sent])[0] ?? null
    const { before, after, aside } = tombstone(port, { table: sent.table, id: sent.id, ...answer }, here, rules)
    port.putRecords([after])
    return {
      ...taken,
      purged: before === null || before.purged ? taken.purged : [...taken.purged, { before, after }],
      aside: aside === null ? taken.aside : [...taken.aside, aside],
    }
  }
  const named = stillHere(port, sent, namedOf(sent, answer.named), rules)
  switch (answer.outcome) {
    case 'stored':
      port.dropEntries(sent, named)
      return { ...taken, cleared: taken.cleared + named.length, renew: taken.renew || answer.renew }
    case 'clock':
      port.setMeta({ heard: now })
      return { ...taken, restamped: taken.restamped + stampAgain(port, sent, named, answer.stored, now, rules) }
    case 'refused':
    case 'failed': {
      const { outcome, code, message } = answer
      if (!rules.keepsRefusals) {
        port.dropEntries(sent, named)
        return taken
      }
      const held = named.map(entry => ({ ...entry, held: { outcome, code, message, at: now } }))
      port.putEntries(held)
      return { ...taken, held: [...taken.held, ...held] }
    }
  }
}

function namedOf({ entries }: PushRecord, places: readonly number[]): EntryName[] {
  return places.flatMap(place => entries[place] ?? [])
}

/** Typed over meanwhile, or cleared by an earlier copy of this answer: then the answer is about nothing. */
function stillHere(port: DevicePort, key: RecordKey, named: readonly EntryName[], rules: Policies): OutboxEntry[] {
  return port.entriesOf(key).filter(entry => named.some(name => rules.clears(entry, name)))
}
