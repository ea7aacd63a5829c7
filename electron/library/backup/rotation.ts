import type { SnapshotName } from './snapshot-name.ts'

const NEWEST = 10
const DAYS = 14
const WEEKS = 8
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The safety copies that may go: all but the ten newest, the newest of each of the last fourteen days and of each of the last eight weeks.
 * Days and weeks are counted back from `now`.
 */
export function expendable(snapshots: readonly SnapshotName[], now: number): SnapshotName[] {
  const newestFirst = snapshots.toSorted((a, b) => b.at - a.at)
  const kept = new Set(newestFirst.slice(0, NEWEST))
  for (const [span, count] of [
    [DAY_MS, DAYS],
    [7 * DAY_MS, WEEKS],
  ] as const) {
    const seen = new Set<number>()
    for (const snapshot of newestFirst) {
      const age = Math.floor((now - snapshot.at) / span)
      if (age >= count || seen.has(age)) continue
      seen.add(age)
      kept.add(snapshot)
    }
  }
  return newestFirst.filter(snapshot => !kept.has(snapshot))
}
