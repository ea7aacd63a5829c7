import type { CheckName } from '../backup/checks.ts'
import type { ReadingName } from './readings.ts'

/** What a reader thread is started for: to answer, or to look through one database file and end. */
export type ReaderStart =
  | { readonly kind: 'answer'; readonly database: string; readonly vectors: string; readonly index: string }
  | { readonly kind: 'check'; readonly check: CheckName; readonly path: string }

/** Said to the thread in passing, right after a commit: what it keeps of these patterns is old; null: of any. No answer. */
export interface ReaderNews {
  readonly changed: readonly string[] | null
}

/** Said in passing as well: row numbers of the patterns that a meaning helper finds near to a query, nearest first; null: forget them all. */
export interface ReaderNear {
  readonly near: { readonly query: string; readonly seqs: readonly number[] } | null
}

export interface ReaderRequest {
  readonly id: number
  readonly name: ReadingName
  readonly input: unknown
}

export type ReaderReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number
      readonly ok: false
      readonly code: string
      readonly message: string
      readonly detail: Record<string, unknown>
    }

/** For the log, which the thread has not. */
export interface ReaderWord {
  readonly say: { readonly level: 'info' | 'warn' | 'error'; readonly facts: object; readonly message: string }
}

/** Said once, before anything else. */
export interface ReaderLoaded {
  readonly loaded: true
}

/** What the thread is told. */
export type ToReader = ReaderRequest | ReaderNews | ReaderNear

/** What it says. */
export type FromReader = ReaderReply | ReaderWord | ReaderLoaded
