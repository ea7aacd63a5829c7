import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { InputOf, OutputOf } from '#shared/contract/method.ts'
import { libraryContract } from '#shared/contract/library.ts'
import type { Drives } from '../drives/types.ts'
import type { Context, Logger } from '../context.ts'
import { assembleLibrary, type Library } from '../library.ts'
import type { Services } from '../services.ts'
import type { TokenKeeper } from '../sync/auth/keeper.ts'
import type { Sync } from '../sync/sync.ts'
import type { SyncWorld } from '../sync/world.ts'
import { fakeClock, type FakeClock, seededRandom } from './fake-clock.ts'

export interface TempLibrary {
  readonly dir: string
  readonly clock: FakeClock
  library: Library
  context: Context
  services: Services
  sync: Sync
  /** Calls as a window does: input is filled in with the contract's defaults and checked; so is the answer. */
  call<Name extends keyof LibraryContract & string>(
    name: Name,
    input: Asked<Name>,
  ): Promise<OutputOf<LibraryContract[Name]>>
  /** Closes and opens again, as after a restart of the computer. */
  reopen(): Promise<void>
  remove(): Promise<void>
}

/** Fields with a default may be left out. */
type Asked<Name extends keyof LibraryContract> = Partial<InputOf<LibraryContract[Name]>>

export interface TempOptions {
  readonly dir?: string
  readonly drives?: Drives
  readonly downloads?: string
  readonly log?: Logger
  /** What this computer calls itself; default: nothing. */
  readonly machine?: string | null
  /** Whether the work after each start (integrity, daily safety copy, old trash) is done; await `library.settled` then. */
  readonly chores?: boolean
  /** Its line to a cloud; without it there is none. */
  readonly sync?: SyncWorld
  readonly tokens?: TokenKeeper
}

/** The longest a timer waits. */
const NEVER_MS = 2 ** 31 - 1

export const quietLog: Logger = { debug() {}, info() {}, warn() {}, error() {} }

const noDrives: Drives = {
  list: async () => [],
  eject: async () => 'please-eject',
}

/** A real library in a temporary folder: real SQLite, real files, real threads; only clock, dice and drives are the test's. */
export async function tempLibrary(options: TempOptions = {}): Promise<TempLibrary> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'bobbin-'))
  const clock = fakeClock()
  const random = seededRandom(1)
  const open = () =>
    assembleLibrary({
      dir,
      clock,
      random,
      host: {
        drives: options.drives ?? noDrives,
        downloads: async () => options.downloads ?? null,
        ...(options.sync ? { sync: options.sync } : {}),
        ...(options.tokens ? { tokens: options.tokens } : {}),
        machineId: async () => options.machine ?? null,
      },
      log: options.log ?? quietLog,
      arrivalsPace: { settleMs: 50, lookEveryMs: 50 },
      choresAfterMs: options.chores ? 0 : NEVER_MS,
      threads: {
        reader: new URL('../entry.reader.ts', import.meta.url),
        worker: new URL('../entry.worker.ts', import.meta.url),
      },
    })
  const temp: TempLibrary = {
    dir,
    clock,
    ...(await open()),
    async call(name, input) {
      const method = libraryContract[name]
      const handler = temp.library.handlers[name] as (input: unknown, context: object) => unknown
      const answer = await handler(method.input.parse(input), {
        signal: new AbortController().signal,
        progress() {},
      })
      return method.output.parse(answer) as never
    },
    async reopen() {
      await temp.library.close()
      Object.assign(temp, await open())
    },
    async remove() {
      await temp.library.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
  return temp
}
