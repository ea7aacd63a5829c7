/** Why a safety copy was made; part of its name. */
export const SNAPSHOT_REASONS = [
  'daily',
  'before-update',
  'before-deleting',
  'after-import',
  'asked',
  'before-recovery',
] as const
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number]

export interface SnapshotName {
  readonly name: string
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  readonly reason: string
}

const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})\.(\d{3})Z~([a-z-]+)\.db$/

/** `2026-11-21T10-42-05.000Z~daily.db`: sorts by time, and stands on every file system. */
export function snapshotName(at: number, reason: SnapshotReason): string {
  return `${new Date(at).toISOString().replaceAll(':', '-')}~${reason}.db`
}

/** Null for a file that is no safety copy. */
export function parseSnapshotName(name: string): SnapshotName | null {
  const [, day, hours, minutes, seconds, ms, reason] = NAME.exec(name) ?? []
  if (reason === undefined) return null
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`)
  return Number.isNaN(at) ? null : { name, at, reason }
}
