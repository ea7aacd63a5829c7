import type { CheckName } from '../backup/checks.ts'
import type { Verdict } from '../db/check-file.ts'
import type { ReadingName } from './readings.ts'

/** The files a reader answers from. */
export interface ReaderStart {
  readonly database: string
  /** The start-up file of vectors; made anew when it is not there. */
  readonly vectors: string
  /** The search index between two starts. */
  readonly index: string
}

/** What is looked through, and how, by a thread that lives for this alone. */
export interface CheckStart {
  readonly check: CheckName
  readonly path: string
}

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

/** Said once by a thread that opens databases, before anything else. */
export interface ThreadLoaded {
  readonly loaded: true
}

/** What the thread is told. */
export type ToReader = ReaderRequest | ReaderNews | ReaderNear

/** What it says. */
export type FromReader = ReaderReply | ReaderWord | ThreadLoaded

export type CheckSaying = Verdict | ThreadLoaded
