/** One thing worth telling about a file that was read all the same. `code` is stable kebab-case, `message` is for people. */
export interface Warning {
  readonly code: string
  readonly message: string
  /** 1-based line of a text file. */
  readonly line?: number
  /** 0-based byte, where a file has no lines. */
  readonly offset?: number
}

/** Why a file could not be read. A bad file is normal, so this is a value and never a throw. */
export interface ReadFailure {
  readonly code: string
  /** A plain sentence: what is wrong and, where there is one, what to do. */
  readonly message: string
  /** 1-based line of a text file. */
  readonly line?: number
  /** 1-based column, where the format makes one meaningful (XML). */
  readonly column?: number
  /** 0-based byte, where a file has no lines. */
  readonly offset?: number
}

export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly failure: ReadFailure; readonly warnings: readonly Warning[] }

export function readingOf<T>(value: T, warnings: readonly Warning[] = []): Reading<T> {
  return { ok: true, value, warnings }
}

export function refusal(failure: ReadFailure, warnings: readonly Warning[] = []): Reading<never> {
  return { ok: false, failure, warnings }
}
