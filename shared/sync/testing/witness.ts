/** Who had seen what when they typed: says of each value that lost whether anybody has to be told (invariant 1, conflicts). */
import type { Json, RecordKey, SyncRecord } from '../record.ts'
import type { LostCell } from '../server/admit.ts'
import type { PushRecord } from '../wire.ts'
import { isKept, isTyped } from './ledger.ts'
import { nameOf } from './memory-port.ts'

export interface Witness {
  /** A computer types `value` into a field that shows it `present`. */
  typed(computer: number, key: RecordKey, field: string, value: Json, present: Json): void
  /** A push met what was stored; of what lost, `isNew` is in the history only now. */
  met(
    stored: SyncRecord | null,
    asked: PushRecord,
    history: readonly LostCell[],
    isNew: (lost: LostCell) => boolean,
  ): void
}

/** @param isTypedOver a value its own typist replaced before it was sent: told or not, a late copy of it says nothing new */
export function createWitness(violated: (what: string) => void, isTypedOver: (value: Json) => boolean): Witness {
  const seenWhenTyped = new Map<Json, ReadonlySet<Json>>()
  const seenOn = new Map<string, Set<Json>>()

  const isKnown = (value: Json, to: Json) => seenWhenTyped.get(to)?.has(value) ?? false

  /** The value it lost to, if both were typed and it was by another computer. */
  function otherOf(lost: LostCell, present: Json, typed: PushRecord['entries'][number]): Json {
    return lost.cell.v === typed.value ? present : typed.value
  }

  return {
    typed(computer, key, field, value, present) {
      const place = `${computer} ${nameOf(key)} ${field}`
      const seen = seenOn.get(place) ?? new Set()
      seenOn.set(place, seen)
      seen.add(present)
      for (const earlier of seenWhenTyped.get(present) ?? []) seen.add(earlier)
      if (isTyped(value)) seenWhenTyped.set(value, new Set(seen))
    },
    met(stored, { entries, ...key }, history, isNew) {
      // "Keep it" says anew what is kept, and its hand has not seen what another computer keeps: who knew of what is not who typed what.
      if (isKept(key)) return
      // Several values of one field in one push meet one another too; those are one hand's.
      const once = entries.filter(({ field }) => entries.filter(entry => entry.field === field).length === 1)
      for (const typed of once) {
        const lost = history.find(({ field }) => field === typed.field)
        const present = stored?.fields[typed.field] ?? null
        if (lost === undefined || !isNew(lost) || !isTyped(lost.cell.v) || isTypedOver(lost.cell.v)) continue
        const other = otherOf(lost, present, typed)
        if (!isTyped(other)) continue
        // One value under two stamps, where the server's clock was wrong, is no conflict with itself.
        const isConflict = other !== lost.cell.v && !isKnown(other, lost.cell.v) && !isKnown(lost.cell.v, other)
        if (isConflict !== lost.isConflict)
          violated(
            `${nameOf(key)}: ${String(lost.cell.v)} ${isConflict ? 'should' : 'should not'} be told beside ${String(other)}`,
          )
      }
    },
  }
}
