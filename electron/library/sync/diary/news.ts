import type { RecordKey } from '#shared/sync/record.ts'
import type { CloudValue } from '#library/sync/cloud/answers.ts'
import type { Diary } from './happenings.ts'
import type { Remembered } from '#library/sync/remembered.ts'

/** More than these at once are one line: a list of hundreds tells her nothing. */
const A_FEW = 3

export interface News {
  aside(names: readonly string[]): void
  refused(names: readonly string[]): void
  /** All that are not settled; those she was told of already are not told again. */
  conflicts(values: readonly CloudValue[]): void
}

/** Tells what waits for her: each by its name while they are few. */
export function createNews(
  diary: Pick<Diary, 'tell'>,
  remembered: Pick<Remembered, 'toldConflicts' | 'setToldConflicts'>,
  called: (key: RecordKey) => string,
): News {
  return {
    aside(names) {
      for (const [name, more] of few(names)) diary.tell('aside', { name, more })
    },
    refused(names) {
      for (const [name, more] of few(names)) diary.tell('refused', { name, more })
    },
    conflicts(values) {
      const before = remembered.toldConflicts()
      const now = values.map(nameOfConflict)
      if (JSON.stringify(now) !== JSON.stringify(before)) remembered.setToldConflicts(now)
      // What was there before this computer first asked is not what happened today; it waits for her all the same.
      if (before === null) return
      const told = new Set(before)
      const fresh = values.filter(value => !told.has(nameOfConflict(value)))
      const records = new Set(fresh.map(({ table, id }) => `${table} ${id}`)).size
      for (const [{ table, id, field, device, current }, more] of few(fresh, records)) {
        const name = called({ table, id })
        diary.tell('conflict', { name, field, more, computer: device, other: current?.device ?? null })
      }
    },
  }
}

/** Those to tell, with how many others go with each. @param things how many different things they are of */
function few<T>(all: readonly T[], things = all.length): (readonly [T, number])[] {
  if (all.length <= A_FEW) return all.map(one => [one, 0] as const)
  return all.slice(0, 1).map(one => [one, things - 1] as const)
}

function nameOfConflict({ table, id, field, stamp }: CloudValue): string {
  return [table, id, field, ...stamp].join(' ')
}
