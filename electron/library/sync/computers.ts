import type { DeviceLine } from '#shared/sync/auth.ts'
import type { Diary } from './diary/happenings.ts'
import type { KnownComputer, Remembered } from './remembered.ts'

/** As the cloud lists them; those that are signed out are not in it. */
export type ListedComputer = Pick<DeviceLine, 'id' | 'name' | 'isThis' | 'stampIds'>

/** What is known of her computers without asking: as they were when the cloud was last heard of. */
export interface Computers {
  /** The cloud's list, which came along with something else. What is new in it is told. */
  heard(listed: readonly ListedComputer[]): void
  /** She signed it out from here. */
  signedOut(id: string): void
  /** Who stamps with this name; null: nobody who is known. */
  whose(stampId: string): Pick<KnownComputer, 'name' | 'isThis'> | null
}

/** Names of computers that are gone are kept, so that what they typed can still be told by name; so many of them. */
const MOST_GONE = 50

export function createComputers(
  remembered: Pick<Remembered, 'computers' | 'setComputers'>,
  diary: Pick<Diary, 'tell'>,
): Computers {
  function keep(before: readonly KnownComputer[] | null, now: readonly KnownComputer[]): void {
    if (JSON.stringify(before) !== JSON.stringify(now)) remembered.setComputers(now)
  }

  return {
    heard(listed) {
      const before = remembered.computers()
      const present = listed.map(({ id, name, isThis, stampIds }): KnownComputer => {
        return { id, name, isThis, isGone: false, stampIds: [...stampIds] }
      })
      const left = (before ?? []).filter(({ id }) => !present.some(one => one.id === id))
      const gone = left.map((one): KnownComputer => ({ ...one, isGone: true })).slice(0, MOST_GONE)
      keep(before, [...present, ...gone])
      // The first list is how it is, not what happened.
      if (before === null) return
      for (const { id, name, isThis } of present)
        if (!isThis && !before.some(one => one.id === id)) diary.tell('computer-added', { computer: name })
      // Signed in again, this one has another id: that is told as signing in already.
      for (const { name, isThis, isGone } of left)
        if (!isThis && !isGone) diary.tell('computer-gone', { computer: name })
    },
    signedOut(id) {
      const before = remembered.computers() ?? []
      const one = before.find(computer => computer.id === id)
      if (one === undefined || one.isGone) return
      keep(before, [...before.filter(computer => computer !== one), { ...one, isGone: true }])
      if (!one.isThis) diary.tell('computer-gone', { computer: one.name })
    },
    whose(stampId) {
      const has = ({ stampIds }: KnownComputer) => stampIds.includes(stampId)
      const those = (remembered.computers() ?? []).filter(has)
      // A computer that signed in again stands in the list twice: the one that is there now has the name it has now.
      return those.find(({ isGone }) => !isGone) ?? those[0] ?? null
    },
  }
}
