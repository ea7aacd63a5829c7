import type { LibraryContract, LibraryEvents } from '#shared/contract/library.ts'
import type { Client } from '#shared/contract/method.ts'

/** A calling mistake: told with the command's usage, exit code 2. */
export class UsageError extends Error {}

/** What a command answers. `json` is the whole document of `--json`, `text` what a person reads instead. */
export interface Answer {
  readonly json: unknown
  readonly text: string
  /** Set when the command did its work and the outcome is bad all the same: a sentence for stderr, exit code 1. */
  readonly problem?: string
}

export interface CommandOptions {
  readonly [name: string]: { readonly type: 'string' | 'boolean' }
}

/** What a command is given. */
export interface Call {
  /** What stands on the line beside options, in order. */
  readonly words: readonly string[]
  /** The value of a text option. */
  text(name: string): string | undefined
  /** Whether an option without a value was given. */
  has(name: string): boolean
  /** The value of an option that is a number. Throws UsageError for anything else. */
  number(
    name: string,
    range: { readonly min: number; readonly max?: number; readonly whole?: boolean },
  ): number | undefined
  /** A path as the person meant it: from the folder she typed it in. */
  path(given: string): string
  readonly signal: AbortSignal
  /** Opened when first asked for, closed when the command ends. */
  library(): Promise<Client<LibraryContract, LibraryEvents>>
  /** A line that replaces the last one, on a terminal only. */
  progress(line: string): void
  /** Lines of standard input. */
  lines(): AsyncIterable<string>
  /** One line of standard output at once, for commands that answer line by line. */
  write(line: string): Promise<void>
}

export interface Command {
  /** What follows `bobbin`. */
  readonly usage: string
  readonly summary: string
  readonly options: CommandOptions
  /** Null when everything was written line by line. */
  run(call: Call): Promise<Answer | null>
}

/** The option's value; a UsageError without it. */
export function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${option} is missing.`)
  return value
}
