import type { Clock, Random } from '#shared/domain/ids.ts'
import type { EventHub } from '#shared/rpc/events.ts'
import type { WriteDb } from './db/handles.ts'
import type { LibraryDirs } from './dirs.ts'
import type { Drives } from './drives/types.ts'
import type { Originals } from './files/originals.ts'
import type { ReaderClient } from './reader/client.ts'
import type { TokenKeeper } from './sync/auth/keeper.ts'
import type { SyncWorld } from './sync/world.ts'
import type { WorkPool } from './work/pool.ts'

/** The pino-like part of a logger that the core uses. */
export interface Logger {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

export interface LibraryHost {
  readonly drives: Drives
  /** Where downloads go on this computer, to propose for watching; absent or null: nothing to propose. */
  readonly downloads?: () => Promise<string | null>
  /** What the operating system calls this computer, by which a copied library is noticed; absent or null: it does not say. */
  readonly machineId?: () => Promise<string | null>
  /** Where the sign-in of this library is kept; absent: nowhere, it ends with the program. */
  readonly tokens?: TokenKeeper
  /** How this computer speaks with a cloud; absent: it never does. */
  readonly sync?: SyncWorld
  /** The cloud this Bobbin was set up for. */
  readonly cloudUrl?: string | undefined
}

/** Made once in createLibrary and handed to everything that does work. */
export interface Context {
  readonly db: WriteDb
  /** Searches and lists, on a thread and a connection of their own. */
  readonly reader: ReaderClient
  readonly clock: Clock
  readonly random: Random
  /** A new UUIDv7. */
  newId(): string
  readonly log: Logger
  readonly events: EventHub
  readonly dir: LibraryDirs
  readonly originals: Originals
  readonly pool: WorkPool
  readonly host: LibraryHost
}
