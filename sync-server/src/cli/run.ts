/** `bobbin-cloud COMMAND …`: finds the command, runs it, closes what it opened. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Deps } from '#server/app.ts'
import { composeDeps } from '#server/compose.ts'
import type { Environment } from '#server/config.ts'
import { defaultFolder } from '#server/postgres/data-folder.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, type Command, UsageError } from './command.ts'
import { COMMANDS } from './commands.ts'
import { addressOf, openPlace, type Place } from './place.ts'

export interface Surroundings {
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Environment
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  readonly signal: AbortSignal
}

const EVERYWHERE = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** Runs one command. @returns the exit code: 0, 1 for a failure told in a sentence, 2 for wrong usage */
export async function runCommand(given: Surroundings): Promise<number> {
  const found = findCommand(given.args)
  if (found === null) {
    const isAsked = given.args.length === 0 || given.args[0] === '--help'
    ;(isAsked ? given.stdout : given.stderr).write(usageOfAll())
    return isAsked ? 0 : 2
  }
  const { command, rest } = found
  try {
    return await runFound(command, rest, given)
  } catch (error) {
    const isUsage = error instanceof UsageError
    given.stderr.write(`${(error as Error).message}\n${isUsage ? `Usage: bobbin-cloud ${command.usage}\n` : ''}`)
    if (!isUsage && !(error instanceof Refusal) && given.env.BOBBIN_LOG_LEVEL === 'debug')
      given.stderr.write(`${(error as Error).stack}\n`)
    return isUsage ? 2 : 1
  }
}

async function runFound(command: Command, args: readonly string[], given: Surroundings): Promise<number> {
  const { words, values } = parse(args, command)
  if (values.help === true) {
    given.stdout.write(`bobbin-cloud ${command.usage}\n${command.summary}\n`)
    return 0
  }
  const call = createCall(words, values, given, command.stays === true)
  try {
    const answer = await command.run(call)
    if (answer === null) return 0
    given.stdout.write(`${values.json === true ? JSON.stringify(answer.json) : answer.text}\n`)
    if (answer.problem !== undefined) given.stderr.write(`${answer.problem}\n`)
    return answer.problem === undefined ? 0 : 1
  } finally {
    await call.close()
  }
}

type Values = Readonly<Record<string, string | boolean | undefined>>

function createCall(
  words: readonly string[],
  values: Values,
  given: Surroundings,
  stays: boolean,
): Call & { close(): Promise<void> } {
  const env = values.port === undefined ? given.env : { ...given.env, BOBBIN_PORT: String(values.port) }
  const folder = folderOf(values, given)
  let place: Promise<Place> | null = null
  let parts: Promise<{ deps: Deps; close(): Promise<void> }> | null = null
  const opened = (): Promise<Place> => (place ??= openPlace(env, folder, stays))
  const text = (name: string): string | undefined => {
    const value = values[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    words,
    env,
    folder,
    text,
    needed(name) {
      const value = text(name)
      if (value === undefined) throw new UsageError(`--${name} is missing.`)
      return value
    },
    has: name => values[name] === true,
    config: async () => (await opened()).config,
    deps: async () => {
      // A command that lasts a moment makes nothing ahead for others.
      parts ??= opened().then(({ config }) => composeDeps({ ...config, spares: 0 }))
      return (await parts).deps
    },
    url: async () => addressOf((await opened()).config, folder),
    write: line => void given.stdout.write(`${line}\n`),
    signal: given.signal,
    async close() {
      await (await parts?.catch(() => null))?.close()
      await (await place?.catch(() => null))?.close()
    },
  }
}

/** `--data` wins over the settings' cluster; without either it is the person's own folder. */
function folderOf(values: Values, given: Surroundings): string | null {
  if (typeof values.data === 'string') return resolve(given.cwd, values.data)
  return given.env.BOBBIN_DATABASE_URL ? null : defaultFolder(given.env)
}

function findCommand(args: readonly string[]): { command: Command; rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    const command = COMMANDS[args.slice(0, length).join(' ')]
    if (command) return { command, rest: args.slice(length) }
  }
  return null
}

function parse(args: readonly string[], command: Command): { words: string[]; values: Values } {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...EVERYWHERE, ...command.options },
      allowPositionals: true,
    })
    return { words: positionals, values: { ...values } }
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\.(?:\s.*)?$/s, '.'))
  }
}

function usageOfAll(): string {
  const commands = Object.values(COMMANDS)
  const width = Math.max(...commands.map(one => one.usage.length)) + 2
  const lines = commands.map(one => `  ${one.usage.padEnd(width)}${one.summary}`)
  return `bobbin-cloud: runs and looks after a cloud.\n\n${lines.join('\n')}\n\nEvery command takes --json and --data DIR.\n`
}
