import { parseArgs } from 'node:util'
import { type CommandOptions, UsageError } from './command.ts'

/** Options of every command. */
const EVERYWHERE = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** The command's name among the arguments, wherever options for all commands stand; the rest stays in order. */
export function splitCommand(args: readonly string[]): { name: string | null; rest: readonly string[] } {
  for (let index = 0; index < args.length; index++) {
    const word = args[index]!
    if (word === '--library') index++
    else if (!word.startsWith('-')) return { name: word, rest: args.toSpliced(index, 1) }
  }
  return { name: null, rest: args }
}

export interface Parsed {
  readonly words: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** Throws UsageError for options the command does not have. A lone `-` is a word. */
export function parseCommand(args: readonly string[], options: CommandOptions): Parsed {
  try {
    const { positionals, values } = parseArgs({
      args: joinNegativeNumbers(args),
      options: { ...EVERYWHERE, ...options },
      allowPositionals: true,
    })
    return { words: positionals, values: { ...values } }
  } catch (error) {
    // Node explains in several sentences or lines how options begin with dashes; the first says what is wrong.
    throw new UsageError((error as Error).message.replace(/\.(?:\s.*)?$/s, '.'))
  }
}

/** `--rotate -90` means what it says. */
function joinNegativeNumbers(args: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of args) {
    const before = joined.at(-1)
    if (/^-\.?\d/.test(word) && before !== undefined && /^--[\w-]+$/.test(before))
      joined[joined.length - 1] = `${before}=${word}`
    else joined.push(word)
  }
  return joined
}
