import type { z } from 'zod'
import type { LostValue, SyncAttention } from '#shared/contract/library/sync.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import type { Change } from '#shared/contract/library/common.ts'
import { keepAside } from '#shared/sync/device/keep.ts'
import type { Json, RecordKey, Stamp, SyncRecord } from '#shared/sync/record.ts'
import { commit } from '../db/commit.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql, sqlList } from '../db/sql.ts'
import { type FieldValue, SYNCED } from '../db/synced.ts'
import { cardsOf } from '../db/tables/pattern.ts'
import type { Context } from '../context.ts'
import type { CloudValue } from './cloud/answers.ts'
import type { ListedComputer } from './computers.ts'
import { CloudError } from './cloud/cloud-error.ts'
import type { SyncStore } from './store/store.ts'
import { nameOf, patternOf } from './names.ts'
import type { OwnerCalls } from './owner-calls.ts'

export interface Attention {
  list(): Promise<SyncAttention>
  /** As far as it is known without asking. */
  count(): number
  /** The cloud's list of conflicts may be another one: it is asked when that is next needed. */
  stale(): void
  /** Asks the cloud for its conflicts, when they may be others. Never rejects. */
  refresh(): Promise<void>
  history(key: RecordKey): Promise<LostValue[]>
  keepAside(key: RecordKey): Change
  letAsideGo(key: RecordKey): void
  answerBrake(bringBack: boolean): Promise<Change>
  useInstead(key: RecordKey, field: string, stamp: Stamp, value: Json): Promise<Change>
  settle(key: RecordKey, field: string, stamp: Stamp): Promise<void>
}

const BRAKE_PICTURES = 60

export interface AttentionTold {
  /** Something else waits for her than before. */
  changed(): void
  /** The computer that stamps with this; null: nobody who is known. */
  nameOf(device: string): string | null
  /** What the cloud said when it was asked: all conflicts that are not settled, and her computers where it told them. */
  heard(conflicts: readonly CloudValue[], computers: readonly ListedComputer[] | null): void
}

/** What waits for a decision of hers, and what follows from it. */
export function createAttention(
  context: Pick<Context, 'db' | 'clock' | 'events'>,
  store: SyncStore,
  calls: OwnerCalls,
  told: AttentionTold,
): Attention {
  const { changed } = told
  const { db, clock } = context
  let conflicts: readonly CloudValue[] = []
  let isStale = true

  const recordsOf = (keys: readonly RecordKey[]) => store.read(port => port.records(keys))

  function cardFor({ table, id }: RecordKey, fields: Readonly<Record<string, Json>> | undefined): PatternCard | null {
    const patternId = patternOf({ table, id }, fields)
    return patternId === null ? null : (cardsById(db, [patternId])[0] ?? null)
  }

  function lostValues(values: readonly CloudValue[]): LostValue[] {
    const records = recordsOf(values)
    return values.map((value, place) => {
      const { table, id, field, stamp, device, current } = value
      const record = records[place] ?? null
      const now = record?.fields[field] ?? current?.value ?? null
      return {
        key: { table, id },
        field,
        name: recordName(record, cardFor(value, record?.fields)),
        pattern: cardFor(value, record?.fields),
        value: plain(value.value),
        valueText: valueText(db, field, value.value),
        stamp: [...stamp],
        computer: device,
        current: plain(now),
        currentText: valueText(db, field, now),
        currentComputer: current?.device ?? null,
      }
    })
  }

  function refused(): SyncAttention['refused'] {
    const keys = store.heldKeys()
    const records = recordsOf(keys)
    return store.read(port =>
      keys.flatMap((key, place) =>
        port.entriesOf(key).flatMap(({ field, value, held }) => {
          if (held === null) return []
          const record = records[place] ?? null
          const pattern = cardFor(key, record?.fields)
          const name = recordName(record, pattern)
          return {
            key: { table: key.table, id: key.id },
            name,
            pattern,
            field,
            value: plain(value),
            message: held.message,
          }
        }),
      ),
    )
  }

  /** Which computer threw all of these away. */
  function takenBy(ids: readonly string[]): string | null {
    const records = recordsOf(ids.map(id => ({ table: 'pattern', id })))
    const names = new Set(records.map(record => told.nameOf(record?.stamps['trashed_at']?.[2] ?? '')))
    const [name = null] = names
    return names.size === 1 ? name : null
  }

  async function refresh(): Promise<void> {
    if (!isStale) return
    isStale = false
    try {
      const answer = await calls.conflicts()
      conflicts = answer.conflicts
      told.heard(conflicts, answer.computers ?? null)
      changed()
    } catch (error) {
      // Not there now; asked again the next time.
      isStale = true
      if (!(error instanceof CloudError || error instanceof BobbinError)) throw error
    }
  }

  return {
    refresh,
    count: () => store.asides().length + store.heldKeys().length + conflicts.length + (store.brake() ? 1 : 0),
    stale() {
      isStale = true
    },
    async list() {
      // A conflict can come about on another computer alone: when she looks, the cloud is asked.
      isStale = true
      await refresh()
      const brake = store.brake()
      return {
        aside: store.asides().map(({ table, id, fields, at }) => ({
          key: { table, id },
          name: nameOf(fields),
          pattern: cardFor({ table, id }, fields),
          at,
          values: plain({ ...fields }),
        })),
        refused: refused(),
        conflicts: lostValues(conflicts),
        brake: brake && {
          total: brake.ids.length,
          patterns: cardsById(db, brake.ids.slice(0, BRAKE_PICTURES)),
          at: brake.at,
          computer: takenBy(brake.ids),
        },
      }
    },
    history: async key => lostValues(await calls.history(key)),
    keepAside(key) {
      const kept = store.transaction(port => {
        const name = nameOf(port.aside(key)?.fields ?? {})
        const made = keepAside(port, key, clock.now())
        return made && { name, id: made.id }
      })
      if (kept === null) throw new BobbinError('nothing-aside', 'This was decided already.', { ...key })
      changed()
      return {
        commandId: null,
        label: 'keep-aside',
        args: { name: kept.name },
        patterns: key.table === 'pattern' ? 1 : 0,
      }
    },
    letAsideGo(key) {
      store.transaction(port => port.dropAside(key))
      changed()
    },
    async answerBrake(bringBack) {
      const patterns = await store.answerBrake(bringBack)
      changed()
      return { commandId: null, label: bringBack ? 'bring-back' : 'let-go', args: { patterns }, patterns }
    },
    async useInstead(key, field, stamp, value) {
      const set = fieldOf(key, field, value)
      const change = commit(context, {
        label: 'edit',
        args: {},
        changes: [{ table: set.table, id: key.id, set: { [field]: set.value } }],
      })
      try {
        await this.settle(key, field, stamp)
      } catch (error) {
        // The change stands, whether or not the cloud can be told now that it was decided.
        if (!(error instanceof CloudError)) throw error
      }
      return change
    },
    async settle(key, field, stamp) {
      const isThis = (one: CloudValue) =>
        one.table === key.table && one.id === key.id && one.field === field && String(one.stamp) === String(stamp)
      await calls.settle(key, field, stamp)
      conflicts = conflicts.filter(one => !isThis(one))
      changed()
    },
  }
}

/** The same value, of the contract's type: one may be changed, the other not. */
function plain(value: Json): z.infer<ReturnType<typeof z.json>> {
  return value as z.infer<ReturnType<typeof z.json>>
}

/** A value as a column takes it. @throws BobbinError `field-unknown` for what this Bobbin has no place for */
function fieldOf({ table }: RecordKey, field: string, value: Json) {
  const known = Object.hasOwn(SYNCED, table) ? (table as keyof typeof SYNCED) : null
  const isValue = value === null || typeof value === 'string' || typeof value === 'number'
  if (known === null || !(SYNCED[known] as readonly string[]).includes(field) || !isValue)
    throw new BobbinError('field-unknown', 'This Bobbin is too old for this. Please update it.', { table, field })
  return { table: known, value: value as FieldValue }
}

function recordName(record: SyncRecord | null, pattern: PatternCard | null): string {
  return (record && nameOf(record.fields)) || (pattern?.name ?? '')
}

function cardsById(db: ReadDb, ids: readonly string[]): PatternCard[] {
  const seqs = db.values<number>(sql`select seq from pattern where id in ${sqlList(ids)}`)
  const cards = new Map(cardsOf(db, seqs).map(({ card }) => [card.id, card]))
  return ids.flatMap(id => cards.get(id) ?? [])
}

/** Which tables an id in a field names. */
const NAMED_BY = {
  designer_id: 'designer',
  tag_id: 'tag',
  tag_group_id: 'tag_group',
  collection_id: 'collection',
  collection_group_id: 'collection_group',
} as const

/** The words of an id; null where the value says it itself. */
function valueText(db: ReadDb, field: string, value: Json): string | null {
  if (typeof value !== 'string' || !Object.hasOwn(NAMED_BY, field)) return null
  switch (NAMED_BY[field as keyof typeof NAMED_BY]) {
    case 'designer':
      return db.values<string>(sql`select name from designer where id = ${value}`)[0] ?? null
    case 'tag':
      return db.values<string>(sql`select name from tag where id = ${value}`)[0] ?? null
    case 'tag_group':
      return db.values<string>(sql`select name from tag_group where id = ${value}`)[0] ?? null
    case 'collection':
      return db.values<string>(sql`select name from collection where id = ${value}`)[0] ?? null
    case 'collection_group':
      return db.values<string>(sql`select name from collection_group where id = ${value}`)[0] ?? null
  }
}
