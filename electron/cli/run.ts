import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { libraryPlace } from '#host/places.ts'
import type { Logger } from '#library/context.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import { parseCommand, splitCommand } from './arguments.ts'
import { type Call, type Command, UsageError } from './command.ts'
import { COMMANDS } from './commands.ts'
import type { LibrarySession } from './session.ts'

/** What the command line meets of the world. */
export interface CliWorld {
  readonly args: readonly string[]
  /** The folder she typed the command in. */
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly signal: AbortSignal
  readonly threads: { readonly reader: URL; readonly worker: URL }
}

/** 0: done. 1: failed, with a sentence on standard error. 2: called wrongly, with how it is called. */
export type ExitCode = 0 | 1 | 2

/** Runs one command. Standard output gets the answer and nothing else. */
export async function runCli(world: CliWorld): Promise<ExitCode> {
  const { name, rest } = splitCommand(world.args)
  const say = (line: string) => void world.stderr.write(`${line}\n`)
  const load = name !== null && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined) {
    if (name === 'help' || (name === null && rest.includes('--help'))) {
      await write(world.stdout, await help())
      return 0
    }
    say(name === null ? 'Which command?' : `There is no command "${name}".`)
    say(await help())
    return 2
  }
  const { command } = await load()
  try {
    return await runCommand(command, rest, world)
  } catch (error) {
    if (error instanceof UsageError) {
      say(error.message)
      say(`Use: bobbin ${command.usage}`)
      return 2
    }
    say(sentence(error))
    return 1
  }
}

async function runCommand(command: Command, args: readonly string[], world: CliWorld): Promise<ExitCode> {
  const { words, values } = parseCommand(args, command.options)
  // An empty variable in her script must not send her patterns into the wrong library.
  if (values.library === '') throw new UsageError('--library is missing its folder.')
  if (values.help) {
    await write(world.stdout, `Use: bobbin ${command.usage}\n${command.summary}`)
    return 0
  }
  let session: Promise<LibrarySession> | null = null
  const progress = createProgress(world.stderr)
  const call: Call = {
    words,
    signal: world.signal,
    has: name => values[name] === true,
    text: name => (typeof values[name] === 'string' ? values[name] : undefined),
    number(name, { min, max = Number.MAX_SAFE_INTEGER, whole = false }) {
      const value = values[name]
      if (typeof value !== 'string') return undefined
      const number = Number(value)
      const isNumber = value.trim() !== '' && Number.isFinite(number) && (!whole || Number.isInteger(number))
      if (!isNumber || number < min || number > max) throw new UsageError(`--${name} ${value} is not possible.`)
      return number
    },
    path: given => resolve(world.cwd, given),
    async library() {
      session ??= openLibrary(typeof values.library === 'string' ? values.library : undefined, world)
      return (await session).client
    },
    progress: progress.show,
    lines: () => createInterface({ input: world.stdin, crlfDelay: Infinity }),
    write: line => write(world.stdout, line),
  }
  try {
    const answer = await command.run(call)
    progress.clear()
    if (answer === null) return 0
    const shown = values.json ? JSON.stringify(answer.json) : answer.text
    if (shown !== '') await write(world.stdout, shown)
    if (answer.problem === undefined) return 0
    world.stderr.write(`${answer.problem}\n`)
    return 1
  } finally {
    progress.clear()
    await (session as Promise<LibrarySession> | null)?.then(
      async opened => {
        if (!world.signal.aborted) await opened.backUp(world.signal)
        await opened.close()
      },
      () => {},
    )
  }
}

async function openLibrary(asked: string | undefined, world: CliWorld): Promise<LibrarySession> {
  const { openSession } = await import('./session.ts')
  const dir = asked === undefined ? libraryPlace(undefined, world).dir : resolve(world.cwd, asked)
  return openSession(dir, world.threads, createLog(world.stderr))
}

function createLog(stderr: NodeJS.WritableStream): Logger {
  const tell = (facts: object, message: string) => {
    const cause: unknown = 'err' in facts ? facts.err : 'error' in facts ? facts.error : undefined
    // An expected failure is the command's answer and is told there, once.
    if (cause instanceof BobbinError) return
    const told = cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(facts)
    stderr.write(`${message}: ${told}\n`)
  }
  return { debug() {}, info() {}, warn: tell, error: tell }
}

function createProgress(stderr: CliWorld['stderr']) {
  let isShown = false
  return {
    show(line: string) {
      if (!stderr.isTTY) return
      stderr.write(`\r\u001b[K${line}`)
      isShown = true
    },
    clear() {
      if (isShown) stderr.write('\r\u001b[K')
      isShown = false
    },
  }
}

async function help(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map(async load => (await load()).command))
  return [
    'Use: bobbin COMMAND [--library DIR] [--json]',
    '',
    ...commands.flatMap(command => [`  bobbin ${command.usage}`, `      ${command.summary}`]),
  ].join('\n')
}

function sentence(error: unknown): string {
  if (error instanceof BobbinError) return error.message
  if (error instanceof Error && error.name === 'AbortError') return 'This was stopped before it was done.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Resolves when the line was taken: a large answer must not be cut off by the end of the process. */
function write(stream: NodeJS.WritableStream, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(`${line}\n`, error => (error ? reject(error) : resolve()))
  })
}
