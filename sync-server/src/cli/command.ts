/** What a command of `bobbin-cloud` is. */
import type { Deps } from '#server/app.ts'
import type { Config, Environment } from '#server/config.ts'

/** A calling mistake: told with the command's usage, exit code 2. */
export class UsageError extends Error {}

/** `json` is the whole document of `--json`, `text` what a person reads instead; null when the command wrote for itself. */
export interface Answer {
  readonly json: unknown
  readonly text: string
  /** The command did its work and the outcome is bad all the same: a sentence for stderr, exit code 1. */
  readonly problem?: string
}

export interface CommandOptions {
  readonly [name: string]: { readonly type: 'string' | 'boolean' }
}

export interface Call {
  /** What stands on the line beside options, in order. */
  readonly words: readonly string[]
  text(name: string): string | undefined
  /** @throws UsageError when the option is missing */
  needed(name: string): string
  has(name: string): boolean
  readonly env: Environment
  /** The cloud's folder; null when the settings name a cluster. */
  readonly folder: string | null
  /** The settings, of the environment or of the folder. Its database runs from here on. */
  config(): Promise<Config>
  /** Everything the server is made of but HTTP; closed when the command ends. */
  deps(): Promise<Deps>
  /** How devices reach this cloud. */
  url(): Promise<string>
  /** One line of standard output at once. */
  write(line: string): void
  readonly signal: AbortSignal
}

export interface Command {
  /** What follows `bobbin-cloud`, options included. */
  readonly usage: string
  readonly summary: string
  readonly options: CommandOptions
  /** It runs until it is stopped. */
  readonly stays?: true
  run(call: Call): Promise<Answer | null>
}
