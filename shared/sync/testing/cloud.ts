/** What a history asks of a cloud: one in memory, or the real one over Postgres. */
import type { FeedRow } from '../device/batch.ts'
import type { Cell, RecordKey, SyncRecord } from '../record.ts'
import type { DigestAnswer, PushAnswer, PushRecord } from '../wire.ts'

export interface PushSent {
  readonly epoch: string | null
  readonly heard: number
  readonly known: number
  readonly records: readonly PushRecord[]
}

export interface ShapeSent {
  readonly handle: string | null
  readonly offset: string
  readonly known: number
  /** Rows of one answer at most, so that a reading has many steps. */
  readonly rows: number
}

export type ShapeAnswer =
  | {
      readonly status: 'rows'
      readonly epoch: string
      readonly now: number
      readonly handle: string
      readonly offset: string
      readonly rows: readonly FeedRow[]
      readonly upToDate: boolean
    }
  | { readonly status: 'gone'; readonly epoch: string; readonly now: number; readonly successor: string }

export interface HistoryRow extends RecordKey {
  readonly field: string
  readonly cell: Cell
  readonly isConflict: boolean
}

export interface CloudContents {
  readonly records: readonly SyncRecord[]
  readonly history: readonly HistoryRow[]
}

/** Null: the server does not answer (503). */
export interface Cloud {
  push(sent: PushSent): Promise<PushAnswer | null>
  shape(sent: ShapeSent): Promise<ShapeAnswer | null>
  digest(bucket: number | null): Promise<DigestAnswer | null>
  /** The nightly runs, one after another. */
  nights(count: number): Promise<void>
  /** The shape gets another handle; a log forgets what is older. */
  rotate(): Promise<void>
  copy(): Promise<unknown>
  /** Puts an older copy back; announced: with a new epoch. */
  putBack(copy: unknown, isAnnounced: boolean): Promise<void>
  /** The operator accepts the server's clock as it is. */
  acceptClock(): Promise<void>
  contents(): Promise<CloudContents>
}
