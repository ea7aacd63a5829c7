/** Bobbin as a user meets it: a real library in a temporary folder, the web shell over it, and a stick that is a folder. */
import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, renameSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HostEvents } from '#shared/contract/host.ts'
import type { Stick } from '#shared/contract/library/sending.ts'
import { createEventHub, type EventHub } from '#shared/rpc/events.ts'
import type { Drives } from '#library/drives/types.ts'
import { createLibrary, type Library } from '#library/library.ts'
import { systemWorld } from '#library/sync/system-world.ts'
import type { SyncWorld } from '#library/sync/world.ts'
import { createWebHost } from '#web-shell/host.ts'
import { createIncoming } from '#web-shell/incoming.ts'
import { startWebShell, type WebShell } from '#web-shell/server.ts'
import { seedLibrary } from './seed.ts'
import type { ToldBackup } from './told-backup.ts'

export interface Bobbin {
  readonly url: string
  readonly library: Library
  /** Her home: the only place the folder picker shows. */
  readonly home: string
  readonly stick: FakeStick
  /** What the shell tells the window unasked: files opened from the system. */
  readonly hostEvents: EventHub<HostEvents>
  /** The core goes away while the window is open. */
  stopServer(): Promise<void>
  close(): Promise<void>
}

export interface FakeStick {
  readonly path: string
  plugged: boolean
  readOnly: boolean
  freeBytes: number
  ejected: number
  /** Pulls it out as soon as this many patterns are on it, in the middle of whatever is being written. */
  takeOutAfter(files: number, ending?: string): void
  putBack(): void
}

const root = join(import.meta.dirname, '../..')
const quiet = { debug() {}, info() {}, warn() {}, error() {} }

export interface BobbinOptions {
  /** Patterns put in beforehand, past the import. */
  readonly seeded?: number
  /** Another build of the window. */
  readonly rendererDir?: string
  /** The core's clock, milliseconds since 1970 UTC. */
  readonly now?: () => number
  /** Backing up only as it is told here, without a cloud. */
  readonly backup?: ToldBackup
  /** The cloud it may sign in to, and what this computer is called there. */
  readonly cloud?: { readonly url: string; readonly computer: string }
}

export async function startBobbin({
  seeded = 0,
  rendererDir = join(root, 'out/renderer'),
  now = Date.now,
  backup,
  cloud,
}: BobbinOptions = {}): Promise<Bobbin> {
  const dir = await mkdtemp(join(tmpdir(), 'bobbin-window-'))
  const libraryDir = join(dir, 'library')
  const home = join(dir, 'home')
  const stick = fakeStick(join(dir, 'stick'))
  const downloads = join(home, 'Downloads')
  for (const folder of [libraryDir, join(home, 'Quilts'), downloads, stick.path])
    await mkdir(folder, { recursive: true })
  if (seeded > 0) await seedLibrary(libraryDir, seeded)

  const library = await createLibrary({
    dir: libraryDir,
    clock: { now },
    random: { bytes: count => randomBytes(count) },
    host: {
      drives: drivesOf(stick),
      downloads: async () => downloads,
      ...(cloud ? { sync: worldOf(cloud.computer), cloudUrl: cloud.url } : {}),
    },
    arrivalsPace: { settleMs: 300, lookEveryMs: 300 },
    log: quiet,
    threads: {
      reader: new URL('../../electron/library/entry.reader.ts', import.meta.url),
      worker: new URL('../../electron/library/entry.worker.ts', import.meta.url),
    },
  })
  const hostEvents = createEventHub<HostEvents>(() => {})
  const shell: WebShell = await startWebShell({
    library: backup ? { ...library, handlers: { ...library.handlers, ...backup.handlers(library.events) } } : library,
    hostEvents,
    host: createWebHost({
      home,
      libraryDir,
      drives: async () => (stick.plugged ? [stick.path] : []),
      version: '0.1.0',
      openInBrowser: async () => {},
    }),
    incoming: createIncoming({ dir: join(libraryDir, 'incoming'), newId: randomUUID }),
    rendererDir,
    port: 0,
    random: { bytes: count => randomBytes(count) },
    log: quiet,
  })
  return {
    url: shell.url,
    library,
    home,
    stick,
    hostEvents,
    stopServer: () => shell.close(),
    async close() {
      await shell.close().catch(() => {})
      await library.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** Its real line and timers, under a name of the story's; the sign-in ends with the process. */
function worldOf(name: string): SyncWorld {
  return { ...systemWorld(), computer: { name, platform: 'linux' } }
}

function fakeStick(path: string): FakeStick {
  const stick: FakeStick = {
    path,
    plugged: false,
    readOnly: false,
    freeBytes: 3_600_000_000,
    ejected: 0,
    takeOutAfter(files, ending = '.qli') {
      const watching = setInterval(() => {
        const written = readdirSync(path, { recursive: true }).filter(name => String(name).endsWith(ending))
        if (written.length < files) return
        clearInterval(watching)
        stick.plugged = false
        renameSync(path, `${path}-away`)
      }, 1)
    },
    putBack() {
      renameSync(`${path}-away`, path)
      stick.plugged = true
    },
  }
  return stick
}

function drivesOf(stick: FakeStick): Drives {
  return {
    async list() {
      return stick.plugged ? [factsOf(stick)] : []
    },
    async eject() {
      stick.plugged = false
      stick.ejected++
      return 'ejected'
    },
  }
}

function factsOf(stick: FakeStick): Stick {
  return {
    id: 'stick-1',
    label: 'STATLER',
    path: stick.path,
    freeBytes: stick.freeBytes,
    totalBytes: 3_700_000_000,
    fileSystem: 'FAT32',
    readOnly: stick.readOnly,
    ejectable: true,
  }
}
